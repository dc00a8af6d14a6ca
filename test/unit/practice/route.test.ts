import { expect, test } from 'vitest';
import { Refusal } from '../../../src/main/practice/refusal.ts';
import { routeOf } from '../../../src/main/practice/route.ts';
import { stsRefusalReply } from '../../../src/main/practice/sts.ts';

const ARN = 'arn:aws:bedrock:us-east-1:123456789012:inference-profile/us.acme.seer-v1:0';

test.each([
	['GET', `/inference-profiles/${encodeURIComponent(ARN)}`, { kind: 'inference-profile', identifier: ARN }],
	['GET', '/inference-profiles/', null],
	['GET', '/inference-profiles/%E0%A4%A', null],
	['GET', '/foundation-models?byProvider=acme', { kind: 'foundation-models' }],
	['POST', '/foundation-models', null],
	['POST', '/model/a%2Fb/count-tokens', { kind: 'count-tokens', modelId: 'a/b' }],
	['POST', '/model/a/b/converse', null],
	['POST', '/model/%E0%A4%A/converse', null],
	['POST', '/?x', { kind: 'sts' }],
	['GET', '/', null],
])('%s %s', (method, url, route) => {
	expect(routeOf(method, url)).toEqual(route);
});

test('a refusal of STS is XML whatever stands in it', () => {
	const { body } = stsRefusalReply(new Refusal('ValidationException', 'a < b & c > d'), 'id');
	expect(new TextDecoder().decode(body)).toContain('<Message>a &lt; b &amp; c &gt; d</Message>');
});
