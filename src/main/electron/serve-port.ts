import type { SupportedMessagePort } from '@orpc/client/message-port';
import { RPCHandler } from '@orpc/server/message-port';
import type { ServableRouter } from '../core/hosting/servable-router.ts';

/** Answers the contract at a `MessagePortMain`, until its other end is closed. */
export function createPortServer(router: ServableRouter): (port: SupportedMessagePort & { start(): void }) => void {
	const handler = new RPCHandler(router);
	return (port) => {
		handler.upgrade(port);
		port.start();
	};
}
