import { expect, it } from 'vitest';
import { ask, asked, NOVA, user } from './support/ask.ts';
import { practiceForTests } from './support/practice-for-tests.ts';

const practice = practiceForTests();
const OWN = 'arn:aws:bedrock:us-east-1:123456789012:';
const ROUTER = `${OWN}default-prompt-router/amazon.nova:1`;

it.each([
	['a short request', 'Hi', 'amazon.nova-lite-v1:0'],
	['a long one', 'Hi. '.repeat(250), 'amazon.nova-pro-v1:0'],
])('a prompt router tells which model it chose: %s', async (_name, text, model) => {
	const { status, json } = await ask(practice.server, ROUTER, 'converse', { messages: [user({ text })] });
	expect(status).toBe(200);
	expect(json.trace).toEqual({
		promptRouter: { invokedModelId: `arn:aws:bedrock:us-east-1::foundation-model/${model}` },
	});
});

it('a router tells of itself beside a guardrail', async () => {
	const guardrailConfig = { guardrailIdentifier: 'practice-guardrail', guardrailVersion: '1', trace: 'enabled' };
	const { json } = await ask(practice.server, ROUTER, 'converse', asked({ guardrailConfig }));
	expect(Object.keys(json.trace ?? {})).toEqual(['guardrail', 'promptRouter']);
});

it('a router takes no native body: nobody knows which one', async () => {
	const { status, json } = await ask(practice.server, ROUTER, 'invoke', { schemaVersion: 'messages-v1', messages: [] });
	expect([status, json.message]).toEqual([400, 'The provided model identifier is invalid.']);
});

it('a provisioned model is called by its ARN, by its own body and by Converse', async () => {
	const arn = `${OWN}provisioned-model/practice0001`;
	const own = { schemaVersion: 'messages-v1', messages: [{ role: 'user', content: [{ text: 'Hi' }] }] };
	const answers = await Promise.all([
		ask(practice.server, arn, 'converse', asked({})),
		ask(practice.server, arn, 'invoke', own),
		ask(practice.server, NOVA, 'invoke', own),
	]);
	expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
	const [, byArn, byId] = answers.map(({ json }) => json);
	expect(byArn?.usage?.['inputTokens']).toBe(byId?.usage?.['inputTokens']);
	expect(byArn?.stopReason).toBe('end_turn');
	expect(byArn?.trace).toBeUndefined();
});

it.each([
	'arn:aws:bedrock:us-east-1:210987654321:default-prompt-router/amazon.nova:1',
	`${OWN}default-prompt-router/acme.seer:1`,
	`${OWN}prompt-router/abcdefghijkl`,
	`${OWN}provisioned-model/abcdefghijkl`,
	`${OWN}provisioned-model/amazon.nova-lite-v1:0`,
	`${OWN}custom-model-deployment/abcdefghijkl`,
	`${OWN}imported-model/abcdefghijkl`,
])('what the practice account does not have is refused: %s', async (arn) => {
	const { status, json } = await ask(practice.server, arn, 'converse', asked({}));
	expect([status, json.message]).toEqual([400, 'The provided model identifier is invalid.']);
});
