import { createRouterClient, os } from '@orpc/server';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { logUnexpected } from '../../../../src/main/core/hosting/log-unexpected.ts';

const base = os.errors({ TOLD: {} });
const procedures = {
	defect: base.handler(() => {
		throw new TypeError('x is not a function');
	}),
	misfit: base.output(z.object({ n: z.number() })).handler(() => JSON.parse('{"n":"one"}')),
	told: base.handler(({ errors }) => {
		throw errors.TOLD();
	}),
};

test.each([
	['defect', ['A procedure failed: TypeError: x is not a function']],
	['misfit', ['A procedure failed: Error: Output validation failed']],
	['told', []],
] as const)('%s', async (name, expected) => {
	const lines: string[] = [];
	const log = { info() {}, warn() {}, error: (text: string, error: unknown) => lines.push(`${text}: ${error}`) };
	const client = createRouterClient(procedures, { interceptors: [logUnexpected(log)] });
	await expect(client[name]()).rejects.toThrow();
	expect(lines).toEqual(expected);
});
