/**
 * A number as it is written in JSON, for one that a double would write differently: `JSON.stringify` writes it so, and so
 * does the SDK within its documents, which knows such a value by `type` and `string` (@smithy/core, `NumericValue`).
 */
export class ExactNumber {
	readonly type = 'bigDecimal';
	readonly string: string;

	constructor(string: string) {
		this.string = string;
	}

	toJSON(): unknown {
		return rawJson(this.string);
	}
}

/** Node 22 and later have it (ECMAScript proposal "JSON.parse source text access"), TypeScript's libraries do not. */
function rawJson(text: string): unknown {
	return 'rawJSON' in JSON && typeof JSON.rawJSON === 'function' ? JSON.rawJSON(text) : Number(text);
}
