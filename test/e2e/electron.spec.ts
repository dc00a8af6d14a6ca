import { expect } from '@playwright/test';
import { electronBinary } from './support/electron-binary.ts';
import { test } from './support/test.ts';

test('runs under Electron', async ({ app }, info) => {
	info.skip(electronBinary() === null, 'the Electron binary is not there (npx install-electron fetches it)');
	await expect(app.page.locator('html')).toHaveAttribute('data-app-state', 'ready');
	expect(app.page.url()).toMatch(/^app:\/\//);
});
