import type { FSWatcher } from 'chokidar';
import type { Log } from '../ports.ts';
import type { AwsSurroundings } from './aws-files.ts';
import { awsCaches, awsFilePaths } from './aws-files.ts';

/** A running watch. */
export interface AwsFilesWatch {
	/** Resolves when changes are seen from now on; never rejects. */
	readonly ready: Promise<void>;
	close(): Promise<void>;
}

/** Changes that come within this time are told as one: a sign-in writes several files. Milliseconds. */
const TOGETHER = 50;

/**
 * Watches the two AWS config files and the folders where the AWS CLI keeps sign-ins, whether they exist yet or not.
 * `changed` is called after a change, and once when the watch begins, for what changed since the files were last read.
 * Where watching is impossible the log says so, and the app goes on: each call reads the files anew anyway.
 */
export function watchAwsFiles(options: {
	readonly surroundings: AwsSurroundings;
	readonly changed: () => void;
	readonly log: Pick<Log, 'warn'>;
}): AwsFilesWatch {
	const { surroundings, changed, log } = options;
	const { filepath, configFilepath } = awsFilePaths(surroundings);
	const { sso, login } = awsCaches(surroundings);
	let closed = false;
	let telling: NodeJS.Timeout | null = null;
	const { promise: ready, resolve: begun } = Promise.withResolvers<void>();

	const tell = () => {
		telling ??= setTimeout(() => {
			telling = null;
			changed();
		}, TOGETHER);
	};
	const cannot = (error: unknown) => {
		const code = error instanceof Error && 'code' in error ? error.code : error;
		log.warn(`The AWS config files can't be watched: ${code}`);
		begun();
	};

	async function start(): Promise<FSWatcher | null> {
		const { watch } = await import('chokidar');
		if (closed) return null;
		return watch([configFilepath, filepath, sso, login], {
			ignoreInitial: true,
			// One folder each: what is below is none of ours.
			depth: 0,
			backend: 'native',
			ignorePermissionErrors: true,
		})
			.on('all', tell)
			.on('error', cannot)
			.on('ready', () => {
				tell();
				begun();
			});
	}
	const starting = start().catch((error: unknown) => {
		cannot(error);
		return null;
	});

	return {
		ready,
		async close() {
			closed = true;
			if (telling !== null) clearTimeout(telling);
			await (await starting)?.close();
			begun();
		},
	};
}
