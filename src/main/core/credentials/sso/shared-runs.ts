import type { SignInEvent } from '../../../../shared/model/sign-in.ts';

/** Does the work of one run; it tells what happens and ends when it is done or the signal is aborted. Never rejects. */
type Work = (tell: (event: SignInEvent) => void, signal: AbortSignal) => Promise<void>;

interface Run {
	readonly events: SignInEvent[];
	readonly controller: AbortController;
	followers: number;
	over: boolean;
	/** Resolves at the next event, or at the end. */
	next: PromiseWithResolvers<void>;
}

/** Runs that several may follow, each from its beginning. */
export interface SharedRuns {
	/**
	 * The events of the run of this key, started when there is none. Aborting, or leaving the loop, is to stop following;
	 * a run that nobody follows is aborted.
	 */
	follow(key: string, signal: AbortSignal, work: Work): AsyncGenerator<SignInEvent, void>;
}

/** No run yet. */
export function createRuns(): SharedRuns {
	const runs = new Map<string, Run>();

	function start(key: string, work: Work): Run {
		const run: Run = {
			events: [],
			controller: new AbortController(),
			followers: 0,
			over: false,
			next: Promise.withResolvers(),
		};
		const wake = () => {
			run.next.resolve();
			run.next = Promise.withResolvers();
		};
		const tell = (event: SignInEvent) => {
			run.events.push(event);
			wake();
		};
		runs.set(key, run);
		work(tell, run.controller.signal).finally(() => {
			run.over = true;
			if (runs.get(key) === run) runs.delete(key);
			wake();
		});
		return run;
	}

	return {
		async *follow(key, signal, work) {
			if (signal.aborted) return;
			const run = runs.get(key) ?? start(key, work);
			run.followers += 1;
			const gone = Promise.withResolvers<void>();
			const leave = () => gone.resolve();
			signal.addEventListener('abort', leave, { once: true });
			try {
				for (let seen = 0; !signal.aborted; ) {
					const event = run.events[seen];
					if (event !== undefined) {
						seen += 1;
						yield event;
					} else if (run.over) {
						return;
					} else {
						await Promise.race([run.next.promise, gone.promise]);
					}
				}
			} finally {
				signal.removeEventListener('abort', leave);
				run.followers -= 1;
				if (run.followers === 0 && !run.over) {
					// Whoever asks now begins anew: this one is past joining.
					if (runs.get(key) === run) runs.delete(key);
					run.controller.abort();
				}
			}
		},
	};
}
