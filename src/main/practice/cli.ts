import { runCli } from './run-cli.ts';

const result = await runCli(process.argv.slice(2), {
	out: (line) => console.log(line),
	error: (line) => console.error(line),
});

if (typeof result === 'number') {
	process.exitCode = result;
} else {
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void result.close());
}
