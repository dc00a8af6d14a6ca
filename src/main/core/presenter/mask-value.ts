import type { Masker } from '../../../shared/masking/mask-text.ts';
import { hostOf } from './known-words.ts';

/**
 * Members whose values are the app's own words, AWS's, or bytes: nothing in them tells whose an account is, and a
 * schema or the window counts on them.
 */
const OWN_WORDS = new Set(
	`id turnId exchangeId conversationId parentId attemptId state code kind role family operation sha256 type mode host
	platform locale theme language source by from regionFrom proxyFrom proxyProblem problem keeps step reason format list
	list side base64 region regions version asOf requestId stopReason systemCode variable variables status lifecycle prefix
	provider algorithm signedHeaders modelId callId mediaType favouriteModels recentModels inputs outputs signature what
	opensIn toolUseId redacted trace effort performance serviceTier display ttl streamProcessingMode builtIn sampling
	thinking`.split(/\s+/),
);

/** Members in which others chose the names: of theirs, none is a word of the app. */
const OF_OTHERS = new Set(['trace', 'location', 'requestMetadata', 'promptVariables']);

const ADDRESSES = new Set(['endpointUrl', 'endpoint', 'proxyUrl', 'proxy', 'url']);

type Members = Readonly<Record<string, unknown>>;

/** A value of the contract with all that is private in it masked. Its shape stays. */
export function maskDeep(value: unknown, masker: Masker): unknown {
	// A first time for what is told only later on.
	walk(value, '', {}, masker);
	return walk(value, '', {}, masker);
}

/** A value that came from a window, with what was masked put back. */
export function unmaskDeep(value: unknown, masker: Masker): unknown {
	if (typeof value === 'string') return masker.unmask(value);
	if (Array.isArray(value)) return value.map((member) => unmaskDeep(member, masker));
	if (!isPlain(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([key, member]) => [masker.unmask(key), unmaskDeep(member, masker)]),
	);
}

function walk(node: unknown, key: string, parent: Members, masker: Masker): unknown {
	if (typeof node === 'string') return maskMember(node, key, parent, masker);
	// The numbers of a vector are nobody's, and thousands.
	if (Array.isArray(node)) return key === 'values' ? node : node.map((member) => walk(member, key, parent, masker));
	if (!isPlain(node)) return node;
	if (OF_OTHERS.has(key)) return maskTexts(node, masker);
	// Its hashes would tell who tries words one by one; a window is told by `exchanges.sentSettings`.
	if (key === 'asSet' && 'state' in parent) return undefined;
	const masked = Object.fromEntries(
		// What a person said of an id that is called stands under it.
		Object.entries(node).map(([name, member]) => [
			name.includes('arn:') ? masker.mask(name) : name,
			walk(member, name, node, masker),
		]),
	);
	return 'canonicalRequest' in node ? withoutHash(node, masked) : masked;
}

function maskMember(text: string, key: string, parent: Members, masker: Masker): string {
	const profile = /^profile:(.+)$/s.exec(text)?.[1];
	if (profile !== undefined && (key === 'id' || key === 'connection')) {
		return `profile:${masker.maskValue('name', profile)}`;
	}
	if (key === 'profile') return masker.maskValue('name', text);
	if (key === 'name' && isSomebodys(parent)) return masker.maskValue('name', text);
	if (key === 'account' && /^\d+$/.test(text)) return masker.maskValue('account', text);
	if (key === 'userId') return maskUserId(text, masker);
	if (OWN_WORDS.has(key) && !isCited(key, parent)) return text.includes('arn:') ? masker.mask(text) : text;
	if (ADDRESSES.has(key)) masker.maskValue('host', hostOf(text) ?? '');
	return masker.mask(text);
}

/** All texts of a value, and their names. */
function maskTexts(node: unknown, masker: Masker): unknown {
	if (typeof node === 'string') return masker.mask(node);
	if (Array.isArray(node)) return node.map((member) => maskTexts(member, masker));
	if (!isPlain(node)) return node;
	return Object.fromEntries(
		Object.entries(node).map(([name, member]) => [masker.mask(name), maskTexts(member, masker)]),
	);
}

/** Where something that a model cites, or can cite, is from: an address, or the name of a file. */
function isCited(key: string, parent: Members): boolean {
	return key === 'source' && ('quote' in parent || parent['type'] === 'search-result');
}

/** Whether what has a name was named by somebody: a profile of the AWS files, an application inference profile. */
function isSomebodys({ id, type }: Members): boolean {
	return type === 'application' || (typeof id === 'string' && /^(profile:|arn:[^:]*:[^:]*:[^:]*:\d)/.test(id));
}

/** `AROA…:session`: a unique id, and a name for those who assume a role. */
function maskUserId(text: string, masker: Masker): string {
	const [id = '', ...rest] = text.split(':');
	const masked = /^\d{12}$/.test(id) ? masker.maskValue('account', id) : masker.mask(id);
	return rest.length === 0 ? masked : `${masked}:${masker.maskValue('name', rest.join(':'))}`;
}

/** The hash of a request that names an account would tell who tries numbers one by one which of them is right. */
function withoutHash(before: Members, after: Members): Members {
	const { stringToSign } = after;
	if (before['canonicalRequest'] === after['canonicalRequest'] || typeof stringToSign !== 'string') return after;
	return { ...after, stringToSign: stringToSign.replace(/[0-9a-f]{64}$/, (hash) => '•'.repeat(hash.length)) };
}

function isPlain(value: unknown): value is Members {
	return typeof value === 'object' && value !== null && !(Symbol.asyncIterator in value);
}
