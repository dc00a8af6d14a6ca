import { expect, test } from 'vitest';
import type { Attached } from '../../../src/shared/model/attached-file.ts';
import type { Turn } from '../../../src/shared/model/conversation.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { watchTurn } from '../../helpers/test-app.ts';
import { appForTests } from './support/app-for-tests.ts';

const here = appForTests();

const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const NOVA = 'us.amazon.nova-2-lite-v1:0';
const ARN = 'arn:aws:iam::111122223333:user/yuki';

const granite: Attached = {
	kind: 'search-result',
	title: 'Granite',
	source: 'https://rocks.example/granite',
	text: 'Rocks are old. Granite cools slowly, deep below the ground. Basalt cools fast.',
};
const own: Attached = { kind: 'search-result', title: `Of ${ARN}`, source: ARN, text: `Written by ${ARN}.` };

async function conversation(settings: { operation: Operation; modelId?: string; citations?: boolean }) {
	return (await here.app.client.conversations.create({ settings: { modelId: HAIKU, citations: true, ...settings } }))
		.id;
}

async function askWith(conversationId: string, text: string, attachments: readonly Attached[]): Promise<Turn> {
	const turn = await here.app.client.turns.start({ conversationId, text, attachments: [...attachments] });
	return (await (await watchTurn(here.app, turn.id)).until('ended')).turn;
}

const sent = (index: number) => JSON.parse(Buffer.from(here.received[index]?.requestBody ?? []).toString('utf8'));
const { kind: type, ...passage } = granite;

test.each<Operation>(['Converse', 'ConverseStream', 'InvokeModel', 'InvokeModelWithResponseStream'])(
	'%s: a search result goes out with every turn, and the answer cites what fits the question',
	async (operation) => {
		const id = await conversation({ operation });
		const turn = await askWith(id, 'How does granite cool?', [granite]);
		expect(turn).toMatchObject({ state: 'complete', failure: null });
		expect(turn.question.content).toEqual([
			{ type, ...passage },
			{ type: 'text', text: 'How does granite cool?' },
		]);
		const { title, source, text } = granite;
		const citations = { enabled: true };
		const isConverse = operation.startsWith('Converse');
		expect(sent(0).messages[0].content[0]).toEqual(
			isConverse
				? { searchResult: { source, title, content: [{ text }], citations } }
				: { type: 'search_result', source, title, content: [{ type: 'text', text }], citations },
		);
		const cited = turn.answer?.content.flatMap((block) => (block.type === 'text' ? (block.citations ?? []) : []));
		expect(cited).toEqual([
			expect.objectContaining({ title, source, quote: 'Granite cools slowly, deep below the ground.' }),
		]);
		await askWith(id, 'And basalt?', []);
		expect(sent(1).messages[0]).toEqual(sent(0).messages[0]);
	},
);

test('without the wish to be cited nothing is, and a question may be nothing but a search result', async () => {
	const id = await conversation({ operation: 'Converse', citations: false });
	const turn = await askWith(id, '', [granite]);
	expect(sent(0).messages[0].content).toEqual([
		{ searchResult: { source: granite.source, title: granite.title, content: [{ text: granite.text }] } },
	]);
	expect(JSON.stringify(turn.answer)).not.toContain('citations');
	expect((await here.app.client.conversations.get({ id })).title).toBe('Granite');
});

test('a model that takes none refuses it; a body without a place for it goes without', async () => {
	const refused = await askWith(await conversation({ operation: 'Converse', modelId: NOVA }), 'Hi', [granite]);
	expect(refused.failure?.message).toBe(
		"This model doesn't support the searchResult field for user messages. Remove searchResult and try again.",
	);
	await askWith(await conversation({ operation: 'InvokeModel', modelId: NOVA }), 'Hi', [granite]);
	expect(sent(1).messages[0].content).toEqual([{ text: 'Hi' }]);
});

test('files have it, masked where that is asked for; one that is opened has it again', async () => {
	const id = await conversation({ operation: 'Converse' });
	await askWith(id, 'Who?', [granite, own]);
	const saved = async (format: 'outcrop' | 'markdown', mask: boolean) => {
		const scope = { conversationId: id, turnId: null, exchangeId: null };
		return (await here.app.client.files.export({ scope, format, mask, language: 'en', words: [] })).text;
	};
	const markdown = await saved('markdown', false);
	expect(markdown).toContain('**Search result**');
	expect(markdown).toContain('Granite (`https://rocks.example/granite`)');
	expect(markdown).toContain(granite.text);
	for (const format of ['outcrop', 'markdown'] as const) {
		expect(await saved(format, true)).not.toContain('111122223333');
	}
	const base64 = Buffer.from(await saved('outcrop', false)).toString('base64');
	const opened = await here.app.client.files.import({ fileName: 'a.outcrop.json', base64 });
	if ('problem' in opened) throw new Error(opened.problem);
	const [turn] = (await here.app.client.conversations.get({ id: opened.conversationId })).turns;
	expect(turn?.question.content).toEqual([
		{ type, ...passage },
		{ type: 'search-result', title: own.title, source: ARN, text: own.text },
		{ type: 'text', text: 'Who?' },
	]);
});

test('while somebody presents, title, source and text are masked', async () => {
	const id = await conversation({ operation: 'Converse' });
	await askWith(id, 'Who?', [own]);
	await here.app.client.settings.update({ presenter: true });
	const [turn] = (await here.app.client.conversations.get({ id })).turns;
	expect(JSON.stringify(turn?.question)).not.toContain('111122223333');
});
