import type { ClientContext, ClientLink } from '@orpc/client';
import { createORPCClient } from '@orpc/client';
import { RPCLink as PortLink } from '@orpc/client/message-port';
import { RPCLink as SocketLink } from '@orpc/client/websocket';
import type { ContractRouterClient } from '@orpc/contract';
import type { Contract } from '../shared/contract/index.ts';
import type { PortBridge } from '../shared/window-port.ts';
import { WINDOW_PORT } from '../shared/window-port.ts';

/** Calls main by the contract. A call while the connection is lost rejects at once with `ConnectionLost`. */
export type ContractClient = ContractRouterClient<Contract>;

/** The window's connection to main. A lost one is made again by itself; what was running then has ended. */
export interface Connection {
	readonly client: ContractClient;
	/** Gives the unsubscribe. */
	onDisconnect(listener: () => void): () => void;
	/** Gives the unsubscribe. */
	onReconnect(listener: () => void): () => void;
}

/** Main can't be reached at the moment. */
export class ConnectionLost extends Error {
	override readonly name = 'ConnectionLost';
}

/** Connects to the host that the window runs in, and waits until it is there. */
export async function connect(): Promise<Connection> {
	const bridge = portBridge();
	if (bridge !== null) return portConnection(await requestPort(bridge));
	const url = new URL('/rpc', window.location.href);
	url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
	return socketConnection(() => new WebSocket(url), nextTry);
}

function portBridge(): PortBridge | null {
	return 'outcrop' in window && isPortBridge(window.outcrop) ? window.outcrop : null;
}

function isPortBridge(value: unknown): value is PortBridge {
	return typeof value === 'object' && value !== null && 'requestPort' in value;
}

function requestPort(bridge: PortBridge): Promise<MessagePort> {
	return new Promise((resolve) => {
		const listen = (event: MessageEvent) => {
			const [port] = event.ports;
			if (event.source !== window || event.data !== WINDOW_PORT || port === undefined) return;
			window.removeEventListener('message', listen);
			resolve(port);
		};
		window.addEventListener('message', listen);
		bridge.requestPort();
	});
}

/** A connection by a port. It lasts as long as the window: main ends, and the window with it. */
export function portConnection(port: MessagePort): Connection {
	const link = new PortLink({ port });
	port.start();
	const never = () => () => {};
	return { client: createORPCClient<ContractClient>(link), onDisconnect: never, onReconnect: never };
}

/** What is used of a WebSocket. */
type Socket = Pick<WebSocket, 'addEventListener' | 'removeEventListener' | 'send' | 'readyState'>;

/**
 * A connection by WebSockets, one after the other. Resolves when the first is open.
 * @param pause waits before the next try; `failures` counts the tries since the last open socket.
 */
export function socketConnection(open: () => Socket, pause: (failures: number) => Promise<void>): Promise<Connection> {
	const lost = new Set<() => void>();
	const back = new Set<() => void>();
	let current: ClientLink<ClientContext> | null = null;
	const client = createORPCClient<ContractClient>({
		call: (path, input, options) => {
			if (current === null) return Promise.reject(new ConnectionLost('The connection to Outcrop is lost.'));
			return current.call(path, input, options);
		},
	});
	const connection: Connection = {
		client,
		onDisconnect: (listener) => subscribe(lost, listener),
		onReconnect: (listener) => subscribe(back, listener),
	};

	return new Promise((resolve) => {
		const dial = (failures: number) => {
			const websocket = open();
			const link = new SocketLink({ websocket });
			websocket.addEventListener('open', () => {
				current = link;
				resolve(connection);
				if (failures > 0) for (const listener of back) listener();
			});
			websocket.addEventListener('close', () => {
				const wasOpen = current === link;
				current = null;
				if (wasOpen) for (const listener of lost) listener();
				const count = wasOpen ? 1 : failures + 1;
				void pause(count).then(() => dial(count));
			});
		};
		dial(0);
	});
}

function subscribe(listeners: Set<() => void>, listener: () => void): () => void {
	listeners.add(listener);
	return () => listeners.delete(listener);
}

/** Waits a quarter of a second, then twice as long each time, up to five; less when the user comes to the window. */
function nextTry(failures: number): Promise<void> {
	return new Promise((resolve) => {
		const go = () => {
			clearTimeout(timer);
			window.removeEventListener('focus', go);
			resolve();
		};
		const timer = setTimeout(go, Math.min(5000, 250 * 2 ** (failures - 1)));
		window.addEventListener('focus', go);
	});
}
