import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';

/** A process of its own, which tells what it has done in lines. */
export interface Child {
	readonly pid: number;
	/** The next line that it writes. Rejects when it ends without one. */
	line(): Promise<string>;
	tell(text: string): void;
	/** Ends it as `kill -9` does, and waits until it is gone. */
	kill(): Promise<void>;
}

/** Starts a program; it is killed after the running test at the latest. */
export function startChild(program: URL, ...values: readonly string[]): Child {
	const running = spawn(process.execPath, [fileURLToPath(program), ...values], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	const gone = once(running, 'exit');
	const lines = createInterface({ input: running.stdout })[Symbol.asyncIterator]();
	const kill = async () => {
		running.kill('SIGKILL');
		await gone;
	};
	onTestFinished(kill);
	return {
		pid: running.pid ?? -1,
		async line() {
			const next = await lines.next();
			if (next.done === true) throw new Error(`${program.pathname} ended without a word`);
			return next.value;
		},
		tell: (text) => void running.stdin.write(text),
		kill,
	};
}
