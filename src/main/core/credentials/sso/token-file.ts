import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import { isJsonObject } from '../../../../shared/json-object.ts';
import type { AwsSurroundings } from '../aws-files.ts';
import { awsCaches } from '../aws-files.ts';
import type { SsoSession } from './sign-in-target.ts';

/** What a sign-in gave, as the AWS CLI keeps it. Secret but for the times, the region and the start URL. */
export interface SsoToken {
	readonly startUrl: string;
	readonly region: string;
	readonly accessToken: string;
	/** Milliseconds since the epoch, whole seconds; so is `registrationExpiresAt`. */
	readonly expiresAt: number;
	readonly clientId: string;
	readonly clientSecret: string;
	readonly registrationExpiresAt: number;
	/** null: AWS gave none. */
	readonly refreshToken: string | null;
}

/** The file in which the AWS CLI and the SDKs keep a session's token: named after the session, or a legacy profile's start URL. */
export function tokenFile(surroundings: AwsSurroundings, { name, startUrl }: SsoSession): string {
	const id = createHash('sha1')
		.update(name ?? startUrl)
		.digest('hex');
	return join(awsCaches(surroundings).sso, `${id}.json`);
}

const stored = z.object({
	accessToken: z.string().min(1),
	expiresAt: z.string(),
	clientId: z.string().min(1).optional(),
	clientSecret: z.string().min(1).optional(),
	refreshToken: z.string().min(1).optional(),
	registrationExpiresAt: z.string().optional(),
});

/** What is known of a kept token without its secrets. */
export interface TokenState {
	readonly expiresAt: number;
	/** Until when it can be renewed without a person; null: it can't. `Infinity` where the file does not say. */
	readonly renewableUntil: number | null;
}

/** Reads a token file; null where there is none or it makes no sense. */
export async function readTokenState(file: string): Promise<TokenState | null> {
	const parsed = stored.safeParse(await readObject(file));
	if (!parsed.success) return null;
	const { expiresAt, refreshToken, clientId, clientSecret, registrationExpiresAt } = parsed.data;
	const end = parseTime(expiresAt);
	if (end === null) return null;
	const complete = refreshToken !== undefined && clientId !== undefined && clientSecret !== undefined;
	const registered = registrationExpiresAt === undefined ? Number.POSITIVE_INFINITY : parseTime(registrationExpiresAt);
	return { expiresAt: end, renewableUntil: complete ? registered : null };
}

/**
 * Writes a token in the AWS CLI's format, for the user's eyes alone, in one step: whoever reads meanwhile finds the old
 * file or the new one. Keys of other tools stay. Rejects with the system's error.
 */
export async function writeToken(file: string, token: SsoToken): Promise<void> {
	const { refreshToken: _old, ...kept } = (await readObject(file)) ?? {};
	const text = JSON.stringify({
		...kept,
		startUrl: token.startUrl,
		region: token.region,
		accessToken: token.accessToken,
		expiresAt: cliTime(token.expiresAt),
		clientId: token.clientId,
		clientSecret: token.clientSecret,
		registrationExpiresAt: cliTime(token.registrationExpiresAt),
		...(token.refreshToken !== null && { refreshToken: token.refreshToken }),
	});
	await mkdir(dirname(file), { recursive: true, mode: 0o700 });
	const next = `${file}.${randomUUID()}.tmp`;
	try {
		const handle = await open(next, 'wx', 0o600);
		try {
			await handle.writeFile(text);
			await handle.sync();
		} finally {
			await handle.close();
		}
		await rename(next, file);
	} catch (error) {
		await rm(next, { force: true });
		throw error;
	}
}

/** A JSON file's object; null for anything else. */
export async function readObject(file: string): Promise<Readonly<Record<string, unknown>> | null> {
	try {
		const json: unknown = JSON.parse(await readFile(file, 'utf8'));
		return isJsonObject(json) ? json : null;
	} catch {
		return null;
	}
}

/** A time of these files, milliseconds since the epoch. Old AWS CLIs wrote `UTC` for `Z`. */
export function parseTime(text: string): number | null {
	const time = Date.parse(text.replace(/UTC$/, 'Z'));
	return Number.isNaN(time) ? null : time;
}

/** The AWS CLI's own format: no fractions of a second. */
function cliTime(time: number): string {
	return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
