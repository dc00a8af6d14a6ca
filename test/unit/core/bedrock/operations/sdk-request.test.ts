import * as sdk from '@aws-sdk/client-bedrock-runtime';
import { NormalizedSchema } from '@smithy/core/schema';
import { expect, test } from 'vitest';
import type { ChatMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { textMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { converseInput } from '../../../../../src/main/core/bedrock/operations/converse-input.ts';
import { attached, failed, found, fullSettings, redacted, thought, told, used } from './full-settings.ts';

/** Members that the app itself never writes, and why. The body editor can write every one of them. */
const LEFT_OUT: Readonly<Record<string, string>> = {
	'system.guardContent.text.qualifiers': 'contextual grounding, which is a thing of RAG programs',
	'system.guardContent.image': 'a system prompt is a text in the app',
	'content.image.source.s3Location': 'files go as bytes: nothing is kept in S3',
	'content.image.error': 'the service writes it, of pictures that a model made',
	'content.document.source.s3Location': 'files go as bytes',
	'content.document.source.text': 'a document of text goes as the file that it is',
	'content.document.source.content': 'a document is one file and no list of pieces: those are search results',
	'content.document.context': 'what is to be said of a document is said in the question',
	'content.video.source.s3Location': 'files go as bytes',
	'content.audio.source.s3Location': 'files go as bytes',
	'content.audio.error': 'the service writes it',
	'content.toolUse.type': 'it is written of tools that the service runs, and those are not sent back',
	'content.toolResult.content.image': 'results are given as text or JSON',
	'content.toolResult.content.document': 'results are given as text or JSON',
	'content.toolResult.content.video': 'results are given as text or JSON',
	'content.toolResult.content.searchResult': 'results are given as text or JSON',
	'content.toolResult.type': 'as that of a use',
	'content.guardContent.text.qualifiers': 'contextual grounding',
	'content.guardContent.image': 'the guardrail is shown what is asked, in words',
	'content.citationsContent': 'an answer goes back as the text that it is: its sources are in the request already',
	'content.toolAddition': 'tools are set for the whole talk, and go with every request',
	'content.toolRemoval': 'as additions',
};

const leftOut = (path: string) => Object.keys(LEFT_OUT).filter((name) => name.startsWith(path));

/** The members of a schema that a value has not, down to where both end. */
function lacking(schema: NormalizedSchema, values: readonly unknown[], path: readonly string[]): readonly string[] {
	if (schema.isListSchema()) return lacking(schema.getValueSchema(), values.flat(), path);
	if (!schema.isStructSchema()) return [];
	return [...schema.structIterator()].flatMap(([name, member]) => {
		const found = values.flatMap((value) =>
			typeof value === 'object' && value !== null && name in value ? [Reflect.get(value, name)] : [],
		);
		return found.length === 0 ? [[...path, name].join('.')] : lacking(member, found, [...path, name]);
	});
}

test('every member of the SDK’s request, however deep, is written by a setting', () => {
	const all = [{ type: 'auto' }, { type: 'any' }, { type: 'tool', name: 'now' }] as const;
	const set = all.map((toolChoice) => fullSettings({ operation: 'ConverseStream', toolChoice }));
	// A system prompt is plain, or content for a guardrail.
	const inputs = [...set, fullSettings({ guardrail: null })].map((settings) => {
		const { messages: _, ...input } = converseInput({ settings, messages: [textMessage('user', 'Hi')], body: null });
		return input;
	});
	const members = lacking(NormalizedSchema.of(sdk.ConverseStreamRequest$), inputs, []);
	expect(members).toEqual(['messages', ...leftOut('system.')]);
});

test('every member of the SDK’s messages is written by the talk, or left out for a reason', () => {
	const messages: readonly ChatMessage[] = [
		{ role: 'user', content: [{ type: 'text', text: 'Hi' }] },
		{ role: 'assistant', content: [thought, redacted, used] },
		{
			role: 'user',
			content: [
				told,
				failed,
				attached('image', 'a.png', 'png'),
				attached('document', 'b.pdf', 'pdf'),
				attached('video', 'c.mp4', 'mp4'),
				attached('audio', 'd.mp3', 'mp3'),
				found,
				{ type: 'text', text: 'And now?' },
			],
		},
	];
	const input = converseInput({ settings: fullSettings({ operation: 'Converse' }), messages, body: null });
	const members = lacking(NormalizedSchema.of(sdk.Message$), input.messages ?? [], []);
	expect(members).toEqual(leftOut('content.'));
});
