import { mkdir, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { RequestSettingsPatch } from '../../../src/shared/model/settings.ts';
import { eventFrame } from '../../helpers/event-frames.ts';
import type { Folders } from './host.ts';

/** An event of ConverseStream with its payload, or a wait until the test lets it go on. */
export type ScriptedEvent = readonly [type: string, payload: object] | Promise<void>;

/** What one call is answered with: a body, or events one after the other. */
export type ScriptedAnswer = object | readonly ScriptedEvent[];

/** A Bedrock Runtime that says what a test wants it to say, whatever it is asked: what no rule brings about. */
export interface ScriptedBedrock {
	/** Answers the next calls, in this order. One that nothing is left for gets a 404. */
	script(...answers: readonly ScriptedAnswer[]): void;
	/** The bodies of the calls so far. */
	readonly requests: readonly unknown[];
	/** A section of an AWS config file with this service's address. */
	profile(name: string): string;
	[Symbol.asyncDispose](): Promise<void>;
}

async function startScriptedBedrock(): Promise<ScriptedBedrock> {
	const left: ScriptedAnswer[] = [];
	const requests: unknown[] = [];
	const server = createServer((request, response) => {
		const pieces: Buffer[] = [];
		request.on('data', (piece: Buffer) => pieces.push(piece));
		request.on('end', () => {
			const isCall = request.url?.startsWith('/model/') === true;
			const answer = isCall ? left.shift() : undefined;
			if (isCall) requests.push(JSON.parse(Buffer.concat(pieces).toString()));
			response.setHeader('x-amzn-RequestId', '5d8e2b1a-0000-4000-8000-000000000000');
			void say(response, answer);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('No port.');
	return {
		script: (...answers) => left.push(...answers),
		requests,
		profile: (name) =>
			[
				`[profile ${name}]`,
				'region = eu-west-1',
				'aws_access_key_id = AKIAIOSFODNN7EXAMPLE',
				'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
				`endpoint_url = http://127.0.0.1:${address.port}`,
				'',
			].join('\n'),
		[Symbol.asyncDispose]: () =>
			new Promise((resolve) => {
				server.closeAllConnections();
				server.close(() => resolve());
			}),
	};
}

/**
 * Starts one on a free port of loopback, before the app: the profile `personal` leads to it, and new conversations have
 * the given settings.
 */
export async function plantScripted(folders: Folders, defaults: RequestSettingsPatch): Promise<ScriptedBedrock> {
	const service = await startScriptedBedrock();
	await mkdir(folders.data, { recursive: true });
	await writeFile(join(folders.data, 'settings.json'), JSON.stringify({ welcomed: true, defaults }));
	await writeFile(join(folders.home, '.aws/config'), service.profile('personal'));
	return service;
}

async function say(response: ServerResponse, answer: ScriptedAnswer | undefined): Promise<void> {
	if (answer === undefined) {
		response.writeHead(404, { 'content-type': 'application/json', 'x-amzn-ErrorType': 'ResourceNotFoundException' });
		response.end('{"message":"Nothing is scripted."}');
	} else if (isEvents(answer)) {
		response.writeHead(200, { 'content-type': 'application/vnd.amazon.eventstream' });
		for (const event of answer) {
			if (event instanceof Promise) await event;
			else response.write(eventFrame(...event));
		}
		response.end();
	} else {
		response.writeHead(200, { 'content-type': 'application/json' });
		response.end(JSON.stringify(answer));
	}
}

function isEvents(answer: ScriptedAnswer): answer is readonly ScriptedEvent[] {
	return Array.isArray(answer);
}

/** A whole response of Converse. */
export function converseAnswer(content: readonly object[], stopReason: string, more: object = {}): object {
	return {
		metrics: { latencyMs: 412 },
		output: { message: { role: 'assistant', content } },
		stopReason,
		usage: { inputTokens: 214, outputTokens: 64, totalTokens: 278 },
		...more,
	};
}

/** A piece of a block in a stream of Converse. */
export function converseDelta(contentBlockIndex: number, delta: object): ScriptedEvent {
	return ['contentBlockDelta', { contentBlockIndex, delta }];
}

/** The end of a stream of Converse. */
export function converseEnd(stopReason: string, more: object = {}): readonly ScriptedEvent[] {
	return [
		['messageStop', { stopReason }],
		[
			'metadata',
			{ metrics: { latencyMs: 412 }, usage: { inputTokens: 214, outputTokens: 64, totalTokens: 278 }, ...more },
		],
	];
}
