import { createHash, X509Certificate } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SecureContext } from 'node:tls';
import { createSecureContext, getCACertificates, rootCertificates } from 'node:tls';
import type { NetworkSettings } from '../../../shared/model/app-settings.ts';
import { systemCode } from '../bedrock/told-error.ts';
import type { Log, Ports } from '../ports.ts';

/** A CA bundle that was named and can't be used. Calls fail with it before they begin; nothing is trusted instead. */
export class CaBundleError extends Error {
	override readonly name = 'CaBundleError';
	readonly problem: 'unreadable' | 'not-pem' | 'broken';

	constructor(problem: CaBundleError['problem'], message: string, options?: ErrorOptions) {
		super(message, options);
		this.problem = problem;
	}
}

/**
 * The file of more certificate authorities that the settings name, else `AWS_CA_BUNDLE`, else the `ca_bundle` of the AWS
 * configuration (the environment before the profile, as the AWS CLI has it); null: none.
 */
export function caBundleOf(
	{ caBundle }: NetworkSettings,
	environment: Ports['environment'],
	configured: string | null = null,
): string | null {
	return caBundle ?? (environment['AWS_CA_BUNDLE'] || configured);
}

/** Which certificate authorities are trusted. */
export interface Trust {
	/** As it was named; null: nobody was added. */
	readonly file: string | null;
	/** Another one where other certificates are trusted. */
	readonly key: string;
	/** How many the file has added. */
	readonly certificates: number;
	/** For TLS connections. Made when it is first asked for: reading the system's store takes its time. */
	context(): SecureContext;
}

/** Who is trusted when this file is added (`~/` is the home folder); null: nobody else. Rejects with a CaBundleError. */
export type ReadTrust = (file: string | null) => Promise<Trust>;

/**
 * Trust in Node's own roots, those of the system's store, and those of a PEM file. The file is read anew each time, so
 * that a renewed one counts from the next call on; the context of each file is kept as long as it is the same.
 */
export function createReadTrust(homeFolder: string, log: Pick<Log, 'error'>): ReadTrust {
	const known = new Map<string | null, Trust>();
	const roots = once(() => rootsOf(log));
	return async (file) => {
		const own = file === null ? [] : await readBundle(file.startsWith('~/') ? join(homeFolder, file.slice(2)) : file);
		const key = createHash('sha256').update(own.join('\n')).digest('hex');
		const context = () => createSecureContext({ ca: [...roots(), ...own] });
		const before = known.get(file);
		if (before?.key === key) return before;
		const trust = { file, key, certificates: own.length, context: once(context) };
		known.set(file, trust);
		return trust;
	};
}

/** Bytes; the bundles of systems have a fiftieth of it. */
const LARGEST = 16 * 1024 * 1024;

/** Reading a pipe would wait for its writer, and reading a device might never end. */
async function readPlainFile(path: string): Promise<string> {
	const found = await stat(path);
	if (!found.isFile()) throw systemError(found.isDirectory() ? 'EISDIR' : 'ENOTSUP');
	if (found.size > LARGEST) throw systemError('EFBIG');
	return readFile(path, 'utf8');
}

function systemError(code: string): Error {
	return Object.assign(new Error(code), { code });
}

async function readBundle(path: string): Promise<string[]> {
	const text = await readPlainFile(path).catch((cause: unknown) => {
		const why = systemCode(cause) ?? 'unknown error';
		throw new CaBundleError('unreadable', `The CA bundle ${path} can't be read: ${why}`, { cause });
	});
	const certificates = text.match(CERTIFICATE) ?? [];
	if (certificates.length === 0)
		throw new CaBundleError('not-pem', `The CA bundle ${path} has no certificate in PEM form in it.`);
	for (const [index, certificate] of certificates.entries()) {
		if (!isCertificate(certificate)) {
			throw new CaBundleError('broken', `Certificate ${index + 1} of the CA bundle ${path} can't be read as one.`);
		}
	}
	return certificates;
}

/** TLS would pass over what is none in silence. */
function isCertificate(pem: string): boolean {
	try {
		return new X509Certificate(pem).serialNumber !== '';
	} catch {
		return false;
	}
}

const CERTIFICATE = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[\s\S]*?-----END (?:TRUSTED )?CERTIFICATE-----/g;

function rootsOf(log: Pick<Log, 'error'>): readonly string[] {
	try {
		return [...new Set([...getCACertificates('default'), ...getCACertificates('system')])];
	} catch (error) {
		log.error("The system's certificates can't be read; Node's own are trusted", error);
		return rootCertificates;
	}
}

function once<T>(make: () => T): () => T {
	let made: { readonly value: T } | null = null;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}
