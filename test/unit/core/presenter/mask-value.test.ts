import { expect, test } from 'vitest';
import { maskDeep, unmaskDeep } from '../../../../src/main/core/presenter/mask-value.ts';
import { explain } from '../../../../src/shared/explanations/explain.ts';
import { createMasker } from '../../../../src/shared/masking/mask-text.ts';
import { accessErrors } from '../../../helpers/explained-errors/access-errors.ts';
import { credentialErrors } from '../../../helpers/explained-errors/credential-errors.ts';
import { explainedCall } from '../../../helpers/explained-errors/explained-error.ts';
import { requestErrors } from '../../../helpers/explained-errors/request-errors.ts';
import { sdkErrors } from '../../../helpers/explained-errors/sdk-errors.ts';
import { serviceErrors } from '../../../helpers/explained-errors/service-errors.ts';

const masker = () => createMasker({ profiles: [], hosts: [], bareNumbers: true });

test.each([
	// A short name, or one that everybody has, is masked where it is a profile's name, and nowhere else.
	[
		{ id: 'profile:me', name: 'me', signIn: { profile: 'work' }, text: 'me and work' },
		{ id: 'profile:••••1', name: '••••1', signIn: { profile: '••••2' }, text: 'me and work' },
	],
	[
		{ id: 'profile:acme-data', title: 'acme-data, acme-database' },
		{ id: 'profile:••••1', title: '••••1, acme-database' },
	],
	[{ connection: 'profile:default' }, { connection: 'profile:default' }],
	[
		{ connection: 'practice', name: 'practice' },
		{ connection: 'practice', name: 'practice' },
	],
	// The mask of a host is an address still.
	[
		{ title: 'gateway.acme.test', endpointUrl: 'https://gateway.acme.test:8443/v1' },
		{ title: 'host-1.invalid', endpointUrl: 'https://host-1.invalid:8443/v1' },
	],
	[
		{ account: '111122223333', userId: 'AROAFAKEROLE00000001:carol', arn: 'arn:aws:iam::111122223333:root' },
		{ account: '•••••••••••1', userId: 'AROA•••••••••••••••1:••••1', arn: 'arn:aws:iam::•••••••••••1:root' },
	],
	[
		{ modelId: 'anthropic.claude', id: 'not acme' },
		{ modelId: 'anthropic.claude', id: 'not acme' },
	],
	[
		{ modelId: 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/ab12cd34' },
		{ modelId: 'arn:aws:bedrock:us-east-1:•••••••••••1:application-inference-profile/••••1' },
	],
	[
		{ type: 'application', name: 'Acme billing' },
		{ type: 'application', name: '••••1' },
	],
	[{ detail: '[profile acme data]' }, { detail: '[profile ••••1]' }],
	[{ text: 'Order 1111-2222-3333 of 0.111122223333' }, { text: 'Order •••••••••••1 of 0.111122223333' }],
	[
		{ type: 'tool-use', id: '111122223333', name: 'look', input: '{"account":"111122223333"}' },
		{ type: 'tool-use', id: '111122223333', name: 'look', input: '{"account":"•••••••••••1"}' },
	],
	[
		{ type: 'tool-result', toolUseId: '111122223333', status: 'success', text: '{"id":111122223333}' },
		{ type: 'tool-result', toolUseId: '111122223333', status: 'success', text: '{"id":•••••••••••1}' },
	],
	[
		{ type: 'reasoning', text: 'In 111122223333', signature: '111122223333', redacted: '111122223333' },
		{ type: 'reasoning', text: 'In •••••••••••1', signature: '111122223333', redacted: '111122223333' },
	],
	[
		{ title: 'T', source: '111122223333.pdf', quote: '111122223333', location: { type: '111122223333' } },
		{ title: 'T', source: '•••••••••••1.pdf', quote: '•••••••••••1', location: { type: '•••••••••••1' } },
	],
	[
		{ type: 'search-result', title: 'On 111122223333', source: 'https://a/111122223333', text: 'It is 111122223333' },
		{ type: 'search-result', title: 'On •••••••••••1', source: 'https://a/•••••••••••1', text: 'It is •••••••••••1' },
	],
	[
		{ type: 'attachment', name: 'Bill of 111122223333 (1).pdf', format: 'pdf', sha256: '111122223333' },
		{ type: 'attachment', name: 'Bill of •••••••••••1 (1).pdf', format: 'pdf', sha256: '111122223333' },
	],
	[{ trace: { guardrail: [{ source: '111122223333' }] } }, { trace: { guardrail: [{ source: '•••••••••••1' }] } }],
	[
		{ requestMetadata: { 'team 111122223333': '111122223333' }, promptVariables: { id: '111122223333' } },
		{ requestMetadata: { 'team •••••••••••1': '•••••••••••1' }, promptVariables: { id: '•••••••••••1' } },
	],
	// Members that are named after what is called.
	[
		{ prices: { 'arn:aws:bedrock:us-east-1:111122223333:prompt-router/ab12cd34': 1, 'amazon.nova-lite-v1:0': 2 } },
		{ prices: { 'arn:aws:bedrock:us-east-1:•••••••••••1:prompt-router/••••1': 1, 'amazon.nova-lite-v1:0': 2 } },
	],
	[{ id: 'b3a1e2f0-0000-4000-8000-111122223333' }, { id: 'b3a1e2f0-0000-4000-8000-111122223333' }],
])('%j', (value, expected) => {
	const own = masker();
	const masked = maskDeep(value, own);
	expect(masked).toEqual(expected);
	expect(unmaskDeep(masked, own)).toEqual(value);
	// What is masked stays as it is.
	expect(maskDeep(masked, own)).toEqual(expected);
});

test('a name that is told late is masked from the beginning', () => {
	expect(maskDeep([{ text: 'Of acme-data.' }, { profile: 'acme-data' }], masker())).toEqual([
		{ text: 'Of ••••1.' },
		{ profile: '••••1' },
	]);
});

const errors = [...accessErrors, ...credentialErrors, ...requestErrors, ...sdkErrors, ...serviceErrors];

test.each(errors.map(([name, type, message]) => ({ name, type, message })))(
	'$name is explained as before',
	({ type, message }) => {
		const failure = { code: 'unknown' as const, type, message, systemCode: null };
		const shown = { ...failure, message: masker().mask(message) };
		const { id, causes, steps } = explain(failure, explainedCall, null);
		expect(explain(shown, explainedCall, null)).toMatchObject({ id, causes, steps });
	},
);

test('a vector is not walked through number by number', () => {
	const values = [0.1, 0.2];
	expect(maskDeep({ type: 'embedding', text: '111122223333', values }, masker())).toEqual({
		type: 'embedding',
		text: '•••••••••••1',
		values,
	});
	const [block] = maskDeep([{ values }], masker()) as readonly { values: unknown }[];
	expect(block?.values).toBe(values);
});

test('the words that settings are chosen from stay, whatever a profile is called: the window could not read them', () => {
	const chosen = {
		effort: 'xhigh',
		performance: 'standard',
		serviceTier: 'priority',
		reasoning: { mode: 'adaptive', display: 'summarized' },
		cache: { ttl: '5m' },
		guardrail: { trace: 'enabled_full', streamProcessingMode: 'async' },
		tools: [{ builtIn: 'calculator' }],
		toolChoice: { type: 'auto' },
		models: [{ sampling: 'both', thinking: 'budget' }],
	};
	const words = JSON.stringify(chosen).match(/\w+/g) ?? [];
	expect(maskDeep(chosen, createMasker({ profiles: words, hosts: [], bareNumbers: true }))).toEqual(chosen);
});
