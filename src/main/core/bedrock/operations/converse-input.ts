import type { ConverseStreamCommandInput, SystemContentBlock } from '@aws-sdk/client-bedrock-runtime';
import type { GuardrailSettings, OutputSchema, RequestSettings } from '../../../../shared/model/settings.ts';
import { settingPlaces } from '../../../../shared/requests/sent-settings.ts';
import type { Call } from '../call.ts';
import { cachePoint, toolConfig } from '../converse-blocks.ts';
import { additionalModelFields } from '../model-fields.ts';
import { whatIsSet } from '../what-is-set.ts';
import { converseMessages } from './converse-messages.ts';

/**
 * The input of Converse and ConverseStream. What is not set is not in it, nor what has no place there (`settingPlaces`);
 * `maxTokens` always is, but beside the ARN of a prompt.
 */
export function converseInput(call: Call): ConverseStreamCommandInput {
	const { settings } = call;
	const { modelId, cache, guardrail, responsePaths, promptVariables, requestMetadata } = settings;
	const places = settingPlaces(settings);
	const tools = places.tools && toolConfig(settings, { system: true });
	const fields = places.additionalFields ? additionalModelFields(settings) : null;
	const output = outputConfig(settings, places.effort?.in === 'body' && places.effort.path[0] === 'outputConfig');
	return {
		modelId,
		...(places.system &&
			settings.system !== '' && {
				system: [systemPrompt(settings), ...(cache?.system === true ? [cachePoint(cache)] : [])],
			}),
		messages: converseMessages(call),
		...(places.maxTokens && { inferenceConfig: inferenceConfig(settings) }),
		...(tools && { toolConfig: tools }),
		...(guardrail !== null && {
			guardrailConfig: guardrailConfig(guardrail, places['guardrail.streamProcessingMode'] !== undefined),
		}),
		...(fields !== null && { additionalModelRequestFields: fields }),
		...(isFilled(promptVariables) && { promptVariables: variables(promptVariables) }),
		...(responsePaths.length > 0 && { additionalModelResponseFieldPaths: [...responsePaths] }),
		...(isFilled(requestMetadata) && { requestMetadata }),
		...(settings.performance !== null && { performanceConfig: { latency: settings.performance } }),
		...(settings.serviceTier !== null && { serviceTier: { type: settings.serviceTier } }),
		...(output !== null && { outputConfig: output }),
	};
}

/** A guardrail passes over a system prompt, but where it is guard content (AWS: Guardrails with the Converse API). */
function systemPrompt({ system: text, guardrail }: RequestSettings): SystemContentBlock {
	return guardrail?.system === true ? { guardContent: { text: { text } } } : { text };
}

function inferenceConfig({
	maxTokens,
	temperature,
	topP,
	stopSequences,
}: RequestSettings): NonNullable<ConverseStreamCommandInput['inferenceConfig']> {
	return {
		maxTokens,
		...whatIsSet({ temperature, topP }),
		...(stopSequences.length > 0 && { stopSequences: [...stopSequences] }),
	};
}

function guardrailConfig(
	{ identifier, version, trace, streamProcessingMode }: GuardrailSettings,
	streams: boolean,
): NonNullable<ConverseStreamCommandInput['guardrailConfig']> {
	return {
		guardrailIdentifier: identifier,
		guardrailVersion: version,
		...(trace !== null && { trace }),
		...(streams && streamProcessingMode !== null && { streamProcessingMode }),
	};
}

function outputConfig(
	{ outputSchema, effort }: RequestSettings,
	takesEffort: boolean,
): NonNullable<ConverseStreamCommandInput['outputConfig']> | null {
	if (outputSchema === null && (effort === null || !takesEffort)) return null;
	return {
		...(outputSchema !== null && { textFormat: textFormat(outputSchema) }),
		...(effort !== null && takesEffort && { effort }),
	};
}

function textFormat({
	schema,
	name,
	description,
}: OutputSchema): NonNullable<NonNullable<ConverseStreamCommandInput['outputConfig']>['textFormat']> {
	return {
		type: 'json_schema',
		structure: {
			jsonSchema: { schema, ...(name !== '' && { name }), ...(description !== '' && { description }) },
		},
	};
}

function variables(texts: Readonly<Record<string, string>>): Record<string, { text: string }> {
	return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, { text }]));
}

function isFilled(record: Readonly<Record<string, string>>): boolean {
	return Object.keys(record).length > 0;
}
