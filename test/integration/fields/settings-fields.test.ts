import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { familyOf } from '../../../src/shared/catalogue.ts';
import { findField } from '../../../src/shared/fields/find-field.ts';
import { isInvoke, operations } from '../../../src/shared/model/operation.ts';
import { missingFields } from '../../helpers/missing-fields.ts';
import { modelOfEachFamily } from '../../helpers/model-of-each-family.ts';
import type { TestApp } from '../../helpers/test-app.ts';
import { ask, openTestApp, temporaryFolder } from '../../helpers/test-app.ts';
import { fullSettings } from '../../unit/core/bedrock/operations/full-settings.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let practice: PracticeServer;
let app: TestApp;

beforeAll(async () => {
	folder = await temporaryFolder();
	practice = await startPractice();
	app = await openTestApp(folder.path, practice);
});
afterAll(async () => {
	await app.close();
	await practice.close();
	await folder[Symbol.asyncDispose]();
});

const models = [...Object.values(modelOfEachFamily), 'deepseek.v3-v1:0'];

const targets = models.flatMap((modelId) => operations.map((operation) => ({ modelId, operation })));

test.each(targets)(
	'$operation with $modelId: the dictionary knows all that every setting sends',
	async ({ modelId, operation }) => {
		for (const reasoning of [{ mode: 'disabled' }, { mode: 'adaptive', display: 'summarized' }] as const) {
			const settings = fullSettings({ modelId, operation, reasoning, additionalFields: '' });
			const { id } = await app.client.conversations.create({ settings });
			await ask(app, id, 'Hi');
			const { turns } = await app.client.conversations.get({ id });
			const exchangeId = turns.at(-1)?.exchanges[0]?.id ?? '';
			const attempt = (await app.client.exchanges.get({ exchangeId })).attempts[0];
			const { base64: body } = await app.client.exchanges.body({ attemptId: attempt?.id ?? '', side: 'request' });
			const sent = JSON.parse(Buffer.from(body, 'base64').toString('utf8')) as unknown;
			const family = isInvoke(operation) ? familyOf(modelId) : null;
			expect(missingFields({ kind: 'body', side: 'request', operation, family }, sent)).toEqual([]);
			const names = attempt?.request.headers.map(([name]) => name) ?? [];
			expect(names.length).toBeGreaterThan(5);
			expect(names.filter((name) => findField({ kind: 'header', side: 'request' }, [name]) === null)).toEqual([]);
		}
	},
);
