import { execFileSync } from 'node:child_process';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { look } from './support/look.ts';
import { test as base, expect } from './support/test.ts';
import { uiOf } from './support/ui.ts';

/** A disk can only be made small by mounting one. */
const reason = canMount() ? null : 'needs to mount a small disk, as root on Linux';

/** The data folder lies on a disk of 8 MB, which is gone after the app has ended. */
const test = base.extend({
	folders: async ({ folders }, use) => {
		if (reason === null) {
			mkdirSync(folders.data, { recursive: true });
			execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', folders.data]);
		}
		await use(folders);
		if (reason === null) execFileSync('umount', [folders.data]);
	},
});

test('a full disk: the answer stays on screen, that it is not saved is said, and saving is tried again', async ({
	launch,
	practice,
	folders,
	t,
}, info) => {
	info.skip(reason !== null, reason ?? '');
	const stall = practice.faults.arm({ kind: 'stalled-stream', afterFrames: 12 });
	const app = await launch();
	const ui = uiOf(app, t);
	await ui.chooseConnection('personal');
	await ui.ask('Fill the disk.');
	await expect(ui.lastTitle).toBeVisible();

	const filler = join(folders.data, 'filler');
	fill(filler);
	stall.release();
	await ui.settled();
	await expect(ui.lastTurn.getByText(t('chat:unsaved'))).toBeVisible();
	await expect(ui.lastTurn).toHaveAttribute('data-state', 'complete');
	await look(app.page, 'full-disk');

	// A message that can't be kept is not taken: it stays in the composer, and why is said.
	await ui.composer.fill('Is there room?');
	await ui.composer.press('Enter');
	await expect(app.page.getByRole('alert').filter({ hasText: t('notices:error.NOT_SAVED') })).toHaveCount(1);
	await expect(ui.composer).toHaveValue('Is there room?');

	rmSync(filler);
	await expect(ui.lastTurn.getByText(t('chat:unsaved'))).toBeHidden();
	const text = await ui.lastAnswer.textContent();
	await app.kill9();
	const again = uiOf(app, t);
	await again.conversations.getByText('Fill the disk.').click();
	await expect(again.lastTitle).toBeVisible();
	await expect.poll(() => again.lastAnswer.textContent()).toBe(text);
	await expect(again.lastTurn).toHaveAttribute('data-state', 'complete');
});

function canMount(): boolean {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
	const folder = mkdtempSync(join(tmpdir(), 'outcrop-mount-'));
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=1m', 'tmpfs', folder], { stdio: 'ignore' });
		execFileSync('umount', [folder]);
		return true;
	} catch {
		return false;
	} finally {
		rmSync(folder, { recursive: true });
	}
}

/** Writes until the disk takes no more. */
function fill(path: string): void {
	const file = openSync(path, 'w');
	for (let size = 65_536; size >= 1; ) {
		try {
			writeSync(file, Buffer.alloc(size));
		} catch {
			size = Math.floor(size / 2);
		}
	}
	closeSync(file);
}
