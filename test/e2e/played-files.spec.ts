import { webm } from '../helpers/webm.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

/** An MPEG-4 file's beginning, and nothing to play behind it. */
const mp4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom\0\0\x02\0isomiso2'), Buffer.alloc(40)]);

test('a video that was sent is played where it stands, or it is said that it can’t be', async ({ app, t }) => {
	const { page } = app;
	const ui = uiOf(app, t);
	await ui.chooseModel('us.amazon.nova-lite-v1:0');
	const [chooser] = await Promise.all([
		page.waitForEvent('filechooser'),
		page.getByRole('button', { name: t('attachments:attach'), exact: true }).click(),
	]);
	await chooser.setFiles([
		{ name: '地層.webm', mimeType: '', buffer: webm },
		{ name: 'broken.mp4', mimeType: '', buffer: mp4 },
	]);
	await ui.askAndWait('この動画には何が写っていますか？');
	const play = (name: string) => page.getByRole('button', { name: t('attachments:play', { name }) });
	const dialog = (name: string) => page.getByRole('dialog', { name });

	await play('地層.webm').press('Enter');
	const video = dialog('地層.webm').locator('video');
	await expect(video).toHaveJSProperty('videoWidth', 64);
	await expect(dialog('地層.webm')).toContainText(t('attachments:pixels', { width: 64, height: 48 }));
	const ended = video.evaluate((element) => {
		if (!(element instanceof HTMLVideoElement)) return;
		const over = new Promise((resolve) => element.addEventListener('ended', resolve, { once: true }));
		element.muted = true;
		return element.play().then(() => over);
	});
	await ended;
	await look(page, 'played');
	await page.keyboard.press('Escape');
	await expect(dialog('地層.webm')).toHaveCount(0);
	await expect(play('地層.webm')).toBeFocused();

	await play('broken.mp4').click();
	await expect(dialog('broken.mp4')).toContainText(t('attachments:unplayable', { format: 'MP4' }));
	await look(page, 'not-played');
});
