import { webm } from '../helpers/webm.ts';
import { look } from './support/look.ts';
import { expect, test } from './support/test.ts';
import { uiOf } from './support/ui.ts';

/** An MPEG-4 file's beginning, and nothing to play behind it. */
const mp4 = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypisom\0\0\x02\0isomiso2'), Buffer.alloc(40)]);

/** A tenth of a second of silence: PCM, mono, 8,000 samples of a byte each second. */
function wav(): Buffer {
	const head = Buffer.alloc(44);
	head.write('RIFF');
	head.writeUInt32LE(36 + 800, 4);
	head.write('WAVEfmt ', 8);
	head.writeUInt32LE(16, 16);
	head.writeUInt16LE(1, 20);
	head.writeUInt16LE(1, 22);
	head.writeUInt32LE(8000, 24);
	head.writeUInt32LE(8000, 28);
	head.writeUInt16LE(1, 32);
	head.writeUInt16LE(8, 34);
	head.write('data', 36);
	head.writeUInt32LE(800, 40);
	return Buffer.concat([head, Buffer.alloc(800, 128)]);
}

test('a video or sound that was sent is played where it stands, or it is said that it can’t be', async ({ app, t }) => {
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
		{ name: 'tone.wav', mimeType: '', buffer: wav() },
	]);
	// Refused or not: what was sent stands in the question.
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
	await page.keyboard.press('Escape');

	await play('tone.wav').click();
	await expect(dialog('tone.wav').locator('audio')).toHaveJSProperty('duration', 0.1);
	await look(page, 'sound-played');
});
