import { WINDOW_PORT } from '../../shared/window-port.ts';
import { isOfOrigin } from './own-origin.ts';

/** What is used of an `IpcMainEvent` whose sender asks for a port. */
export interface PortRequest {
	readonly sender: object;
	/** null when the frame has gone meanwhile. */
	readonly senderFrame: { readonly url: string; readonly parent: object | null } | null;
}

/** True for the main frame of one of our windows at our own origin (Electron's security list, 17). */
export function isOwnFrame(
	{ sender, senderFrame }: PortRequest,
	origin: string,
	isOwnWindow: (sender: object) => boolean,
): boolean {
	if (senderFrame === null || senderFrame.parent !== null) return false;
	return isOwnWindow(sender) && isOfOrigin(senderFrame.url, origin);
}

interface HandoverOptions<Event extends PortRequest, Port> {
	readonly ipc: { on(channel: string, listener: (event: Event) => void): unknown };
	readonly origin: string;
	isOwnWindow(sender: object): boolean;
	/** `new MessageChannelMain()`. */
	newChannel(): { readonly port1: Port; readonly port2: Port };
	/** Gives the page its end. */
	post(event: Event, channel: string, port: Port): void;
	/** Answers the contract at our end. */
	serve(port: Port): void;
}

/** Gives each page of ours that asks a port to the contract. Others get no answer at all. */
export function handOverPorts<Event extends PortRequest, Port>(options: HandoverOptions<Event, Port>): void {
	options.ipc.on(WINDOW_PORT, (event) => {
		if (!isOwnFrame(event, options.origin, options.isOwnWindow)) return;
		const { port1, port2 } = options.newChannel();
		options.serve(port1);
		options.post(event, WINDOW_PORT, port2);
	});
}
