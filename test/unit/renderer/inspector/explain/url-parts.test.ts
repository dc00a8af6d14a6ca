import { expect, test } from 'vitest';
import { urlParts } from '../../../../../src/renderer/inspector/explain/url-parts.ts';

const written = (url: string, whole = true) =>
	urlParts(url, whole).flatMap(({ part, text }) => (part === null ? [] : [`${part} ${text}`]));

const aws =
	'https://bedrock-runtime.us-east-1.amazonaws.com/model/us.anthropic.claude-haiku-4-5-v1%3A0/converse-stream';
const own = 'http://[::1]:8787/sim/model/v1/model/arn%3Aaws%3Abedrock%3A%3Amodel%2Fa/invoke';

test('the pieces of an address of AWS, and of one’s own', () => {
	expect(written(aws)).toEqual([
		'scheme https',
		'host bedrock-runtime.us-east-1.amazonaws.com',
		'modelId us.anthropic.claude-haiku-4-5-v1%3A0',
		'action converse-stream',
	]);
	expect(written(own)).toEqual([
		'scheme http',
		'host [::1]',
		'port 8787',
		'basePath /sim/model/v1',
		'modelId arn%3Aaws%3Abedrock%3A%3Amodel%2Fa',
		'action invoke',
	]);
	expect(written(aws, false)).toEqual(['modelId us.anthropic.claude-haiku-4-5-v1%3A0', 'action converse-stream']);
});

test.each([aws, own, 'https://host/other?a=…', 'nonsense'])('joined they are the address: %s', (url) => {
	const joined = (whole: boolean) =>
		urlParts(url, whole)
			.map(({ text }) => text)
			.join('');
	expect(joined(true)).toBe(url);
	expect(joined(false)).toBe(url === 'nonsense' ? url : url.replace(/^https?:\/\/[^/]*/, ''));
});
