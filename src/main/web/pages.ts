/** Why somebody is shown a page of words instead of the app. */
export type Refusal = keyof typeof texts;

interface Words {
	readonly title: string;
	readonly text: string;
}

const wayIn = {
	en: 'In the terminal where Outcrop runs, press Enter to get a new link, or start Outcrop again. Then open the link that it prints.',
	ja: 'Outcrop を実行している端末で Enter を押すと新しいリンクが表示されます（Outcrop を起動し直しても同じです）。表示されたリンクを開いてください。',
};

const texts = {
	/** 403: neither a session nor a token. */
	noToken: {
		en: {
			title: 'Not let in',
			text: `This page opens only with the link that Outcrop printed when it started. ${wayIn.en}`,
		},
		ja: {
			title: 'このままでは開けません',
			text: `このページは、Outcrop が起動時に表示したリンクからのみ開けます。${wayIn.ja}`,
		},
	},
	/** 403: a token that is not (or no longer) good. */
	usedToken: {
		en: { title: 'This link was used already', text: `Each link lets one browser in, once. ${wayIn.en}` },
		ja: {
			title: 'このリンクはもう使われています',
			text: `リンクは一度だけ、一つのブラウザーで使えます。${wayIn.ja}`,
		},
	},
	/** 421: asked for by a name that is not ours. */
	wrongHost: {
		en: {
			title: 'Wrong address',
			text: 'Outcrop answers only to 127.0.0.1 and localhost. Open the link that it printed.',
		},
		ja: {
			title: 'アドレスが違います',
			text: 'Outcrop は 127.0.0.1 と localhost でのみ応答します。表示されたリンクを開いてください。',
		},
	},
	/** 404. */
	notFound: {
		en: { title: 'Not found', text: 'There is nothing at this address.' },
		ja: { title: '見つかりません', text: 'このアドレスには何もありません。' },
	},
	/** 405. */
	method: {
		en: { title: 'Not allowed', text: 'Only GET and HEAD are answered.' },
		ja: { title: '許可されていません', text: 'GET と HEAD のみ利用できます。' },
	},
	/** 500. */
	failed: {
		en: { title: 'Failed', text: 'The file could not be read.' },
		ja: { title: '失敗しました', text: 'ファイルを読み込めませんでした。' },
	},
} as const satisfies Record<string, { readonly en: Words; readonly ja: Words }>;

/**
 * What is shown instead of the app: in both languages, because nobody is known yet, the browser's own first. The look
 * is that of the app (its tokens.css), in a style element that the nonce lets through the CSP.
 */
export function refusalPage(refusal: Refusal, nonce: string, acceptLanguage: string | undefined): string {
	const order = prefersJapanese(acceptLanguage) ? (['ja', 'en'] as const) : (['en', 'ja'] as const);
	const [first] = order;
	const sections = order.map((language) => {
		const { title, text } = texts[refusal][language];
		const heading = language === first ? 'h1' : 'h2';
		return `<section lang="${language}"><${heading}>${title}</${heading}><p>${text}</p></section>`;
	});
	return `<!doctype html><html lang="${first}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Outcrop: ${texts[refusal][first].title}</title><style nonce="${nonce}">${STYLE}</style></head><body><main><p class="brand">Outcrop</p>${sections.join('')}</main></body></html>`;
}

/** Whether Japanese comes before English in a browser's list; browsers write the list in their order of preference. */
function prefersJapanese(acceptLanguage: string | undefined): boolean {
	const list = (acceptLanguage ?? '').toLowerCase();
	const japanese = list.search(/\bja\b/);
	const english = list.search(/\ben\b/);
	return japanese !== -1 && (english === -1 || japanese < english);
}

const STYLE = `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:15px/1.8 "Inter",system-ui,"Hiragino Sans","Yu Gothic UI","Noto Sans JP","Noto Sans CJK JP",sans-serif;color:light-dark(#23201c,#ece6de);background:light-dark(#f3f0eb,#141210)}
main{max-width:34rem;margin:24px;padding:28px 32px;border:1px solid light-dark(#e6e0d8,#322d29);border-top:3px solid light-dark(#a84e21,#e8935f);border-radius:8px;background:light-dark(#fff,#1f1c1a)}
.brand{margin:0 0 16px;font-weight:650;color:light-dark(#8f3f17,#f0a87b)}
h1,h2{margin:0 0 4px;font-size:18px;line-height:1.5}h2{font-size:15px}
section+section{margin-top:20px;padding-top:18px;border-top:1px solid light-dark(#e6e0d8,#322d29);color:light-dark(#5d574f,#b3aaa0);font-size:13.5px}
p{margin:0}`;
