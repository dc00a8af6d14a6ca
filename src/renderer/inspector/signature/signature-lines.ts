import type { RequestSignature } from '../../../shared/model/signature.ts';

/** A line of a signature's texts and what it is; `part` is a path of `fields` in the context `signature`. */
export interface SignatureLine<Part extends string> {
	readonly part: Part;
	readonly text: string;
}

export type CanonicalPart = 'method' | 'path' | 'query' | 'headers' | 'blank' | 'signedHeaders' | 'payloadHash';
export type ToSignPart = 'algorithm' | 'dateTime' | 'scope' | 'requestHash';
export type HeaderPart =
	| 'algorithm'
	| 'accessKeyId'
	| 'date'
	| 'region'
	| 'service'
	| 'terminator'
	| 'signedHeaders'
	| 'signature';

/** The lines of a canonical request, in their order. Signed headers are as many as there are. */
export function canonicalLines({ canonicalRequest }: RequestSignature): readonly SignatureLine<CanonicalPart>[] {
	const lines = canonicalRequest.split('\n');
	const headers = lines.slice(3, -3);
	const at = (index: number): string => lines.at(index) ?? '';
	return [
		{ part: 'method', text: at(0) },
		{ part: 'path', text: at(1) },
		{ part: 'query', text: at(2) },
		...headers.map((text) => ({ part: 'headers', text }) as const),
		{ part: 'blank', text: at(-3) },
		{ part: 'signedHeaders', text: at(-2) },
		{ part: 'payloadHash', text: at(-1) },
	];
}

/** The four lines of a string to sign. */
export function toSignLines({ stringToSign }: RequestSignature): readonly SignatureLine<ToSignPart>[] {
	const [algorithm = '', time = '', scope = '', requestHash = ''] = stringToSign.split('\n');
	return [
		{ part: 'algorithm', text: algorithm },
		{ part: 'dateTime', text: time },
		{ part: 'scope', text: scope },
		{ part: 'requestHash', text: requestHash },
	];
}

/** The parts of the `Authorization` header; `…` stands where it was cut. */
export function headerParts(signature: RequestSignature): readonly SignatureLine<HeaderPart>[] {
	const [date = '', region = '', service = '', terminator = ''] = signature.scope.split('/');
	return [
		{ part: 'algorithm', text: signature.algorithm },
		{ part: 'accessKeyId', text: signature.accessKeyId },
		{ part: 'date', text: date },
		{ part: 'region', text: region },
		{ part: 'service', text: service },
		{ part: 'terminator', text: terminator },
		{ part: 'signedHeaders', text: signature.signedHeaders.join(';') },
		{ part: 'signature', text: `${signature.signature}…` },
	];
}
