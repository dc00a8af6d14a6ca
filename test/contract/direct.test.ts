import { createRouterClient } from '@orpc/server';
import { contractSuite } from './support/suite.ts';

contractSuite('direct calls', async ({ router }) => ({ client: createRouterClient(router), close: async () => {} }), {
	local: true,
});
