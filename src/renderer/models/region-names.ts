/** What people call the places of regions, in both languages and in lower case; the first is the one to show. */
const names: Readonly<Record<string, readonly string[]>> = {
	'us-east-1': ['n. virginia', 'virginia', 'バージニア'],
	'us-east-2': ['ohio', 'オハイオ'],
	'us-west-1': ['n. california', 'california', 'カリフォルニア'],
	'us-west-2': ['oregon', 'オレゴン'],
	'ca-central-1': ['montreal', 'canada', 'カナダ', 'モントリオール'],
	'sa-east-1': ['são paulo', 'sao paulo', 'brazil', 'サンパウロ', 'ブラジル'],
	'eu-central-1': ['frankfurt', 'germany', 'フランクフルト', 'ドイツ'],
	'eu-central-2': ['zurich', 'zürich', 'switzerland', 'チューリッヒ', 'スイス'],
	'eu-north-1': ['stockholm', 'sweden', 'ストックホルム', 'スウェーデン'],
	'eu-south-1': ['milan', 'italy', 'ミラノ', 'イタリア'],
	'eu-south-2': ['spain', 'スペイン'],
	'eu-west-1': ['ireland', 'dublin', 'アイルランド', 'ダブリン'],
	'eu-west-2': ['london', 'ロンドン', 'イギリス', '英国'],
	'eu-west-3': ['paris', 'france', 'パリ', 'フランス'],
	'ap-northeast-1': ['tokyo', 'japan', '東京', '日本'],
	'ap-northeast-2': ['seoul', 'korea', 'ソウル', '韓国'],
	'ap-northeast-3': ['osaka', 'japan', '大阪', '日本'],
	'ap-south-1': ['mumbai', 'india', 'ムンバイ', 'インド'],
	'ap-south-2': ['hyderabad', 'india', 'ハイデラバード', 'インド'],
	'ap-southeast-1': ['singapore', 'シンガポール'],
	'ap-southeast-2': ['sydney', 'australia', 'シドニー', 'オーストラリア'],
	'ap-southeast-3': ['jakarta', 'indonesia', 'ジャカルタ', 'インドネシア'],
	'ap-southeast-4': ['melbourne', 'australia', 'メルボルン', 'オーストラリア'],
	'me-central-1': ['uae', 'dubai', 'ドバイ'],
};

/** The regions that a word of a search names: by id, or by a place that begins with it. The word is in lower case. */
export function regionsNamed(word: string): readonly string[] {
	// A few letters begin too many names; two characters are a whole name in Japanese.
	const place = word.length >= (/^\p{Script=Latin}/u.test(word) ? 4 : 2);
	return Object.entries(names)
		.filter(([id, called]) => id === word || (place && called.some((name) => name.startsWith(word))))
		.map(([id]) => id);
}

/** The region that a search asks for while the models are seen from another one; null: none, or this one. */
export function otherRegion(words: readonly string[], region: string | null): string | null {
	const named = words.flatMap(regionsNamed);
	return region !== null && named.includes(region) ? null : (named[0] ?? null);
}
