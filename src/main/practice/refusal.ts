import type { JsonObject } from './json.ts';
import { toJsonBytes } from './json.ts';

const BEDROCK = 'http://internal.amazon.com/coral/com.amazon.bedrock/';
const CORAL = 'http://internal.amazon.com/coral/com.amazon.coral.service/';

/** Status and namespace of each exception (Bedrock Runtime's service model; bedrock-facts.md, 1.4 and 4). */
const exceptions = {
	ValidationException: { status: 400, namespace: BEDROCK },
	AccessDeniedException: { status: 403, namespace: BEDROCK },
	ResourceNotFoundException: { status: 404, namespace: BEDROCK },
	ModelTimeoutException: { status: 408, namespace: BEDROCK },
	ModelErrorException: { status: 424, namespace: BEDROCK },
	ModelNotReadyException: { status: 429, namespace: BEDROCK },
	ServiceQuotaExceededException: { status: 400, namespace: BEDROCK },
	ConflictException: { status: 400, namespace: BEDROCK },
	ThrottlingException: { status: 429, namespace: BEDROCK },
	InternalServerException: { status: 500, namespace: BEDROCK },
	ServiceUnavailableException: { status: 503, namespace: BEDROCK },
	UnrecognizedClientException: { status: 403, namespace: CORAL },
	ExpiredTokenException: { status: 403, namespace: CORAL },
	InvalidSignatureException: { status: 403, namespace: CORAL },
	MissingAuthenticationTokenException: { status: 403, namespace: CORAL },
	IncompleteSignatureException: { status: 400, namespace: CORAL },
	SerializationException: { status: 400, namespace: CORAL },
} as const;

export type ExceptionName = keyof typeof exceptions;

/** Thrown where AWS would refuse the request; the server answers with it. */
export class Refusal extends Error {
	readonly exception: ExceptionName;
	/** True for what the model, not the service, objects to: Converse puts a sentence in front of it. */
	readonly fromModel: boolean;
	/** API keys are refused with `Message`, everything else with `message` (bedrock-facts.md, 1.4). */
	readonly messageKey: 'message' | 'Message';
	/** More headers, such as `retry-after`. */
	readonly headers: Readonly<Record<string, string>>;

	constructor(
		exception: ExceptionName,
		message: string,
		options: {
			readonly fromModel?: boolean;
			readonly messageKey?: 'message' | 'Message';
			readonly headers?: Readonly<Record<string, string>>;
		} = {},
	) {
		super(message);
		this.name = exception;
		this.exception = exception;
		this.fromModel = options.fromModel ?? false;
		this.messageKey = options.messageKey ?? 'message';
		this.headers = options.headers ?? {};
	}
}

/** What the service refuses with 400. */
export function invalid(message: string): Refusal {
	return new Refusal('ValidationException', message);
}

/** What the model behind the service refuses with 400. */
export function invalidForModel(message: string): Refusal {
	return new Refusal('ValidationException', message, { fromModel: true });
}

/** A body that does not fit the model's schema: one violation is told, several are counted. */
export function malformed(violations: readonly string[]): Refusal {
	if (violations.length === 0)
		return invalidForModel('Malformed input request, please reformat your input and try again.');
	const what = violations.length === 1 ? violations[0] : `${violations.length} schema violations found`;
	return invalidForModel(`Malformed input request: ${what}, please reformat your input and try again.`);
}

/** The same refusal as Converse words it. */
export function asConverseRefusal(refusal: Refusal): Refusal {
	if (!refusal.fromModel) return refusal;
	return invalid(`The model returned the following errors: ${refusal.message}`);
}

/** A whole HTTP answer. */
export interface Reply {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: Uint8Array;
}

export function refusalReply(refusal: Refusal): Reply {
	const { status, namespace } = exceptions[refusal.exception];
	return jsonReply({ [refusal.messageKey]: refusal.message }, status, {
		'x-amzn-ErrorType': `${refusal.exception}:${namespace}`,
		...refusal.headers,
	});
}

/** What Bedrock answers on a path that it does not know (bedrock-facts.md, 1.4). */
export function unknownOperationReply(): Reply {
	return jsonReply({ Output: { __type: 'com.amazon.coral.service#UnknownOperationException' }, Version: '1.0' }, 404);
}

export function jsonReply(body: JsonObject, status = 200, headers: Readonly<Record<string, string>> = {}): Reply {
	return { status, headers: { 'Content-Type': 'application/json', ...headers }, body: toJsonBytes(body) };
}
