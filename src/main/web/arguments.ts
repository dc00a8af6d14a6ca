import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { PaceName } from '../practice/pace.ts';
import { paces } from '../practice/pace.ts';

/** What the Node host was asked for on its command line. */
export interface WebArguments {
	/** 0: any free port. */
	readonly port: number;
	/** Absolute; null: the system's usual place. */
	readonly dataFolder: string | null;
	readonly open: boolean;
	readonly pace: PaceName;
}

export const usage = `Outcrop in the browser.

  --port N                       the port to listen on (any free one)
  --data-dir DIR                 where conversations and settings are kept
  --no-open                      do not open a browser
  --practice-pace real|fast|none how fast the practice endpoint answers (real)
  --help                         this text
`;

/** Reads the command line. A `problem` is a sentence for the user. */
export function parseArguments(
	args: readonly string[],
	currentFolder: string,
): WebArguments | { readonly help: true } | { readonly problem: string } {
	try {
		const { values } = parseArgs({
			args: [...args],
			strict: true,
			allowPositionals: false,
			options: {
				port: { type: 'string', default: '0' },
				'data-dir': { type: 'string' },
				'no-open': { type: 'boolean', default: false },
				'practice-pace': { type: 'string', default: 'real' },
				help: { type: 'boolean', default: false },
			},
		});
		if (values.help) return { help: true };
		if (!/^\d{1,5}$/.test(values.port) || Number(values.port) > 65_535) {
			return { problem: `--port takes a number from 0 to 65535, not "${values.port}".` };
		}
		const pace = values['practice-pace'];
		if (!isPaceName(pace)) {
			return { problem: `--practice-pace takes real, fast or none, not "${pace}".` };
		}
		const folder = values['data-dir'];
		if (folder === '') return { problem: '--data-dir takes the path of a folder.' };
		return {
			port: Number(values.port),
			dataFolder: folder === undefined ? null : resolve(currentFolder, folder),
			open: !values['no-open'],
			pace,
		};
	} catch (error) {
		return { problem: error instanceof Error ? error.message : String(error) };
	}
}

function isPaceName(name: string): name is PaceName {
	return Object.hasOwn(paces, name);
}
