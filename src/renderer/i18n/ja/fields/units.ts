import type { units as english } from '../../en/fields/units.ts';
import type { Translation } from '../../translation.ts';

export const units: Translation<typeof english> = {
	tokens: 'トークン',
	milliseconds: 'ミリ秒',
	seconds: '秒',
	bytes: 'バイト',
	characters: '文字',
	base64: '（Base64）',
	hex: '（16 進数）',
	json: '（文字列に書いた JSON）',
	index: '（0 から数える）',
	units: 'テキストユニット',
	date: '（日付、UTC）',
	dateTime: '（日時、UTC）',
	httpStatus: '（HTTP ステータス）',
	score: '（0～1）',
};
