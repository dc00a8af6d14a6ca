import { once } from 'node:events';
import { eventIterator } from '@orpc/contract';
import { implement } from '@orpc/server';
import { z } from 'zod';
import { procedure } from '../../../src/shared/contract/base.ts';
import { attachedFile } from '../../../src/shared/model/attached-file.ts';

/** One procedure for each way in which the app's contract uses a transport. */
export const trialContract = {
	echo: procedure.input(z.object({ text: z.string() })).output(z.object({ text: z.string() })),
	refuse: procedure.output(z.void()),
	break: procedure.output(z.void()),
	count: procedure
		.input(z.object({ to: z.number().int(), failAfter: z.number().int().optional() }))
		.output(eventIterator(z.object({ index: z.number().int() }))),
	watch: procedure.output(eventIterator(z.object({ started: z.literal(true) }))),
	body: procedure.input(z.object({ size: z.number().int() })).output(z.object({ base64: z.string() })),
	attach: procedure.input(z.object({ files: z.array(attachedFile) })).output(z.object({ sizes: z.array(z.number()) })),
};

export interface Trial {
	readonly router: ReturnType<typeof createRouter>;
	/** Resolves when the server has seen that the watcher went away. */
	readonly watcherGone: Promise<void>;
}

/** A server of the trial contract that says when it was left. */
export function createTrial(): Trial {
	const gone = Promise.withResolvers<void>();
	return { router: createRouter(gone.resolve), watcherGone: gone.promise };
}

function createRouter(watcherGone: () => void) {
	const os = implement(trialContract);
	return os.router({
		echo: os.echo.handler(({ input }) => input),
		refuse: os.refuse.handler(({ errors }) => {
			throw errors.NOT_FOUND({ data: { what: 'turn' } });
		}),
		break: os.break.handler(() => {
			throw new Error('SECRET of the server');
		}),
		count: os.count.handler(async function* ({ input, errors }) {
			for (let index = 1; index <= input.to; index++) {
				yield { index };
				if (index === input.failAfter) throw errors.CORRUPT({ data: { detail: 'in mid-stream' } });
			}
		}),
		watch: os.watch.handler(async function* ({ signal }) {
			try {
				yield { started: true } as const;
				if (signal !== undefined && !signal.aborted) await once(signal, 'abort');
			} finally {
				watcherGone();
			}
		}),
		body: os.body.handler(({ input }) => ({ base64: Buffer.alloc(input.size, 7).toString('base64') })),
		attach: os.attach.handler(({ input }) => ({
			sizes: input.files.map(({ base64 }) => Buffer.from(base64, 'base64').byteLength),
		})),
	});
}
