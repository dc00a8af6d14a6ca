import { expect, test } from 'vitest';
import { cliSignIn } from '../../../../src/renderer/connections/cli-sign-in.ts';

test.each([
	['work', 'sso', 'aws sso login --profile work'],
	['work', 'login', 'aws login --profile work'],
	['jane@corp.example-1', 'sso', 'aws sso login --profile jane@corp.example-1'],
	['my work', 'sso', 'aws sso login --profile "my work"'],
	['$(id)"`x`', 'sso', 'aws sso login --profile "\\$(id)\\"\\`x\\`"'],
] as const)('%s, %s', (profile, type, command) => {
	expect(cliSignIn({ profile, type })).toBe(command);
});
