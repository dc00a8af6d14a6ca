import type { MessagePort as NodePort } from 'node:worker_threads';
import { MessageChannel } from 'node:worker_threads';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/message-port';
import { createPortServer } from '../../src/main/electron/serve-port.ts';
import type { TrialClient } from './support/suite.ts';
import { contractSuite } from './support/suite.ts';

type PortEvent = { data: unknown };

/** A port of Node in the shape of Electron's: `on`, with the message in an event (MessagePortMain). Same cloning. */
function asMessagePortMain(port: NodePort) {
	return {
		on(event: string, listener: (event?: PortEvent) => void) {
			port.on(event, (data: unknown) => listener(event === 'message' ? { data } : undefined));
		},
		postMessage: (message: unknown) => port.postMessage(message),
		start: () => port.start(),
	};
}

contractSuite('the Electron port', async ({ router }, log) => {
	const { port1, port2 } = new MessageChannel();
	createPortServer(router, log)(asMessagePortMain(port1));
	const client = createORPCClient<TrialClient>(new RPCLink({ port: asMessagePortMain(port2) }));
	return {
		client,
		close: async () => port2.close(),
	};
});
