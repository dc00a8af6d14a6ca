import type { SentBeside } from '../../../shared/model/body-preview.ts';
import { sentBeside } from '../../../shared/model/body-preview.ts';
import type { HeaderLines } from '../../../shared/model/exchange.ts';
import type { GuardrailSettings, RequestSettings } from '../../../shared/model/settings.ts';
import { jsonValue } from './json-value.ts';

/** The headers of a request that say what goes along with a native body: Bedrock's own, but for the kind of answer. */
export function headersBeside(headers: HeaderLines): HeaderLines {
	return headers
		.map(([name, value]): [string, string] => [name.toLowerCase(), value])
		.filter(([name]) => name.startsWith('x-amzn-bedrock-') && name !== 'x-amzn-bedrock-accept');
}

/** What of the settings goes along with a native body. */
export function besideOf({ guardrail, performance, serviceTier, requestMetadata }: RequestSettings): SentBeside {
	return { guardrail, performance, serviceTier, requestMetadata };
}

/**
 * The settings that write the headers of an earlier request again. What they can't say is not among them: a value that
 * no setting takes, or one that was masked.
 */
export function readBeside(headers: HeaderLines): SentBeside {
	const { shape } = sentBeside;
	const found = new Map(headersBeside(headers).filter(([, value]) => /^[ -~]*$/.test(value)));
	const metadata = jsonValue(found.get('x-amzn-bedrock-request-metadata') ?? '{}');
	return {
		guardrail: shape.guardrail.catch(null).parse(readGuardrail(found)),
		performance: shape.performance.catch(null).parse(found.get('x-amzn-bedrock-performanceconfig-latency') ?? null),
		serviceTier: shape.serviceTier.catch(null).parse(found.get('x-amzn-bedrock-service-tier') ?? null),
		requestMetadata: shape.requestMetadata.catch({}).parse(metadata),
	};
}

/** How a stream is examined, and what of the talk, stands in the body. */
function readGuardrail(found: ReadonlyMap<string, string>): Readonly<Record<keyof GuardrailSettings, unknown>> {
	return {
		identifier: found.get('x-amzn-bedrock-guardrailidentifier'),
		version: found.get('x-amzn-bedrock-guardrailversion'),
		trace: found.get('x-amzn-bedrock-trace')?.toLowerCase() ?? null,
		streamProcessingMode: null,
		questionOnly: false,
		system: false,
	};
}
