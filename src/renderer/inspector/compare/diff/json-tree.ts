interface Place {
	/** The same for equal values, whatever document of one reader they are in: order of keys and white space don't count. */
	readonly id: number;
	/** Where the value stands in the source. */
	readonly from: number;
	readonly to: number;
}

/** A value of a JSON text. Numbers and words stay as they were written; keys stay in their order, double ones too. */
export type JsonNode =
	| (Place & { readonly kind: 'object'; readonly members: readonly JsonMember[] })
	| (Place & { readonly kind: 'array'; readonly items: readonly JsonNode[] })
	| (Place & { readonly kind: 'string'; readonly value: string })
	| (Place & { readonly kind: 'literal'; readonly value: string });

export interface JsonMember {
	readonly name: string;
	readonly value: JsonNode;
}

/** Reads JSON texts (RFC 8259) into trees; null: it is no JSON, or nested too deeply to be compared by its structure. */
export type JsonReader = (source: string) => JsonNode | null;

/** Deeper than any body of a model; a tree is walked by recursion. */
const DEEPEST = 400;

const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y;
const WORD = /true|false|null/y;

/** A reader whose documents can be compared with each other by the ids of their values. */
export function jsonReader(): JsonReader {
	const ids = new Map<string, number>();
	const idOf = (text: string): number => {
		const known = ids.get(text);
		if (known !== undefined) return known;
		ids.set(text, ids.size);
		return ids.size - 1;
	};
	return (source) => {
		try {
			return readDocument(source, idOf);
		} catch (error) {
			if (error instanceof SyntaxError) return null;
			throw error;
		}
	};
}

function readDocument(source: string, idOf: (text: string) => number): JsonNode {
	let at = 0;

	const skipSpace = (): void => {
		for (;;) {
			const code = source.charCodeAt(at);
			if (code !== 0x20 && code !== 0x0a && code !== 0x0d && code !== 0x09) return;
			at += 1;
		}
	};
	const take = (sign: string): boolean => {
		skipSpace();
		if (source[at] !== sign) return false;
		at += 1;
		return true;
	};
	const need = (sign: string): void => {
		if (!take(sign)) throw new SyntaxError(`No ${sign} at ${at}.`);
	};
	const string = (): string => {
		const from = at;
		for (let end = source.indexOf('"', at + 1); end >= 0; end = source.indexOf('"', end + 1)) {
			if (isEscaped(source, end, from)) continue;
			at = end + 1;
			const value: unknown = JSON.parse(source.slice(from, at));
			return String(value);
		}
		throw new SyntaxError(`A string that begins at ${from} has no end.`);
	};

	const value = (depth: number): JsonNode => {
		if (depth > DEEPEST) throw new SyntaxError('It is nested too deeply.');
		skipSpace();
		const from = at;
		if (take('{')) {
			const members: JsonMember[] = [];
			if (!take('}')) {
				do {
					skipSpace();
					if (source[at] !== '"') throw new SyntaxError(`No key at ${at}.`);
					const name = string();
					need(':');
					members.push({ name, value: value(depth + 1) });
				} while (take(','));
				need('}');
			}
			// By name alone: of a key that is there twice, the order counts.
			const parts = members
				.toSorted((one, other) => (one.name < other.name ? -1 : one.name > other.name ? 1 : 0))
				.map((member) => `${JSON.stringify(member.name)}:${member.value.id}`);
			return { kind: 'object', members, id: idOf(`{${parts.join(',')}}`), from, to: at };
		}
		if (take('[')) {
			const items: JsonNode[] = [];
			if (!take(']')) {
				do items.push(value(depth + 1));
				while (take(','));
				need(']');
			}
			return { kind: 'array', items, id: idOf(`[${items.map(({ id }) => id).join(',')}]`), from, to: at };
		}
		if (source[at] === '"') {
			const text = string();
			return { kind: 'string', value: text, id: idOf(`"${text}`), from, to: at };
		}
		for (const pattern of [NUMBER, WORD]) {
			pattern.lastIndex = at;
			const found = pattern.exec(source)?.[0];
			if (found === undefined) continue;
			at += found.length;
			return { kind: 'literal', value: found, id: idOf(found), from, to: at };
		}
		throw new SyntaxError(`No value at ${at}.`);
	};

	const root = value(0);
	skipSpace();
	if (at !== source.length) throw new SyntaxError(`More than one value: ${at}.`);
	return root;
}

/** Whether an odd number of backslashes stands before a quote. */
function isEscaped(source: string, quote: number, from: number): boolean {
	let first = quote;
	while (first - 1 > from && source[first - 1] === '\\') first -= 1;
	return (quote - first) % 2 === 1;
}

/** The value of an object's key; undefined where there is none. The last one counts, as in `JSON.parse`. */
export function memberOf(node: JsonNode | undefined, name: string): JsonNode | undefined {
	return node?.kind === 'object' ? node.members.findLast((member) => member.name === name)?.value : undefined;
}

/** The text of a string; undefined for anything else. */
export function textIn(node: JsonNode | undefined): string | undefined {
	return node?.kind === 'string' ? node.value : undefined;
}

/** A key that stands in an object twice: `name`, then `name` and its number. Gives one name for each member. */
export function uniqueNames(members: readonly JsonMember[]): readonly string[] {
	const seen = new Map<string, number>();
	return members.map(({ name }) => {
		const times = seen.get(name) ?? 0;
		seen.set(name, times + 1);
		return times === 0 ? name : `${name}\u0000${times}`;
	});
}
