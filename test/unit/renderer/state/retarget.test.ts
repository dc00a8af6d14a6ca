import { expect, test } from 'vitest';
import { retarget } from '../../../../src/renderer/state/retarget.ts';
import { defaultRequestSettings } from '../../../../src/shared/model/settings.ts';

const haiku = 'anthropic.claude-haiku-4-5-20251001-v1:0';
const patch = { connection: 'profile:work', region: null };

test("a profile's prefix that fitted the old region is changed to the new one's", () => {
	const settings = { ...defaultRequestSettings, modelId: `us.${haiku}` };
	expect(retarget(settings, patch, { before: 'us-east-1', after: 'ap-northeast-1' })).toEqual({
		...patch,
		modelId: `jp.${haiku}`,
	});
	expect(retarget(settings, patch, { before: 'us-east-1', after: 'us-west-2' })).toBe(patch);
});

test('an id that was chosen otherwise stays', () => {
	const regions = { before: 'us-east-1', after: 'eu-central-1' };
	for (const modelId of [`global.${haiku}`, haiku, 'someone.new-model-v1:0', 'amazon.titan-text-express-v1']) {
		expect(retarget({ ...defaultRequestSettings, modelId }, patch, regions)).toBe(patch);
	}
});
