import { tmpdir } from 'node:os';
import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/websocket';
import { startWebHost } from '../../src/main/web/host.ts';
import { openSocket } from '../helpers/web-client.ts';
import type { TrialClient } from './support/suite.ts';
import { contractSuite } from './support/suite.ts';

contractSuite('the WebSocket of the Node host', async ({ router }, log) => {
	const host = await startWebHost({
		router,
		rendererFolder: tmpdir(),
		port: 0,
		log,
	});
	const websocket = await openSocket(host.url);
	return {
		client: createORPCClient<TrialClient>(new RPCLink({ websocket })),
		close: async () => {
			websocket.close();
			await host.close();
		},
	};
});
