import type { units as english } from '../../en/fields/units.ts';
import type { Translation } from '../../translation.ts';

export const units: Translation<typeof english> = {
	tokens: 'トークン',
	milliseconds: 'ミリ秒',
	seconds: '秒',
	bytes: 'バイト',
	characters: '文字',
	base64: 'バイト列（Base64 表記）',
	hex: '16 進数',
	json: 'JSON（文字列として記述）',
	count: '個数',
	index: '位置（0 から数える）',
	units: 'テキストユニット（ガードレールの課金単位）',
	date: '日付（YYYYMMDD）',
	dateTime: 'UTC の日時（YYYYMMDDTHHMMSSZ）',
	httpDate: 'GMT の日時',
	uuid: 'UUID',
	flag: 'true / false',
	httpStatus: 'HTTP ステータス',
	score: '0〜1 の数値',
};
