import type { citationsTexts as english } from '../../en/fields/citations.ts';
import type { Translation } from '../../translation.ts';

export const citationsTexts: Translation<typeof english> = {
	CitationsContentBlock: {
		content: 'モデルが書いたテキストです。',
		citations: 'その根拠になった、資料の中の箇所です。',
	},
	CitationGeneratedContent: {
		text: '引用が付いている、回答の文や段落です。',
	},
	Citation: {
		title: '引用された資料の題名です。',
		source: '引用された検索結果の出所です。',
		sourceContent: '引用された言葉そのものです。',
		location: '資料の中での位置です。',
	},
	CitationSourceContent: {
		text: '資料に書いてある、そのままの言葉です。',
	},
	CitationLocation: {
		web: 'Web ページです。',
		documentChar: '文書の中の位置を、文字で数えたものです。',
		documentPage: '文書の中の位置を、ページで数えたものです。',
		documentChunk: '文書の中の位置を、渡した断片で数えたものです。',
		searchResultLocation: '検索結果の中の位置です。',
	},
	WebLocation: {
		url: 'ページの URL です。',
		domain: 'ページのドメインです。',
	},
	DocumentCharLocation: {
		documentIndex: 'リクエストに入れた文書のうち、何番目かです。',
		start: '引用が始まる文字の位置です。',
		end: '引用が終わる文字の位置です。',
	},
	DocumentPageLocation: {
		start: '引用が始まるページです。',
		end: '引用が終わるページです。',
	},
	DocumentChunkLocation: {
		start: '引用が始まる断片の番号です。',
		end: '引用が終わる断片の番号です。',
	},
	SearchResultLocation: {
		searchResultIndex: 'リクエストに入れた検索結果のうち、何番目かです。',
		start: '引用が始まる、content の中の位置です。',
		end: '引用が終わる、content の中の位置です。',
	},
};
