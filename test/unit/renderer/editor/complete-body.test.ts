import { describe, expect, test } from 'vitest';
import { completeBody } from '../../../../src/renderer/editor/complete-body.ts';
import type { FieldContext } from '../../../../src/shared/fields/field-context.ts';

const converse: FieldContext = { kind: 'body', side: 'request', operation: 'Converse', family: 'claude-messages' };
const claude: FieldContext = { ...converse, operation: 'InvokeModel' };

/** What is offered where `|` stands: labels, and the text after taking one of them with the caret as `|`. */
function offered(marked: string, context: FieldContext) {
	const position = marked.indexOf('|');
	const text = marked.replace('|', '');
	const found = completeBody(text, position, context);
	return {
		labels: found?.offers.map(({ label }) => label) ?? null,
		taken(label: string): string {
			const offer = found?.offers.find((one) => one.label === label);
			if (found === null || offer === undefined) throw new Error(`${label} is not offered`);
			const insert = `${offer.insert.slice(0, offer.caret)}|${offer.insert.slice(offer.caret)}`;
			return text.slice(0, found.from) + insert + text.slice(found.to);
		},
	};
}

describe('fields', () => {
	test('those that are not there yet, with a value to begin with', () => {
		const root = offered('{"max_tokens": 1, |}', claude);
		expect(root.labels).toContain('messages');
		expect(root.labels).not.toContain('max_tokens');
		expect(root.taken('messages')).toBe('{"max_tokens": 1, "messages": [|]}');
		expect(root.taken('anthropic_version')).toBe('{"max_tokens": 1, "anthropic_version": "bedrock-2023-05-31"|}');
		expect(root.taken('temperature')).toBe('{"max_tokens": 1, "temperature": |}');
		expect(root.taken('thinking')).toBe('{"max_tokens": 1, "thinking": {|}}');
	});

	test('in place of what has been written of one, with or without its quotes', () => {
		expect(offered('{"mess|"}', claude).taken('messages')).toBe('{"messages": [|]}');
		expect(offered('{mess|}', claude).taken('messages')).toBe('{"messages": [|]}');
		// What follows it already is not written again.
		expect(offered('{"mess|": []}', claude).taken('messages')).toBe('{"messages"|: []}');
	});

	test('of the object around, however deep, and of another item nothing', () => {
		const talk = '{"messages":[{"role":"user","content":[]},{"role":"user",|}]}';
		expect(offered(talk, converse).labels).toEqual(['content']);
	});

	test('one of a union, and none once it is chosen', () => {
		expect(offered('{"messages":[{"content":[{|}]}]}', converse).labels).toContain('image');
		expect(offered('{"messages":[{"content":[{"text":"a",|}]}]}', converse).labels).toBeNull();
	});

	test('nothing where keys are of one’s own making', () => {
		expect(offered('{"requestMetadata":{|}}', converse).labels).toBeNull();
	});
});

describe('values', () => {
	test('those that a field takes', () => {
		const role = offered('{"messages":[{"role":"|"}]}', claude);
		expect(role.labels).toEqual(['"user"', '"assistant"']);
		expect(role.taken('"user"')).toBe('{"messages":[{"role":"user"|}]}');
		expect(offered('{"messages":[{"role": |}]}', claude).labels).toEqual(['"user"', '"assistant"']);
		expect(offered('{"toolConfig":{"tools":[{"toolSpec":{"strict": |}}]}}', converse).labels).toEqual([
			'true',
			'false',
		]);
	});

	test('none where anything can be written', () => {
		expect(offered('{"inferenceConfig":{"maxTokens": |}}', converse).labels).toBeNull();
	});
});
