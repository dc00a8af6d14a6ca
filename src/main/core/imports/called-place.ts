import type { Operation } from '../../../shared/model/operation.ts';

/** What the address of a call to Bedrock Runtime says. */
export interface CalledPlace {
	readonly operation: Operation;
	/** Empty where it is not known. */
	readonly modelId: string;
	/** Where the call went, without the operation's own path. Empty where it is not known. */
	readonly endpoint: string;
	/** Empty where the address does not name it. */
	readonly region: string;
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
	converse: 'Converse',
	'converse-stream': 'ConverseStream',
	invoke: 'InvokeModel',
	'invoke-with-response-stream': 'InvokeModelWithResponseStream',
};

/** Reads the address of a call (bedrock-facts.md, 1.1: routes); null where it is none of the four operations. */
export function calledPlace(method: string, url: string): CalledPlace | null {
	if (method.toUpperCase() !== 'POST' || !URL.canParse(url)) return null;
	const { origin, hostname, pathname } = new URL(url);
	const [whole = '', modelId = '', name = ''] = /\/model\/([^/]+)\/([a-z-]+)$/.exec(pathname) ?? [];
	const operation = Object.hasOwn(OPERATIONS, name) ? OPERATIONS[name] : undefined;
	if (operation === undefined) return null;
	return {
		operation,
		modelId: decoded(modelId),
		endpoint: origin + pathname.slice(0, pathname.length - whole.length),
		region: /^bedrock-runtime(?:-fips)?\.([a-z0-9-]+)\./.exec(hostname)?.[1] ?? '',
	};
}

function decoded(segment: string): string {
	try {
		return decodeURIComponent(segment);
	} catch {
		return segment;
	}
}
