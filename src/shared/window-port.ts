/** How a window of the Electron host gets its port to main: preload, main and renderer/transport.ts agree on it here. */
export const WINDOW_PORT = 'outcrop:port';

/** What the preload exposes as `window.outcrop`, and all that it exposes. */
export interface PortBridge {
	/** Asks main for a port. It comes as a `message` event of the window itself, whose data is `WINDOW_PORT`. */
	requestPort(): void;
}
