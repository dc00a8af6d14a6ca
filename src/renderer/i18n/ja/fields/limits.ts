import type { limits as english } from '../../en/fields/limits.ts';
import type { Translation } from '../../translation.ts';

export const limits: Translation<typeof english> = {
	atLeastOneAndModel: '1 以上、モデルが書ける最大まで。省略するとモデルの最大値になります。',
	zeroToOne: '0〜1。省略するとモデルの既定値になります。',
};
