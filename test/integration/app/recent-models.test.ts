import { expect, test } from 'vitest';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { ask, openTestApp, temporaryFolder } from '../../helpers/test-app.ts';

test('the models of the last turns are kept, the newest first', async () => {
	await using folder = await temporaryFolder();
	const practice = await startPractice();
	const app = await openTestApp(folder.path, practice);
	const { id } = await app.client.conversations.create({});
	const nova = 'us.amazon.nova-micro-v1:0';
	const titan = 'amazon.titan-text-express-v1';
	for (const modelId of [nova, titan, nova]) {
		await app.client.conversations.updateSettings({ id, settings: { modelId } });
		await ask(app, id, 'Rocks?');
	}
	expect((await app.client.settings.get()).recentModels).toEqual([nova, titan]);
	await app.close();
	await practice.close();
});
