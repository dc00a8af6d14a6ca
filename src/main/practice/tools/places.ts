import { isJapanese } from '../question.ts';

/** Cities that a question may name, with their time zones. */
const CITIES: readonly (readonly [names: readonly string[], zone: string])[] = [
	[['Tokyo', '東京'], 'Asia/Tokyo'],
	[['Osaka', '大阪'], 'Asia/Tokyo'],
	[['Kyoto', '京都'], 'Asia/Tokyo'],
	[['Sapporo', '札幌'], 'Asia/Tokyo'],
	[['Nagoya', '名古屋'], 'Asia/Tokyo'],
	[['Fukuoka', '福岡'], 'Asia/Tokyo'],
	[['Naha', '那覇'], 'Asia/Tokyo'],
	[['Seoul', 'ソウル'], 'Asia/Seoul'],
	[['Singapore', 'シンガポール'], 'Asia/Singapore'],
	[['Sydney', 'シドニー'], 'Australia/Sydney'],
	[['London', 'ロンドン'], 'Europe/London'],
	[['Paris', 'パリ'], 'Europe/Paris'],
	[['Berlin', 'ベルリン'], 'Europe/Berlin'],
	[['New York', 'ニューヨーク'], 'America/New_York'],
	[['Chicago', 'シカゴ'], 'America/Chicago'],
	[['Seattle', 'シアトル'], 'America/Los_Angeles'],
	[['San Francisco', 'サンフランシスコ'], 'America/Los_Angeles'],
];

/** The place that a question names, as it names it; Tokyo where it names none. */
export function placeIn(question: string): string {
	const known = cityIn(question);
	if (known !== null) return known.name;
	const english = /\b(?:in|at|for|near|of)\s+((?:\p{Lu}[\p{L}'-]+\s*)+)/u.exec(question)?.[1]?.trim();
	const japanese = /([\p{Script=Han}\p{Script=Katakana}ー]{1,10})の(?:今の|現在の)?(?:天気|気温|時刻|時間|日時)/u.exec(
		question,
	)?.[1];
	return english ?? japanese ?? (isJapanese(question) ? '東京' : 'Tokyo');
}

/** The time zone that a question names, by itself or by a city; where it names none, Japan's for a Japanese question, else UTC. */
export function timeZoneIn(question: string): string {
	const named = /\b(?:[A-Z][A-Za-z]+\/[A-Z][A-Za-z_]+|UTC|GMT)\b/.exec(question)?.[0];
	return named ?? cityIn(question)?.zone ?? (isJapanese(question) ? 'Asia/Tokyo' : 'UTC');
}

function cityIn(question: string): { readonly name: string; readonly zone: string } | null {
	for (const [names, zone] of CITIES) {
		const name = names.find((one) => question.toLowerCase().includes(one.toLowerCase()));
		if (name !== undefined) return { name, zone };
	}
	return null;
}
