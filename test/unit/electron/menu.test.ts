import type { MenuItemConstructorOptions } from 'electron';
import { expect, test } from 'vitest';
import { menuTemplate } from '../../../src/main/electron/menu.ts';

const usual = { platform: 'linux', locale: 'en-US', packaged: true };

function roles(items: readonly MenuItemConstructorOptions[]): unknown[] {
	return items.flatMap((item) => [item.role, ...(Array.isArray(item.submenu) ? roles(item.submenu) : [])]);
}

test('titles are in the language of the system', () => {
	const titles = (locale: string) => menuTemplate({ ...usual, locale }).map((item) => item.label);
	expect(titles('en-US')).toEqual(['File', 'Edit', 'View', 'Window']);
	expect(titles('ja-JP')).toEqual(['ファイル', '編集', '表示', 'ウインドウ']);
});

test('a Mac has its own first menu, and closes where others quit', () => {
	expect(menuTemplate({ ...usual, platform: 'darwin' })[0]).toEqual({ role: 'appMenu' });
	expect(roles(menuTemplate({ ...usual, platform: 'darwin' }))).toContain('close');
	expect(roles(menuTemplate(usual))).toContain('quit');
});

test('the developer tools are not in a package', () => {
	expect(roles(menuTemplate(usual))).not.toContain('toggleDevTools');
	expect(roles(menuTemplate({ ...usual, packaged: false }))).toContain('toggleDevTools');
});
