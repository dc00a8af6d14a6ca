import * as sdk from '@aws-sdk/client-bedrock-runtime';
import { NormalizedSchema } from '@smithy/core/schema';
import { expect, test } from 'vitest';
import { textMessage } from '../../../../../src/main/core/bedrock/call.ts';
import { converseInput } from '../../../../../src/main/core/bedrock/operations/converse-input.ts';
import { fullSettings } from './full-settings.ts';

/** What no setting writes: it goes by the body editor. */
const BY_THE_EDITOR = ['system.guardContent', 'toolConfig.tools.systemTool'];

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
	// Blocks of messages are the talk's, not a setting's.
	const inputs = all.map((toolChoice) => {
		const settings = fullSettings({ operation: 'ConverseStream', toolChoice });
		const { messages: _, ...input } = converseInput({ settings, messages: [textMessage('user', 'Hi')], body: null });
		return input;
	});
	const members = lacking(NormalizedSchema.of(sdk.ConverseStreamRequest$), inputs, []);
	expect(members.filter((name) => name !== 'messages')).toEqual(BY_THE_EDITOR);
});
