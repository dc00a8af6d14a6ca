import { parseArgs } from 'node:util';
import type { PaceName } from './pace.ts';
import { paces } from './pace.ts';

export interface CliOptions {
	readonly port: number;
	readonly json: boolean;
	readonly pace: PaceName;
	readonly help: boolean;
}

export const usage = `Usage: npm run practice -- [--port N] [--pace real|fast|none] [--json]

  --port N   the port on 127.0.0.1 (default: a free one)
  --pace P   how fast it answers: real (default), fast, or none (no waiting)
  --json     print one line of JSON in place of the text
  --help     print this`;

/** Reads the command line. Gives a sentence instead of options when it can't be understood. */
export function readCliOptions(args: readonly string[]): CliOptions | string {
	try {
		const { values } = parseArgs({
			args: [...args],
			options: {
				port: { type: 'string', default: '0' },
				json: { type: 'boolean', default: false },
				pace: { type: 'string', default: 'real' },
				help: { type: 'boolean', default: false },
			},
		});
		const port = Number(values.port);
		if (!/^\d+$/.test(values.port) || port > 65_535)
			return `--port must be a number from 0 to 65535, not "${values.port}".`;
		if (!isPaceName(values.pace)) {
			return `--pace must be one of ${Object.keys(paces).join(', ')}, not "${values.pace}".`;
		}
		return { port, json: values.json, pace: values.pace, help: values.help };
	} catch (error) {
		return error instanceof Error ? error.message : String(error);
	}
}

function isPaceName(name: string): name is PaceName {
	return Object.hasOwn(paces, name);
}
