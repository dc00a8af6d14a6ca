import { connect } from 'node:http2';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import type { PracticeServer } from '../../../../src/main/practice/practice-server.ts';
import { credentialsOf } from './practice-client.ts';

/** What is needed of a server to send it a signed request. */
export type SignedTarget = Pick<PracticeServer, 'endpoint' | 'accessKeyId' | 'secretAccessKey' | 'apiKey'>;

export interface SignOptions {
	readonly accessKeyId?: string;
	readonly secretAccessKey?: string;
	readonly sessionToken?: string;
	readonly service?: string;
	readonly region?: string;
	readonly signingDate?: Date;
}

/** Headers of a signed POST, made with AWS's own signer. */
export async function signedHeaders(
	server: SignedTarget,
	path: string,
	body: string,
	options: SignOptions = {},
): Promise<Record<string, string>> {
	const { service = 'bedrock', region = 'us-east-1', signingDate = new Date(), ...credentials } = options;
	const signer = new SignatureV4({
		service,
		region,
		credentials: { ...credentialsOf(server), ...credentials },
		sha256: Sha256,
	});
	const { host, hostname } = new URL(server.endpoint);
	const headers = { host, 'content-type': 'application/json' };
	const signed = await signer.sign(
		{ method: 'POST', protocol: 'http:', hostname, path, query: {}, headers, body },
		{ signingDate },
	);
	return signed.headers;
}

/** Sends a body as it is, signed, and gives the answer as it is. */
export async function rawPost(
	server: SignedTarget,
	path: string,
	body: string,
	options: SignOptions = {},
): Promise<{ status: number; headers: Headers; bytes: Uint8Array; text: string }> {
	const headers = await signedHeaders(server, path, body, options);
	const response = await fetch(server.endpoint + path, { method: 'POST', headers, body });
	const bytes = new Uint8Array(await response.arrayBuffer());
	return { status: response.status, headers: response.headers, bytes, text: new TextDecoder().decode(bytes) };
}

/** Sends a body over HTTP/2 with prior knowledge and a bearer token, and gives the answer as it is. */
export function http2Post(
	server: SignedTarget,
	path: string,
	body: string,
): Promise<{ headers: Record<string, unknown>; bytes: Buffer }> {
	return new Promise((resolve, reject) => {
		const session = connect(server.endpoint);
		session.on('error', reject);
		const stream = session.request({
			':method': 'POST',
			':path': path,
			authorization: `Bearer ${server.apiKey}`,
			'content-type': 'application/json',
		});
		const chunks: Buffer[] = [];
		let headers: Record<string, unknown> = {};
		stream.on('response', (received) => {
			headers = received;
		});
		stream.on('data', (chunk: Buffer) => chunks.push(chunk));
		stream.on('error', reject);
		stream.on('end', () => {
			session.close();
			resolve({ headers, bytes: Buffer.concat(chunks) });
		});
		stream.end(body);
	});
}
