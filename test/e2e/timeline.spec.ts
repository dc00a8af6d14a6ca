import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Locator } from '@playwright/test';
import { look } from './support/look.ts';
import { startOutsidePractice } from './support/practice.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';
import type { Words } from './support/words.ts';

/** Where the middle of a part of the timeline lies. */
async function middleOf(part: Locator): Promise<{ readonly x: number; readonly y: number }> {
	const box = await part.boundingBox();
	if (box === null) throw new Error('It is not drawn.');
	return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

test('a stream is drawn with its frames, its pause and how fast it came; pointer and keys lead to each', async ({
	launch,
	folders,
	t,
}) => {
	const practice = await startOutsidePractice('fast');
	await writeFile(join(folders.home, '.aws/config'), practice.profile('paced'));
	const stall = practice.faults.arm({ kind: 'stalled-stream', afterFrames: 40 });
	const app = await launch();
	const ui = uiOf(app, t);
	const timeline = ui.inspector.getByRole('region', { name: t('timeline:label') });
	const readout = timeline.locator('p');
	const pause = timeline.locator('em');
	await ui.chooseConnection('paced');
	await ui.ask('Show me the layers.');
	await stall.reached;
	await expect(pause.last()).toBeVisible();
	await expect(readout).toHaveText(new RegExp(`^${t('timeline:nowSilent', { time: '[\\d.]+ m?s' })}$`));
	await look(app.page, 'timeline-stalled');
	stall.release();
	await ui.settled();

	// Nothing is pointed at: what took most of the time.
	await app.page.mouse.move(0, 0);
	await expect(readout).toContainText(t('timeline:part.pause'));
	const lane = timeline.getByRole('listitem').filter({ hasText: t('timeline:attempt', { number: 1 }) });
	const spoken = await lane.getByRole('img').getAttribute('aria-label');
	for (const part of ['connect', 'answer', 'stream'] as const) expect(spoken).toContain(t(`timeline:part.${part}`));
	const rate = timeline.getByRole('listitem').filter({ hasText: t('timeline:rate.tokens') });
	await expect(rate).toContainText(/\d/);
	// Drawn: the curve by its points, each frame or group of frames by a tick that tells of it and leads to it.
	await expect.poll(async () => (await pathOf(rate, 1)).split('L').length).toBe(96);
	const ticks = [...(await pathOf(lane, 0)).matchAll(/M([\d.]+) 0V1/g)].map(([, left]) => Number(left));
	expect(ticks.length).toBeGreaterThan(1);
	const track = await lane.getByRole('img').boundingBox();
	if (track === null) throw new Error('The attempt is not drawn.');
	const tick = { x: track.x + (ticks.at(-1) ?? 0) * track.width, y: track.y + track.height / 2 };
	await app.page.mouse.move(tick.x, tick.y);
	await expect(readout).toHaveText(frameWords(t));
	await app.page.mouse.click(tick.x, tick.y);
	const frames = ui.inspector.getByRole('treegrid', { name: t('inspector:frames') });
	const open = frames.locator('tr[aria-expanded="true"]');
	await expect(open).toHaveCount(1);
	expect(Number(await open.getAttribute('aria-rowindex'))).toBeGreaterThan(41);
	await expect(timeline.locator('[data-open-frame]')).toHaveCount(1);
	await ui.openTab('request');
	await app.page.mouse.move(0, 0);
	await app.page.setViewportSize({ width: 1600, height: 900 });
	await look(app.page, 'timeline-stream');

	const over = await middleOf(rate.getByRole('img'));
	await app.page.mouse.move(over.x, over.y);
	await expect(readout).toHaveText(/\d.*\d.*\d/);
	await look(app.page, 'timeline-rate');

	const walker = timeline.getByRole('slider', { name: t('timeline:walk') });
	await walker.focus();
	await app.page.mouse.move(0, 0);
	await walker.press('Home');
	await expect(walker).toHaveAttribute('aria-valuenow', '1');
	await expect(walker).toHaveAttribute('aria-valuetext', new RegExp(`^${t('timeline:part.prepare')}`));
	const words = async () => (await walker.getAttribute('aria-valuetext')) ?? '';
	// On a busy machine there are other pauses, none of them as long.
	const lengths = new Map<string, number>();
	for (let step = 0; step < 20; step++) {
		await walker.press('PageDown');
		const [told, value, unit] = pauseWords(t).exec(await words()) ?? [];
		if (told !== undefined) lengths.set(told, Number(value) * (unit === 's' ? 1000 : 1));
	}
	const [longest = ''] = [...lengths.keys()].toSorted((a, b) => (lengths.get(b) ?? 0) - (lengths.get(a) ?? 0));
	await walker.press('Home');
	for (let step = 0; step < 20 && (await words()) !== longest; step++) await walker.press('PageDown');
	await expect(readout).toHaveText(longest);
	await look(app.page, 'timeline-keyboard');
	await walker.press('Enter');
	await expect(open.first()).toHaveAttribute('aria-rowindex', '42');
	await practice.close();
});

/** What is drawn as a line, of the paths of a row. */
async function pathOf(row: Locator, index: number): Promise<string> {
	return (await row.locator('svg path').nth(index).getAttribute('d')) ?? '';
}

/** The words of a tick. */
function frameWords(t: Words): RegExp {
	const one = t('timeline:frame', { first: 'FRAME', time: 'TIME' });
	const several = t('timeline:frames', { first: 'FRAME', last: 'FRAME', time: 'TIME' });
	const words = (text: string) => text.replaceAll('FRAME', '\\d+').replace('TIME', '[\\d.]+ m?s');
	return new RegExp(`^(?:${words(one)}|${words(several)})$`);
}

/** The words of a pause: its length, and the unit of that. */
function pauseWords(t: Words): RegExp {
	const [start, end, threshold] = ['ANY', 'ANY', 'ANY'];
	const words = t('timeline:pause', { time: 'SECONDS', start, end, threshold });
	return new RegExp(`^${words.replace('SECONDS', '([\\d.]+) (m?s)').replaceAll('ANY', '[\\d.]+ m?s')}$`);
}

test('a throttled call has its attempts and waits one below the other', async ({ launch, practice, t }) => {
	practice.faults.arm({ kind: 'throttled', retryAfterSeconds: 1 }, 2);
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('Twice more.');
	const timeline = ui.inspector.getByRole('region', { name: t('timeline:label') });
	// How fast the text came has a line where the machine is slow.
	const lanes = timeline.locator('li:not([data-rate])');
	await expect(lanes).toHaveCount(6);
	await expect(lanes.nth(0)).toContainText(t('timeline:before'));
	for (const [position, number] of [
		[1, 1],
		[3, 2],
	] as const) {
		await expect(lanes.nth(position)).toContainText(t('timeline:attemptOutcome', { number, outcome: '429' }));
		await expect(lanes.nth(position).locator('[data-failed]')).toHaveCount(1);
		await expect(lanes.nth(position + 1)).toContainText(t('timeline:retry'));
	}
	const readout = timeline.locator('p');
	const mostly = t('timeline:part.retry');
	await expect(readout).toContainText(mostly);
	await expect(readout).not.toHaveText(new RegExp(`^${mostly}`));
	const wait = await middleOf(lanes.nth(2).locator('[data-part="retry"]'));
	await app.page.mouse.move(wait.x, wait.y);
	await expect(readout).toHaveText(new RegExp(`^${mostly}`));
	await app.page.mouse.move(0, 0);
	const walker = timeline.getByRole('slider');
	await walker.focus();
	await walker.press('End');
	await walker.press('ArrowUp');
	await expect(walker).toHaveAttribute('aria-valuetext', new RegExp(`^${t('timeline:part.retry')}`));
	// An attempt of the timeline is shown in the tabs.
	await walker.press('ArrowUp');
	await walker.press('Enter');
	await expect(ui.inspector.getByText(t('inspector:showingAttempt', { number: 2, count: 3 }))).toBeVisible();
	await ui.openTab('attempts');
	await expect(ui.inspector.getByRole('radio').nth(1)).toBeChecked();
	const first = await middleOf(lanes.nth(1).getByRole('img'));
	await app.page.mouse.click(first.x, first.y);
	await expect(ui.inspector.getByText(t('inspector:showingAttempt', { number: 1, count: 3 }))).toBeVisible();
	await expect(ui.inspector.getByRole('tab', { selected: true })).toHaveText(t('inspector:tab.response'));
	await app.page.setViewportSize({ width: 900, height: 850 });
	await app.page.getByRole('button', { name: t('showInspector') }).click();
	await look(app.page, 'timeline-retries-900');
});

test('all calls of a turn are on one scale; another one is a click away', async ({ launch, practice, t }) => {
	practice.faults.arm({ kind: 'access-denied' });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.askAndWait('Again, please.');
	// Of a refusal what came back is open first, of an answer what was sent.
	const shownTab = ui.inspector.getByRole('tab', { selected: true });
	await expect(shownTab).toHaveText(t('inspector:tab.response'));
	await look(app.page, 'timeline-refused');
	await ui.callAgain(() => ui.lastTurn.getByRole('button', { name: t('failure:action.retry') }).click());
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await expect(shownTab).toHaveText(t('inspector:tab.request'));
	await shownTab.press('ArrowRight');
	await expect(shownTab).toHaveText(t('inspector:tab.response'));
	await shownTab.press('ArrowLeft');
	await expect(shownTab).toHaveText(t('inspector:tab.request'));
	const timeline = ui.inspector.getByRole('region', { name: t('timeline:label') });
	const first = timeline.getByRole('button', { name: t('timeline:callOutcome', { number: 1, outcome: '403' }) });
	await expect(first).toBeVisible();
	// The second call went out on the connection of the first.
	const second = timeline
		.getByRole('listitem')
		.filter({ hasText: t('timeline:attemptOutcome', { number: 1, outcome: '200' }) })
		.getByRole('img');
	await expect(second).toHaveAccessibleName(new RegExp(t('timeline:part.send')));
	await expect(second).not.toHaveAccessibleName(new RegExp(t('timeline:part.connect')));
	await look(app.page, 'timeline-calls');
	await first.click();
	await expect(
		timeline.getByRole('button', { name: t('timeline:callOutcome', { number: 2, outcome: '200' }) }),
	).toBeVisible();
	await expect(timeline.getByRole('listitem').filter({ hasText: '403' })).toContainText(
		t('timeline:attemptOutcome', { number: 1, outcome: '403' }),
	);
	// The keys go on where the call was opened, and lead back.
	const walker = timeline.getByRole('slider');
	await expect(walker).toBeFocused();
	await walker.press('End');
	await walker.press('Enter');
	await expect(first).toBeVisible();
	await expect(walker).toBeFocused();
});
