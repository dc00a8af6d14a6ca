import type { SupportedMessagePort } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import { logUnexpected } from '../core/hosting/log-unexpected.ts';
import type { ServableRouter } from '../core/hosting/servable-router.ts';
import type { Log } from '../core/ports.ts';

/** Answers the contract at a `MessagePortMain`, until its other end is closed. */
export function createPortServer(
	router: ServableRouter,
	log: Log,
): (port: SupportedMessagePort & { start(): void }) => void {
	const handler = new RPCHandler(router, { interceptors: [logUnexpected(log)] });
	return (port) => {
		handler.upgrade(port);
		port.start();
	};
}
