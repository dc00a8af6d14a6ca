import type { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime';
import { afterAll, beforeAll } from 'vitest';
import type { PracticeServer } from '../../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../../src/main/practice/practice-server.ts';
import { practiceClient } from './practice-client.ts';

/** A practice endpoint, and the SDK pointed at it over HTTP/1.1. */
interface Practice {
	readonly server: PracticeServer;
	readonly client: BedrockRuntimeClient;
}

/** One for all tests of the file that calls this; there while they run. */
export function practiceForTests(): Practice {
	let started: Practice | null = null;
	beforeAll(async () => {
		const server = await startPractice();
		started = { server, client: practiceClient(server, 'http/1.1') };
	});
	afterAll(async () => {
		started?.client.destroy();
		await started?.server.close();
	});
	function running(): Practice {
		if (started === null) throw new Error('The practice endpoint is there only while tests run.');
		return started;
	}
	return {
		get server() {
			return running().server;
		},
		get client() {
			return running().client;
		},
	};
}
