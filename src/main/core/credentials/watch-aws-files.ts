import { resolve, sep } from 'node:path';
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
	const places = [configFilepath, filepath, sso, login].map((path) => resolve(path));
	const isBetween = (above: string, below: string) => below.startsWith(`${above}${sep}`);
	let closed = false;
	let telling: NodeJS.Timeout | null = null;
	const { promise: ready, resolve: begin } = Promise.withResolvers<void>();

	const tell = () => {
		telling ??= setTimeout(() => {
			telling = null;
			changed();
		}, TOGETHER);
	};
	const cannot = (error: unknown) => {
		const code = error instanceof Error && 'code' in error ? error.code : error;
		log.warn(`The AWS config files can't be watched: ${code}`);
		begin();
	};

	async function start(): Promise<FSWatcher | null> {
		const { watch } = await import('chokidar');
		if (closed) return null;
		return watch(places, {
			ignoreInitial: true,
			// Where a folder is not there yet, the one above is watched, and with it all that appears there.
			ignored: (path) => !places.some((place) => path === place || isBetween(place, path) || isBetween(path, place)),
			backend: 'native',
			ignorePermissionErrors: true,
		})
			.on('all', tell)
			.on('error', cannot)
			.on('ready', () => {
				tell();
				begin();
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
			begin();
		},
	};
}
