import type { BrowserContext } from '@playwright/test';

/** Messages of the window that wait on their way to main. */
export interface HeldMessages {
	/** How many wait. */
	count(): number;
	/** From now on they wait. */
	hold(): void;
	/** Lets all go that wait, and those that come later. */
	release(): void;
}

/**
 * Holds what the window says to main where it has a text in it, as a slow machine would: `models/list`. To be called
 * before the app starts; not held until `hold`. The Node host's connection only.
 */
export async function holdMessages(context: BrowserContext, text: string): Promise<HeldMessages> {
	let holding = false;
	const waiting: (() => void)[] = [];
	await context.routeWebSocket(/\/rpc$/, (socket) => {
		const server = socket.connectToServer();
		socket.onMessage((message) => {
			if (holding && message.toString().includes(text)) waiting.push(() => server.send(message));
			else server.send(message);
		});
	});
	return {
		count: () => waiting.length,
		hold: () => {
			holding = true;
		},
		release: () => {
			holding = false;
			for (const send of waiting.splice(0)) send();
		},
	};
}
