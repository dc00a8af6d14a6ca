import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { PracticeServer } from '../../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../../src/main/practice/practice-server.ts';
import { setClient } from '../../../../src/renderer/state/client.ts';
import { onProblem } from '../../../../src/renderer/state/errors.ts';
import type { HeldModels, ModelsFrom } from '../../../../src/renderer/state/models.ts';
import { followModels, modelsAt, modelsChanged } from '../../../../src/renderer/state/models.ts';
import type { TestApp } from '../../../helpers/test-app.ts';
import { openTestApp, temporaryFolder } from '../../../helpers/test-app.ts';

const HERE: ModelsFrom = { connection: 'practice', region: 'us-east-1', fips: null, dualStack: null };
/** No connection that the contract lets through: to read its models fails. */
const NOWHERE = { ...HERE, connection: 'somewhere' };

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let practice: PracticeServer;
let app: TestApp;
beforeAll(async () => {
	[folder, practice] = await Promise.all([temporaryFolder(), startPractice()]);
	app = await openTestApp(folder.path, practice);
	setClient(app.client);
});
afterAll(async () => {
	await app.close();
	await Promise.all([practice.close(), folder[Symbol.asyncDispose]()]);
});

let held: HeldModels | null;
let tell: () => void;
const hold = (next: HeldModels) => {
	held = next;
	tell();
};
beforeEach(() => {
	held = null;
});

const nextHeld = () =>
	new Promise<void>((resolve) => {
		tell = resolve;
	});

const nextProblem = () =>
	new Promise<string>((resolve) => {
		const leave = onProblem(({ code }) => {
			leave();
			resolve(code);
		});
	});

test('until the models of another place are read, those of the place before serve, and are not current', async () => {
	expect(modelsAt(held, HERE)).toEqual({ models: null, current: false });
	const read = nextHeld();
	const leave = followModels(HERE, hold);
	await read;
	leave();
	const { models, current } = modelsAt(held, { ...HERE });
	expect(current).toBe(true);
	expect(models).toEqual(await app.client.models.list(HERE));
	for (const other of [{ region: null }, { region: 'us-west-2' }, { fips: true }, { dualStack: false }]) {
		expect(modelsAt(held, { ...HERE, ...other })).toEqual({ models, current: false });
	}
});

test('a read that fails is reported, and the models of the place before do not become those of this one', async () => {
	const read = nextHeld();
	const leave = followModels(HERE, hold);
	await read;
	leave();
	const before = held;
	const problem = nextProblem();
	const leaveNowhere = followModels(NOWHERE, hold);
	expect(await problem).toBe('UNKNOWN');
	leaveNowhere();
	expect(held).toBe(before);
	expect(modelsAt(held, NOWHERE).current).toBe(false);
	expect(modelsAt(held, HERE).current).toBe(true);
});

test('they are read again each time they may be others, and no more once left', async () => {
	const first = nextHeld();
	const leave = followModels(HERE, hold);
	await first;
	const before = held;
	const again = nextHeld();
	modelsChanged();
	await again;
	expect(held).not.toBe(before);
	expect(held).toEqual(before);
	const last = held;
	modelsChanged();
	leave();
	modelsChanged();
	// Who asks later is answered later.
	await app.client.models.list(HERE);
	expect(held).toBe(last);
});
