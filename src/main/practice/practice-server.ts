import { createPromptCache } from './caching/prompt-cache.ts';
import type { PracticeCredentials } from './credentials.ts';
import { practiceCredentials } from './credentials.ts';
import type { ExchangeListener } from './exchange-log.ts';
import type { Faults } from './faults.ts';
import { createFaults } from './faults.ts';
import type { Pace, PaceName } from './pace.ts';
import { paces } from './pace.ts';
import type { PracticeClock } from './practice-clock.ts';
import { systemClock } from './practice-clock.ts';
import { serve } from './serve.ts';
import { openSniffingPort } from './sniffing-port.ts';
import { createWire } from './wire.ts';

export interface PracticeOptions extends Partial<PracticeCredentials> {
	/** 0 (the default) takes a free one. */
	readonly port?: number;
	/** How fast it answers; `none` when not given. */
	readonly pace?: Pace | PaceName;
	readonly clock?: PracticeClock;
	/** What the server calls its own region; requests may be signed for any. */
	readonly region?: string;
}

/** A running practice endpoint. */
export interface PracticeServer extends PracticeCredentials {
	/** `http://127.0.0.1:PORT`. */
	readonly endpoint: string;
	readonly region: string;
	readonly faults: Faults;
	/** Tells every HTTP request when it is over. Gives the unsubscribe. */
	onExchange(listener: ExchangeListener): () => void;
	/** Ends every connection and every answer at once. */
	close(): Promise<void>;
}

/**
 * Starts the practice endpoint on 127.0.0.1: Bedrock Runtime's wire protocol, what of the control plane lists
 * models and inference profiles, and STS's GetCallerIdentity.
 * The secrets are new with each start unless they are given. Rejects when the port can't be had.
 */
export async function startPractice(options: PracticeOptions = {}): Promise<PracticeServer> {
	const credentials = practiceCredentials(options);
	const { clock = systemClock, region = 'us-east-1' } = options;
	const pace = typeof options.pace === 'object' ? options.pace : paces[options.pace ?? 'none'];
	const faults = createFaults();
	const listeners = new Set<ExchangeListener>();
	const cache = createPromptCache(() => clock.now());
	const service = { credentials, region, clock, pace, faults, cache };

	const port = await openSniffingPort(options.port ?? 0, (request, response) => {
		const wire = createWire(request, response, {
			now: () => clock.now(),
			resetConnection: (from) => port.reset(from),
			halfCloseConnection: (from) => port.halfClose(from),
			ended: (exchange) => {
				for (const listener of listeners) listener(exchange);
			},
		});
		void serve(wire, service);
	});

	return {
		endpoint: `http://127.0.0.1:${port.port}`,
		region,
		...credentials,
		faults: { arm: faults.arm, clear: faults.clear },
		onExchange(listener) {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		close: () => port.close(),
	};
}
