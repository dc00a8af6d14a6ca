// @ts-check
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @type {readonly NodeJS.Signals[]} */
const passedOn = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * What `npm start` was asked for. Only the data folder is for both hosts; whatever else is said is for the Node host,
 * which also knows how to refuse it.
 * @param {readonly string[]} args
 * @returns {{ host: 'electron' | 'web', args: string[] }}
 */
export function chooseHost(args) {
	const rest = args.filter((arg) => arg !== '--web');
	const others = rest.filter((arg, index) => !/^--data-dir(=|$)/.test(arg) && rest[index - 1] !== '--data-dir');
	return { host: rest.length < args.length || others.length > 0 ? 'web' : 'electron', args: rest };
}

/**
 * Whether there is a screen for a window. Elsewhere than on Linux and the BSDs there always is.
 * @param {string} platform
 * @param {Readonly<Record<string, string | undefined>>} environment
 */
export function hasDisplay(platform, environment) {
	return platform === 'darwin' || platform === 'win32' || !!(environment['DISPLAY'] || environment['WAYLAND_DISPLAY']);
}

/**
 * Runs a program in our place: our terminal, our signals, and its exit code is ours.
 * @param {string} file
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv }} [options]
 * @returns {Promise<number>} a program that a signal ended gives 128 and the signal's number, as a shell says it
 */
export function runInPlace(file, args, options = {}) {
	return new Promise((resolve, reject) => {
		const child = spawn(file, args, { ...options, stdio: 'inherit' });
		/** @param {NodeJS.Signals} signal */
		const pass = (signal) => void child.kill(signal);
		for (const signal of passedOn) process.on(signal, pass);
		child.once('error', reject);
		child.once('exit', (code, signal) => {
			for (const name of passedOn) process.off(name, pass);
			resolve(code ?? 128 + signalNumber(signal));
		});
	});
}

/** @param {NodeJS.Signals | null} signal */
function signalNumber(signal) {
	return signal === null ? 0 : (constants.signals[signal] ?? 0);
}
