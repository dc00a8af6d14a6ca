import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

test('on a machine without AWS configuration the app starts on practice, ready to type', async ({
	app,
	t,
	language,
}) => {
	const ui = uiOf(app, t);
	await expect(ui.composer).toBeFocused();
	await expect(app.page.locator('html')).toHaveAttribute('lang', language);
	const head = app.page.getByRole('main');
	await expect(
		head.getByLabel(new RegExp(`^${t('connections:connection')}: ${t('connections:practice')}`)),
	).toBeVisible();
	await expect(head.getByLabel(new RegExp(`^${t('connections:model')}: \\S`))).toBeVisible();
	await expect(head.getByLabel(`${t('connections:operation')}: ConverseStream`)).toBeVisible();
	await expect(ui.conversations).toContainText(t('conversations:none'));
	await expect(ui.inspector).toContainText(t('inspector:emptyTitle'));
	await look(app.page, 'start');
});

test('the app is usable from 900 pixels wide', async ({ app, t }) => {
	await app.page.setViewportSize({ width: 900, height: 640 });
	const ui = uiOf(app, t);
	await ui.askAndWait('900 px');
	await expect(ui.lastAnswer).toBeVisible();
	const overflow = await app.page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	expect(overflow).toBe(0);
	await look(app.page, 'narrow');
});

test('an inspector that lies over the chat leaves the composer free, and closes by Escape and by its button', async ({
	launch,
	t,
}) => {
	const app = await launch({ pace: 'real' });
	const { page } = app;
	await page.setViewportSize({ width: 900, height: 640 });
	const ui = uiOf(app, t);
	await ui.ask('900 px');
	await page.getByRole('button', { name: t('showInspector') }).click();
	await expect(ui.inspector).toBeVisible();
	// Playwright presses only what nothing lies over.
	await ui.stop.click();
	await ui.settled();
	await ui.composer.fill('Not covered');
	await ui.send.click({ trial: true });
	await look(page, 'narrow-inspector');

	const inside = ui.inspector.getByRole('tab', { name: t('inspector:tab.request') });
	await inside.focus();
	await page.keyboard.press('Escape');
	await expect(ui.inspector).toBeHidden();
	const opener = page.getByRole('button', { name: t('showInspector') });
	await expect(opener).toBeFocused();
	await opener.press('Enter');
	await expect(ui.inspector).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(ui.inspector).toBeHidden();
	await opener.click();
	await ui.inspector.getByRole('button', { name: t('close'), exact: true }).click();
	await expect(ui.inspector).toBeHidden();
	await expect(opener).toBeFocused();
});

test('both outer panes close and open again', async ({ app, t }) => {
	const ui = uiOf(app, t);
	const { page } = app;
	await page.getByRole('button', { name: t('hideConversations') }).click();
	await expect(ui.conversations).toBeHidden();
	await page.getByRole('button', { name: t('hideInspector') }).click();
	await expect(ui.inspector).toBeHidden();
	await look(page, 'panes-closed');
	await app.restart();
	const again = uiOf(app, t);
	await expect(again.conversations).toBeHidden();
	await app.page.getByRole('button', { name: t('showConversations') }).click();
	await app.page.getByRole('button', { name: t('showInspector') }).click();
	await expect(again.conversations).toBeVisible();
	await expect(again.inspector).toBeVisible();
});

test('nothing of the app is out of reach of the keyboard, and focus is always visible', async ({ app, t }) => {
	const { page } = app;
	await expect(uiOf(app, t).composer).toBeFocused();
	const seen = new Set<string>();
	for (let presses = 0; presses < 40; presses++) {
		await page.keyboard.press('Tab');
		const focused = await page.evaluate(() => {
			const element = document.activeElement;
			if (!(element instanceof HTMLElement) || element === document.body) return null;
			const looks = () =>
				[element, element.parentElement ?? element]
					.flatMap((node) => ['', '::before', '::after'].map((part) => getComputedStyle(node, part)))
					.map((css) => [css.outline, css.boxShadow, css.background, css.border, css.opacity].join())
					.join();
			const withFocus = looks();
			element.blur();
			const shown = looks() !== withFocus;
			element.focus({ preventScroll: true });
			return { name: element.getAttribute('aria-label') ?? element.textContent, shown };
		});
		if (focused === null) continue;
		expect(focused, 'focus must be visible').toEqual({ name: focused.name, shown: true });
		seen.add(focused.name.trim());
	}
	for (const name of [
		t('conversations:new'),
		t('conversations:settings'),
		t('hideInspector'),
		t('chat:composer.label'),
	]) {
		expect(
			[...seen].some((other) => other.includes(name)),
			name,
		).toBe(true);
	}
});
