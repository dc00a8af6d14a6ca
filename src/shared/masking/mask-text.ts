import type { Found, PrivateKind } from './find-private.ts';
import { findBareNumbers, findPrivate, isPublicHost } from './find-private.ts';

/** A part of a text, and what stands for it. Positions in UTF-16 units. */
export interface Mask {
	readonly start: number;
	readonly end: number;
	readonly text: string;
}

/**
 * Masks what tells whose an account is: account numbers, key ids, names in ARNs, profiles, users, hosts that are not
 * AWS's. A value that was seen once is masked wherever it stands, always by the same mask, so that it can be followed.
 */
export interface Masker {
	mask(text: string): string;
	/** The masks for a text, in order; they don't overlap. */
	masks(text: string): Mask[];
	/** Where something private stands, as far as it is known by now: without a mask for what is new. */
	find(text: string): { readonly start: number; readonly end: number }[];
	/** Where the end of a text may be the beginning of a known value, while more may come; its length: nowhere. */
	begun(text: string): number;
	/** The mask of a whole value: where it is known to be private, and what it is. */
	maskValue(kind: PrivateKind, value: string): string;
	/** A text with what was masked put back. */
	unmask(text: string): string;
	/** How many values have a mask by now: what was masked before may have to be masked anew when it has risen. */
	count(): number;
}

/**
 * `profiles` and `hosts` are masked wherever they stand, but for hosts of AWS and of this machine. `bareNumbers`: twelve
 * digits are an account number also where nothing says so.
 */
export function createMasker(known: {
	readonly profiles: readonly string[];
	readonly hosts: readonly string[];
	readonly bareNumbers?: boolean;
}): Masker {
	/** Masks by the value, not encoded. */
	const masked = new Map<string, string>();
	const counts: Record<PrivateKind, number> = { account: 0, key: 0, name: 0, host: 0 };
	let literals: RegExp | null = null;
	let written: RegExp | null = null;

	function maskOf(kind: PrivateKind, value: string): string {
		const held = masked.get(value);
		if (held !== undefined) return held;
		if (IS_MASK.test(value) || isOfNobody(kind, value)) return value;
		counts[kind] += 1;
		const made = maskText(kind, value, counts[kind]);
		masked.set(value, made);
		literals = null;
		written = null;
		return made;
	}

	function learnt({ kind, start, end, encoded }: Found, text: string): Mask {
		const value = decode(text.slice(start, end), encoded);
		return { start, end, text: encode(maskOf(kind, value), encoded) };
	}

	/** Every known value, also URL-encoded, where it is not a part of a longer word. */
	function literalMasks(text: string): Mask[] {
		literals ??= anyOf([...masked.keys()].filter(standsAlone));
		return [...text.matchAll(literals)].flatMap(({ 0: value, index }): Mask[] => {
			const level = [0, 1, 2].find((levels) => masked.has(decode(value, levels))) ?? 0;
			const mask = masked.get(decode(value, level)) ?? value;
			return [{ start: index, end: index + value.length, text: encode(mask, level) }];
		});
	}

	function shapedIn(text: string): Found[] {
		return known.bareNumbers === true ? [...findPrivate(text), ...findBareNumbers(text)] : findPrivate(text);
	}

	function masks(text: string): Mask[] {
		const shaped = shapedIn(text).map((one) => learnt(one, text));
		return withoutOverlaps([...shaped, ...literalMasks(text)]);
	}

	function begun(text: string): number {
		const lengths = [...masked.keys()].filter(standsAlone).map((value) => {
			let length = Math.min(value.length - 1, text.length);
			while (!text.endsWith(value.slice(0, length))) length -= 1;
			return length;
		});
		return text.length - Math.max(0, ...lengths);
	}

	/** Key ids that were shortened share one mask: those stay masked. */
	function unmask(text: string): string {
		if (masked.size === 0) return text;
		const values = new Map([...masked].map(([value, mask]) => [mask, value]));
		const longestFirst = [...values.keys()].toSorted((left, right) => right.length - left.length);
		written ??= new RegExp(`(?<![•\\w-])(?:${longestFirst.map(literally).join('|')})(?!\\w)`, 'g');
		return text.replace(written, (mask) => (mask.includes('…') ? mask : (values.get(mask) ?? mask)));
	}

	for (const name of known.profiles) maskOf('name', name);
	for (const host of known.hosts) maskOf('host', host);
	const find = (text: string) => [...shapedIn(text), ...literalMasks(text)];
	return {
		masks,
		find,
		begun,
		mask: (text) => applyMasks(text, masks(text)),
		maskValue: maskOf,
		unmask,
		count: () => masked.size,
	};
}

/** A text with masks put in. */
export function applyMasks(text: string, masks: readonly Mask[]): string {
	let result = '';
	let at = 0;
	for (const mask of masks) {
		result += text.slice(at, mask.start) + mask.text;
		at = mask.end;
	}
	return result + text.slice(at);
}

/** Names that tell nothing: hosts of AWS and of this machine, and the profile that everybody has. */
function isOfNobody(kind: PrivateKind, value: string): boolean {
	return value === '' || (kind === 'host' ? isPublicHost(value) : kind === 'name' && value === 'default');
}

/**
 * Words of the wire itself, and what everybody calls a profile or an account: a profile or a role of such a name is
 * masked only where it is called one.
 */
const OF_EVERYBODY = new Set(
	`default text role user assistant system content messages message model usage type input output name value delta start stop
	index bytes event chunk error true false null json converse invoke bedrock claude anthropic amazon nova titan test admin
	personal work private home company team prod production stage staging testing devel develop development sandbox demo
	main root ubuntu node debian ec2-user administrator temporary example region profile`.split(/\s+/),
);

/** How IAM Identity Center begins the names of its roles: it tells what kind of role it is, and whose it is not. */
const OF_IDENTITY_CENTER = 'AWSReservedSSO_';

/** What is a mask already stays one. */
const IS_MASK = /^([A-Z]{4}|AWSReservedSSO_)?•+\d+(_0{16})?$|^[A-Z]{4}…••$|^host-\d+\.invalid$/;

/** Whether a value is so much of its own that it is masked wherever it stands. */
function standsAlone(value: string): boolean {
	return value.length >= 4 && !OF_EVERYBODY.has(value.toLowerCase());
}

/** A letter before it may be the end of an encoded separator (`%2F`) or of an escape (`\n`). */
const BEFORE = '(?:(?<=%(?:25)*[0-9A-Fa-f]{2})|(?<=\\\\[nrt])|(?<![A-Za-z0-9]))';
const AFTER = '(?![A-Za-z0-9])';

/** Twelve places for an account, twenty for a key id, as it has them; a host that can't be reached (RFC 2606). */
function maskText(kind: PrivateKind, value: string, number: number): string {
	if (kind === 'host') return `host-${number}.invalid`;
	if (kind === 'key' && value.includes('…')) return `${value.slice(0, 4)}…••`;
	if (kind === 'key') return `${value.slice(0, 4)}${String(number).padStart(16, '•')}`;
	if (value.startsWith(OF_IDENTITY_CENTER)) return `${OF_IDENTITY_CENTER}••••${number}_${'0'.repeat(16)}`;
	return kind === 'account' ? String(number).padStart(12, '•') : `••••${number}`;
}

/** Finds any of the values, longest first, also URL-encoded. */
function anyOf(values: readonly string[]): RegExp {
	const written = new Set(values.flatMap((value) => [value, encode(value, 1), encode(value, 2)]));
	const longestFirst = [...written].toSorted((left, right) => right.length - left.length);
	// `(?!)` fits nowhere.
	return new RegExp(`${BEFORE}(?:${['(?!)', ...longestFirst.map(literally)].join('|')})${AFTER}`, 'g');
}

function encode(value: string, levels: number): string {
	return levels === 0 ? value : encode(encodeURIComponent(value), levels - 1);
}

function decode(value: string, levels: number): string {
	try {
		return levels === 0 ? value : decode(decodeURIComponent(value), levels - 1);
	} catch {
		return value;
	}
}

function literally(text: string): string {
	return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** The first of those that overlap; of two that begin together the longer. */
function withoutOverlaps(masks: readonly Mask[]): Mask[] {
	const kept: Mask[] = [];
	for (const mask of masks.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
		if (mask.start >= (kept.at(-1)?.end ?? 0)) kept.push(mask);
	}
	return kept;
}
