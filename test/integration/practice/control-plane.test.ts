import {
	GetInferenceProfileCommand,
	ListFoundationModelsCommand,
	ListInferenceProfilesCommand,
} from '@aws-sdk/client-bedrock';
import { ConverseCommand, CountTokensCommand } from '@aws-sdk/client-bedrock-runtime';
import { GetCallerIdentityCommand, GetSessionTokenCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PracticeServer } from '../../../src/main/practice/practice-server.ts';
import { startPractice } from '../../../src/main/practice/practice-server.ts';
import { catalogue, nearPrefixes } from '../../../src/shared/catalogue.ts';
import { controlPlaneClient, credentialsOf, practiceClient, rejection } from './support/practice-client.ts';

let server: PracticeServer;
beforeAll(async () => {
	server = await startPractice();
});
afterAll(() => server.close());

const HAIKU = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const ACCOUNT = 'arn:aws:bedrock:us-east-1:123456789012';

function modelArns(id: string, ...regions: readonly string[]) {
	return regions.map((region) => ({ modelArn: `arn:aws:bedrock:${region}::foundation-model/${id}` }));
}

describe('the foundation models', () => {
	it('are the whole catalogue, the retired ones as legacy', async () => {
		const client = controlPlaneClient(server);
		const { modelSummaries } = await client.send(new ListFoundationModelsCommand({}));
		const anthropic = await client.send(new ListFoundationModelsCommand({ byProvider: 'anthropic' }));
		const images = await client.send(new ListFoundationModelsCommand({ byOutputModality: 'IMAGE' }));
		client.destroy();
		const one = (id: string) => modelSummaries?.find(({ modelId }) => modelId === id);
		expect(modelSummaries?.map(({ modelId }) => modelId)).toEqual(catalogue.map(({ id }) => id));
		expect(one('anthropic.claude-3-haiku-20240307-v1:0')).toMatchObject({
			inferenceTypesSupported: ['ON_DEMAND'],
			modelLifecycle: { status: 'LEGACY', endOfLifeTime: new Date('2026-09-10T00:00:00Z') },
		});
		expect(one('amazon.nova-lite-v1:0')?.inputModalities).toEqual(['TEXT', 'IMAGE', 'VIDEO']);
		expect(one('anthropic.claude-sonnet-5')).toEqual({
			customizationsSupported: [],
			inferenceTypesSupported: ['INFERENCE_PROFILE'],
			inputModalities: ['TEXT', 'IMAGE'],
			modelArn: 'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-sonnet-5',
			modelId: 'anthropic.claude-sonnet-5',
			modelLifecycle: { status: 'ACTIVE' },
			modelName: 'Claude Sonnet 5',
			outputModalities: ['TEXT'],
			providerName: 'Anthropic',
			responseStreamingSupported: true,
		});
		expect(new Set(anthropic.modelSummaries?.map(({ providerName }) => providerName))).toEqual(new Set(['Anthropic']));
		expect(images.modelSummaries).toEqual([]);
	});
});

describe('the inference profiles', () => {
	it('come in pages, AWS’s first and then the account’s own', async () => {
		const client = controlPlaneClient(server);
		const all = await client.send(new ListInferenceProfilesCommand({}));
		const first = await client.send(new ListInferenceProfilesCommand({ maxResults: 2 }));
		const second = await client.send(new ListInferenceProfilesCommand({ maxResults: 2, nextToken: first.nextToken }));
		const refused = await rejection(client.send(new ListInferenceProfilesCommand({ nextToken: 'x' })));
		const sizes = await Promise.all(
			[0, 1001].map((maxResults) => rejection(client.send(new ListInferenceProfilesCommand({ maxResults })))),
		);
		client.destroy();
		const ids = all.inferenceProfileSummaries?.map(({ inferenceProfileId }) => inferenceProfileId);
		const system = catalogue.flatMap(({ id, profiles }) =>
			profiles.filter((prefix) => ['us', 'global'].includes(prefix)).map((prefix) => `${prefix}.${id}`),
		);
		expect(ids).toEqual([...system, 'practice0001', 'practice0002']);
		expect(all.nextToken).toBeUndefined();
		const paged = [first, second].flatMap((page) => page.inferenceProfileSummaries ?? []);
		expect(paged.map(({ inferenceProfileId }) => inferenceProfileId)).toEqual(ids?.slice(0, 4));
		expect(refused).toMatchObject({
			name: 'ValidationException',
			message: 'The provided pagination token is invalid.',
		});
		expect(sizes.map(({ name }) => name)).toEqual(['ValidationException', 'ValidationException']);
	});

	it('are those of the region, with every region that they route to', async () => {
		const client = controlPlaneClient({ ...server, region: 'ap-northeast-1' });
		const { inferenceProfileSummaries } = await client.send(
			new ListInferenceProfilesCommand({ typeEquals: 'SYSTEM_DEFINED' }),
		);
		client.destroy();
		const prefixes = inferenceProfileSummaries?.map(
			({ inferenceProfileId }) => inferenceProfileId?.split('.')[0] ?? '',
		);
		expect(new Set(prefixes)).toEqual(new Set(nearPrefixes('ap-northeast-1')));
		const one = (id: string) => inferenceProfileSummaries?.find((profile) => profile.inferenceProfileId === id);
		expect(one(`jp.${HAIKU}`)).toMatchObject({
			inferenceProfileName: 'JP Claude Haiku 4.5',
			inferenceProfileArn: `arn:aws:bedrock:ap-northeast-1:123456789012:inference-profile/jp.${HAIKU}`,
			models: modelArns(HAIKU, 'ap-northeast-1', 'ap-northeast-3'),
			status: 'ACTIVE',
			type: 'SYSTEM_DEFINED',
		});
		expect(one(`global.${HAIKU}`)?.models).toEqual(modelArns(HAIKU, 'ap-northeast-1', ''));
	});

	it('of the account can be asked for and called by their ARN', async () => {
		const control = controlPlaneClient(server);
		const { inferenceProfileSummaries = [] } = await control.send(
			new ListInferenceProfilesCommand({ typeEquals: 'APPLICATION' }),
		);
		expect(
			inferenceProfileSummaries.map((profile) => [
				profile.inferenceProfileArn,
				profile.inferenceProfileName,
				profile.type,
				profile.models,
			]),
		).toEqual([
			[
				`${ACCOUNT}:application-inference-profile/practice0001`,
				'practice-study-group',
				'APPLICATION',
				modelArns(HAIKU, 'us-east-1', 'us-east-2', 'us-west-2'),
			],
			[
				`${ACCOUNT}:application-inference-profile/practice0002`,
				'practice-one-region',
				'APPLICATION',
				modelArns('amazon.nova-lite-v1:0', 'us-east-1'),
			],
		]);
		const client = practiceClient(server, 'http/1.1');
		for (const { inferenceProfileArn, ...summary } of inferenceProfileSummaries) {
			const { $metadata: _, ...asked } = await control.send(
				new GetInferenceProfileCommand({ inferenceProfileIdentifier: inferenceProfileArn }),
			);
			expect(asked).toEqual({ inferenceProfileArn, ...summary });
			const messages = [{ role: 'user' as const, content: [{ text: 'Hello' }] }];
			const answer = await client.send(new ConverseCommand({ modelId: inferenceProfileArn, messages }));
			expect(answer.output?.message?.content?.[0]?.text).toContain(`| Model | \`${inferenceProfileArn}\` |`);
			const counting = client.send(
				new CountTokensCommand({ modelId: inferenceProfileArn, input: { converse: { messages } } }),
			);
			expect((await rejection(counting)).message).toBe("The provided model doesn't support counting tokens.");
		}
		client.destroy();
		control.destroy();
	});

	it('are found by id and by ARN, and a 404 says which one is not', async () => {
		const client = controlPlaneClient(server);
		const get = (inferenceProfileIdentifier: string) =>
			client.send(new GetInferenceProfileCommand({ inferenceProfileIdentifier }));
		const byId = await get(`us.${HAIKU}`);
		const byArn = await get(`${ACCOUNT}:inference-profile/us.${HAIKU}`);
		const missing = await Promise.all([`jp.${HAIKU}`, HAIKU, 'practice0003'].map(async (id) => rejection(get(id))));
		client.destroy();
		expect(byId.models).toEqual(modelArns(HAIKU, 'us-east-1', 'us-east-2', 'us-west-2'));
		expect({ ...byArn, $metadata: null }).toEqual({ ...byId, $metadata: null });
		expect(missing.map(({ name, message, $metadata }) => [name, message, $metadata?.['httpStatusCode']])).toEqual([
			['ResourceNotFoundException', `Could not find the inference profile jp.${HAIKU}.`, 404],
			['ResourceNotFoundException', `Could not find the inference profile ${HAIKU}.`, 404],
			['ResourceNotFoundException', 'Could not find the inference profile practice0003.', 404],
		]);
	});
});

describe('STS', () => {
	const asked = async (credentials: { accessKeyId: string; secretAccessKey: string; sessionToken?: string }) => {
		const client = new STSClient({ endpoint: server.endpoint, region: 'eu-west-1', credentials, maxAttempts: 1 });
		try {
			return await client.send(new GetCallerIdentityCommand({}));
		} finally {
			client.destroy();
		}
	};

	it('says who the practice keys are', async () => {
		const { $metadata, ...identity } = await asked(credentialsOf(server));
		expect(identity).toEqual({
			Account: '123456789012',
			Arn: 'arn:aws:iam::123456789012:user/practice',
			UserId: 'AIDAPRACTICE000000000',
		});
		expect($metadata.requestId).toMatch(/^[0-9a-f-]{36}$/);
	});

	it.each([
		[
			'another key',
			{ accessKeyId: 'AKIAOTHER' },
			'InvalidClientTokenId',
			'The security token included in the request is invalid.',
		],
		[
			'another secret',
			{ secretAccessKey: 'wrong' },
			'SignatureDoesNotMatch',
			'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
		],
		[
			'an expired session',
			{ sessionToken: 'practice-session-token-expired' },
			'ExpiredToken',
			'The security token included in the request is expired',
		],
	])('refuses %s in its own words', async (_, changes, name, message) => {
		expect(await rejection(asked({ ...credentialsOf(server), ...changes }))).toMatchObject({
			name,
			message,
			$metadata: { httpStatusCode: 403 },
		});
	});

	it('takes neither an API key nor a call without a signature', async () => {
		const post = async (headers: Record<string, string>) => {
			const response = await fetch(`${server.endpoint}/`, {
				method: 'POST',
				headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
				body: 'Action=GetCallerIdentity&Version=2011-06-15',
			});
			return [response.status, /<Code>(\w+)<\/Code>/.exec(await response.text())?.[1]];
		};
		expect(await post({})).toEqual([403, 'MissingAuthenticationToken']);
		expect(await post({ authorization: `Bearer ${server.apiKey}` })).toEqual([400, 'IncompleteSignature']);
	});

	it('knows no other action', async () => {
		const client = new STSClient({
			endpoint: server.endpoint,
			region: 'us-east-1',
			credentials: credentialsOf(server),
		});
		const refused = await rejection(client.send(new GetSessionTokenCommand({})));
		client.destroy();
		expect(refused).toMatchObject({
			name: 'InvalidAction',
			message: 'Could not find operation GetSessionToken for version 2011-06-15',
		});
	});
});
