import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import type { Page, TestInfo } from '@playwright/test';
import { expect, test } from '@playwright/test';
import { onlyLanguage } from './spec-languages.ts';

const screens = fileURLToPath(new URL('../../../test-results/screens', import.meta.url));

/**
 * Looks at a state of the app in both themes: axe finds nothing serious or critical, the page is no longer than the
 * window, and a picture is kept as `test-results/screens/NAME-PROJECT-THEME.png`. The app must follow the system's theme.
 */
export async function look(page: Page, name: string, info: TestInfo = test.info()): Promise<void> {
	await mkdir(screens, { recursive: true });
	for (const theme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme: theme });
		const path = join(screens, `${name}-${info.project.name}-${theme}.png`);
		await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
		if (!isJudged(theme, info)) continue;
		// Colours on their way, of a note that fades in or from theme to theme, are no colours to judge.
		await page.evaluate(stillness);
		// Themes differ in nothing but colours.
		await expectAccessible(page, `${name}, ${theme}`, theme === 'light' ? null : ['color-contrast']);
	}
	await page.emulateMedia({ colorScheme: null });
	// Its panes scroll by themselves. What reached below the window could be scrolled to, and the app would move away.
	const below = await page.evaluate(() => document.documentElement.scrollHeight - innerHeight);
	expect.soft(below, `pixels below the window: ${name}`).toBe(0);
}

/** Languages differ in nothing but words: what is looked at in both is judged light in the one and dark in the other. */
function isJudged(theme: 'light' | 'dark', { project, file }: TestInfo): boolean {
	if (onlyLanguage(file) !== null) return true;
	return project.name === 'en' ? theme === 'light' : project.name === 'ja' ? theme === 'dark' : true;
}

/** In the page: resolves when all that moves once has come to its end. */
async function stillness(): Promise<void> {
	const moving = document.getAnimations().filter(({ effect, playState }) => {
		return playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY;
	});
	await Promise.allSettled(moving.map(({ finished }) => finished));
}

/** Fails with what axe finds serious or critical on the page, by all of its rules or by some. */
async function expectAccessible(page: Page, what: string, rules: readonly string[] | null): Promise<void> {
	// Legacy mode needs no second window, which Electron could not give.
	// The guards around an open menu hold no focus: they pass it on at once (copy-as-code.spec.ts looks). Base UI leaves
	// them as they are on purpose (mui/base-ui, issue 4668), and axe means not to mind such ones (axe-core, issue 4832).
	const axe = new AxeBuilder({ page }).setLegacyMode(true).exclude('[data-base-ui-focus-guard]');
	const { violations } = await (rules === null ? axe : axe.withRules([...rules])).analyze();
	const grave = violations
		.filter(({ impact }) => impact === 'serious' || impact === 'critical')
		.map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`);
	// Softly: a spec goes on, so that one run tells all.
	expect.soft(grave, `axe: ${what}`).toEqual([]);
}
