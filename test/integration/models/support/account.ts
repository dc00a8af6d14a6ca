import type { ServerResponse } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClientAccess } from '../../../../src/main/core/credentials/client-access.ts';
import { createCredentialResolver } from '../../../../src/main/core/credentials/resolve-credentials.ts';
import type { Models } from '../../../../src/main/core/models/models.ts';
import { createModels } from '../../../../src/main/core/models/models.ts';
import { createNetwork } from '../../../../src/main/core/network/network.ts';
import type { PracticeAccess } from '../../../../src/main/core/ports.ts';
import { defaultAppSettings } from '../../../../src/shared/model/app-settings.ts';

/** A day on which the tests' models are what the catalogue says. */
export const NOW = Date.UTC(2026, 10, 20, 12);

const STUB_KEYS = { AWS_ACCESS_KEY_ID: 'AKIASTUB000000000000', AWS_SECRET_ACCESS_KEY: 'stub-secret-of-nobody' };

/** No endpoint of AWS's is chosen. */
export const AS_CONFIGURED = { fips: null, dualStack: null };

/** The models of a machine that has nothing but these environment variables, how often they were said to change, and whose keys were to be forgotten. */
export function modelsOf(
	environment: Readonly<Record<string, string>>,
	practice: PracticeAccess = {
		endpoint: 'http://127.0.0.1:9',
		region: 'us-east-1',
		accessKeyId: '',
		secretAccessKey: '',
	},
): { readonly models: Models; readonly changes: () => number; readonly forgotten: readonly string[] } {
	const surroundings = { environment, homeFolder: '/nonexistent' };
	const clock = { now: () => NOW, monotonic: () => performance.now() };
	const network = createNetwork({
		...surroundings,
		settings: () => defaultAppSettings,
		systemProxy: async () => null,
		log: { warn() {}, error() {} },
	});
	const storedApiKey = async () => null;
	const connectTimeout = () => 10_000;
	const questions = { ask: async () => null };
	const resolver = createCredentialResolver({
		surroundings,
		clock,
		network,
		questions,
		storedApiKey,
		connectTimeout,
		systemFolder: '/nonexistent',
	});
	const access = createClientAccess({ surroundings, practice, resolver, network, storedApiKey, connectTimeout });
	let changes = 0;
	const forgotten: string[] = [];
	const forget = (connection: string) => forgotten.push(connection);
	const models = createModels({ ...access, forget }, clock, () => {
		changes += 1;
	});
	return { models, changes: () => changes, forgotten };
}

/** What a stub's account answers to a path with its query; a text is the error that refuses it. */
export type Account = (url: URL) => object | `${number} ${string}: ${string}`;

/** A control plane of one's own, for what practice does not say. */
export interface StubAccount {
	readonly endpoint: string;
	/** Paths with their queries, in the order of their arrival. */
	readonly asked: readonly string[];
	/** Environment variables that lead there. */
	readonly environment: Readonly<Record<string, string>>;
	answerAs(account: Account): void;
	/** Answers nothing until it is released. Resolves `arrived` at that many requests, `gone` when so many were given up. */
	hold(count: number): { readonly arrived: Promise<void>; readonly gone: Promise<void>; release(): void };
	close(): Promise<void>;
}

export async function startStubAccount(): Promise<StubAccount> {
	const asked: string[] = [];
	let account: Account = () => ({});
	let meet: ((response: ServerResponse) => Promise<void>) | null = null;
	const server = createServer(async (request, response) => {
		const url = new URL(request.url ?? '/', 'http://stub');
		asked.push(`${url.pathname}${url.search}`);
		await meet?.(response);
		const answer = account(url);
		const [, status, type, message] = typeof answer === 'string' ? (/^(\d+) (\w+): (.*)$/s.exec(answer) ?? []) : [];
		response.writeHead(Number(status ?? 200), {
			'Content-Type': 'application/json',
			...(type !== undefined && { 'x-amzn-ErrorType': type }),
		});
		response.end(JSON.stringify(status === undefined ? answer : { message }));
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo;
	const endpoint = `http://127.0.0.1:${port}`;
	return {
		endpoint,
		asked,
		environment: { ...STUB_KEYS, AWS_REGION: 'us-east-1', AWS_ENDPOINT_URL_BEDROCK: endpoint },
		answerAs(next) {
			account = next;
			asked.length = 0;
		},
		hold(count) {
			const [arrived, gone, released] = [0, 1, 2].map(() => Promise.withResolvers<void>()) as [Gate, Gate, Gate];
			let [come, left] = [0, 0];
			meet = (response) => {
				response.once('close', () => {
					left += 1;
					if (left === count) gone.resolve();
				});
				come += 1;
				if (come === count) arrived.resolve();
				return released.promise;
			};
			return {
				arrived: arrived.promise,
				gone: gone.promise,
				release() {
					meet = null;
					released.resolve();
				},
			};
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
}

type Gate = PromiseWithResolvers<void>;
