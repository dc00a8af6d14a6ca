import { describe, expect, test } from 'vitest';
import { applyMasks, createMasker } from '../../../../src/shared/masking/mask-text.ts';

const nobody = { profiles: [], hosts: [] };

describe('a text alone', () => {
	test.each([
		// ARNs keep their shape: partition, service, region, the kind of thing, and what is AWS's.
		['arn:aws:iam::111122223333:user/team/bob', 'arn:aws:iam::•••••••••••1:user/••••1/••••2'],
		[
			'arn:aws-us-gov:sts::111122223333:assumed-role/Admin-X/bob@acme.test',
			'arn:aws-us-gov:sts::•••••••••••1:assumed-role/••••1/••••2',
		],
		[
			'on arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.anthropic.claude-x-v1:0.',
			'on arn:aws:bedrock:us-east-1:•••••••••••1:inference-profile/us.anthropic.claude-x-v1:0.',
		],
		[
			'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-x',
			'arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-x',
		],
		[
			'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/ab12cd34',
			'arn:aws:bedrock:us-east-1:•••••••••••1:application-inference-profile/••••1',
		],
		[
			'arn:aws:bedrock:us-east-1:111122223333:prompt/PROMPT12345:3',
			'arn:aws:bedrock:us-east-1:•••••••••••1:prompt/••••1:3',
		],
		['arn:aws:iam::111122223333:root', 'arn:aws:iam::•••••••••••1:root'],
		['arn:aws:iam::aws:policy/AmazonBedrockFullAccess', 'arn:aws:iam::aws:policy/AmazonBedrockFullAccess'],
		['arn:aws:s3:::acme-data/key.png s3://acme-data/key.png', 'arn:aws:s3:::••••1/••••2 s3://••••1/••••2'],
		['"arn:aws:iam::111122223333:role\\/Deployer"', '"arn:aws:iam::•••••••••••1:role\\/••••1"'],
		['arn:aws:bedrock:*:111122223333:*', 'arn:aws:bedrock:*:•••••••••••1:*'],
		// URL-encoded, as a path of Bedrock has it.
		[
			'/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A111122223333%3Aprompt%2FPROMPT12345/converse',
			`/model/arn%3Aaws%3Abedrock%3Aus-east-1%3A${encodeURIComponent('•••••••••••1')}%3Aprompt%2F${encodeURIComponent('••••1')}/converse`,
		],
		// Account numbers where they are called so.
		['Account ID: 111122223333', 'Account ID: •••••••••••1'],
		['AWSアカウント 111122223333 です', 'AWSアカウント •••••••••••1 です'],
		['order 111122223333', 'order 111122223333'],
		['AKIAIOSFODNN7EXAMPLE and AKIA…00', 'AKIA•••••••••••••••1 and AKIA…••'],
		['ask bob.smith+x@acme.test', 'ask ••••1'],
		['/home/alice/.aws/config and C:\\Users\\alice\\x', '/home/••••1/.aws/config and C:\\Users\\••••1\\x'],
		[
			'Could not load profile "team.work"; aws --profile team.work',
			'Could not load profile "••••1"; aws --profile ••••1',
		],
		['`user/bob` and role/A, assumed-role/Role-X/bob', '`user/••••1` and role/••••2, assumed-role/••••3/••••1'],
		['user/assistant turns', 'user/assistant turns'],
		['an inference profile of AWS', 'an inference profile of AWS'],
		['getaddrinfo ENOTFOUND gateway.acme.test', 'getaddrinfo ENOTFOUND host-1.invalid'],
		['connect ECONNREFUSED 127.0.0.1:8080', 'connect ECONNREFUSED 127.0.0.1:8080'],
		[
			'getaddrinfo ENOTFOUND bedrock-runtime.xx-1.amazonaws.com',
			'getaddrinfo ENOTFOUND bedrock-runtime.xx-1.amazonaws.com',
		],
		['http://llm.corp/v1 at 10.1.2.3', 'http://host-1.invalid/v1 at host-2.invalid'],
		[
			'https://vpce-0a1b2c3d.bedrock-runtime.us-east-1.vpce.amazonaws.com',
			'https://••••1.bedrock-runtime.us-east-1.vpce.amazonaws.com',
		],
		['see https://example.com/page', 'see https://example.com/page'],
	])('%s', (text, masked) => {
		expect(createMasker(nobody).mask(text)).toBe(masked);
	});
});

test('a value is masked wherever it stands once it was seen, and always alike', () => {
	const masker = createMasker({
		profiles: ['acme-prod'],
		hosts: ['gw.acme.test', '127.0.0.1', 'bedrock-runtime.us-east-1.amazonaws.com'],
	});
	masker.mask('arn:aws:sts::111122223333:assumed-role/Deployer/alice-1');
	expect(masker.mask('alice-1 は 111122223333 で、acme-prodから https://gw.acme.test へ。')).toBe(
		'••••3 は •••••••••••1 で、••••1から https://host-1.invalid へ。',
	);
	expect(masker.mask('malice-1 acme-product 9111122223333 127.0.0.1')).toBe(
		'malice-1 acme-product 9111122223333 127.0.0.1',
	);
	expect(masker.mask('model%2Falice-1 line\\nalice-1')).toBe(
		`model%2F${encodeURIComponent('••••3')} line\\n••••3`.replace(encodeURIComponent('••••3'), '••••3'),
	);
});

test('a word of the wire, or a very short one, is masked only where it is called a name', () => {
	const masker = createMasker({ profiles: ['text', 'dev'], hosts: [] });
	expect(masker.mask('{"text":"dev"} profile:text, profile "dev"')).toBe(
		'{"text":"dev"} profile:••••1, profile "••••2"',
	);
});

test('what is masked already stays as it is', () => {
	const masker = createMasker(nobody);
	const once = masker.mask('arn:aws:iam::111122223333:user/bobby /home/bobby/x getaddrinfo ENOTFOUND gw.acme.test');
	expect(createMasker({ profiles: ['••••1'], hosts: ['host-1.invalid'] }).mask(once)).toBe(once);
});

test('masks say where they go', () => {
	const text = 'x AKIAIOSFODNN7EXAMPLE y';
	const masks = createMasker(nobody).masks(text);
	expect(masks).toEqual([{ start: 2, end: 22, text: 'AKIA•••••••••••••••1' }]);
	expect(applyMasks(text, masks)).toBe('x AKIA•••••••••••••••1 y');
});

test('of two values of which one begins with the other, the longer one is masked whole', () => {
	const masker = createMasker({ profiles: ['acme', 'acme-prod'], hosts: [] });
	expect(masker.mask('acme-prod acme')).toBe('••••2 ••••1');
});

test('where a known name may have begun, while more may come', () => {
	const masker = createMasker({ profiles: ['架空商事', 'blue harbor team', 'main'], hosts: [] });
	const begun = (text: string) => text.slice(masker.begun(text));
	expect(begun('これは架空')).toBe('架空');
	// It is whole: nothing of it is awaited any more.
	expect(begun('これは架空商事')).toBe('');
	expect(begun('at the blue harbor t')).toBe('blue harbor t');
	expect(begun('nobody’s')).toBe('');
	// A word of everybody is masked only where it is called a name.
	expect(begun('a maiden mai')).toBe('');
	expect(begun('')).toBe('');
});
