import type { Operation } from '../../../src/shared/model/operation.ts';
import { isInvoke, isStreaming } from '../../../src/shared/model/operation.ts';
import type { Places } from './read-raw.ts';
import type { Target } from './targets.ts';
import { claudeEnds } from './targets.ts';

const converseWhole: Places = {
	text: 'output.message.content.*.text',
	thoughts: 'output.message.content.*.reasoningContent.reasoningText.text',
	signature: 'output.message.content.*.reasoningContent.reasoningText.signature',
	toolUseId: 'output.message.content.*.toolUse.toolUseId',
	toolInput: 'output.message.content.*.toolUse.input',
	stop: 'stopReason',
	input: 'usage.inputTokens',
	output: 'usage.outputTokens',
};
const converseFrames: Places = {
	text: 'delta.text',
	thoughts: 'delta.reasoningContent.text',
	signature: 'delta.reasoningContent.signature',
	toolUseId: 'start.toolUse.toolUseId',
	toolInput: 'delta.toolUse.input',
	stop: 'stopReason',
	input: 'usage.inputTokens',
	output: 'usage.outputTokens',
};

/** What a target is in one operation: with Converse all speak alike. */
export function inOperation(target: Target, operation: Operation) {
	const native = isInvoke(operation);
	const streams = isStreaming(operation);
	return {
		native,
		streams,
		family: native ? target.family : null,
		rows: native ? target.native : target.converse,
		ends: native ? target.ends : claudeEnds,
		lead: native ? target.lead : '',
		tags: native ? (target.tags ?? null) : null,
		places: native ? (streams ? target.chunks : target.whole) : streams ? converseFrames : converseWhole,
	};
}
