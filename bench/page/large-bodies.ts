/** Bodies as Bedrock gets them, of about as many bytes as asked for. */
export const bodies = { talk: longTalk, keys: manyKeys } as const;

const SENTENCE =
	'Bedrock の下には岩盤がある。 Under the soil lies the rock, and "outcrop" is where it comes to light.\n';

/** A request of Converse that resends a long talk in Japanese and English. */
function longTalk(bytes: number): string {
	const text = SENTENCE.repeat(12);
	const turn = [
		{ role: 'user', content: [{ text }] },
		{ role: 'assistant', content: [{ text: `${text}${text}` }] },
	];
	const times = Math.round(bytes / utf8Length(JSON.stringify(turn)));
	const messages = Array.from({ length: times }, () => turn).flat();
	return JSON.stringify({ messages, inferenceConfig: { maxTokens: 4096, temperature: 0.7 } });
}

/** A request of Converse whose tool answered with a table of short values. */
function manyKeys(bytes: number): string {
	const row = (id: number) => ({
		id,
		name: `岩 ${id}`,
		depth: id / 8,
		wet: id % 2 === 0,
		layer: null,
		tags: ['a', 'b'],
	});
	const times = Math.round(bytes / utf8Length(JSON.stringify(row(10_000))));
	const rows = Array.from({ length: times }, (_, id) => row(id));
	const toolResult = { toolUseId: 'tooluse_1', content: [{ json: { rows } }] };
	return JSON.stringify({ messages: [{ role: 'user', content: [{ toolResult }] }] });
}

function utf8Length(text: string): number {
	return new TextEncoder().encode(text).length;
}
