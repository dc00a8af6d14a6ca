// @ts-check
import { spawn } from 'node:child_process';
import { root } from './tools.mjs';

/**
 * Runs a command to its end in the project's folder. `show` passes its output on as it comes. A command that can't be
 * started ends with code 127, one that was killed with 128.
 * @param {readonly string[]} command
 * @param {{ show: boolean, env?: Record<string, string | undefined> }} options
 * @returns {Promise<{ code: number, output: string }>}
 */
export function run([file, ...args], { show, env = {} }) {
	if (file === undefined) throw new Error('run: no command');
	return new Promise((resolve) => {
		const child = spawn(file, args, {
			cwd: root,
			env: { ...process.env, ...env },
			stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
		});
		let output = '';
		/** @param {string} text */
		const collect = (text) => {
			output += text;
		};
		child.stdout?.setEncoding('utf8').on('data', collect);
		child.stderr?.setEncoding('utf8').on('data', collect);
		child.once('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
		child.once('close', (code) => resolve({ code: code ?? 128, output }));
	});
}
