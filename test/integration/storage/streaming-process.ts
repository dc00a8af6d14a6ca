/**
 * Saves an answer as it streams, says so, and goes on until it is killed.
 * Arguments: the database's file.
 */
import { openStore } from '../../../src/main/core/storage/open-store.ts';
import { defaultRequestSettings } from '../../../src/shared/model/settings.ts';

const { store } = await openStore({
	file: process.argv[2] ?? '',
	clock: { now: () => 0, monotonic: () => 0 },
	log: { info() {}, warn() {}, error() {} },
});
await store.createConversation({ id: 'c1', title: 'Killed', settings: defaultRequestSettings, at: 1 });
const question = { id: 'm1', conversationId: 'c1', parentId: null, role: 'user', content: [], createdAt: 1 } as const;
await store.save([{ type: 'turn-begun', turnId: 't1', question: { ...question, content: [] }, title: '', at: 1 }]);
await store.save([
	{
		type: 'answer-begun',
		turnId: 't1',
		message: { id: 'm2', conversationId: 'c1', parentId: 'm1', role: 'assistant', content: [], createdAt: 2 },
	},
]);
for (const text of ['It was ', '切れた', ' here.'])
	await store.save([{ type: 'answer-part', messageId: 'm2', part: { type: 'text', text } }]);
console.log('saved');
setInterval(() => {}, 1_000_000);
