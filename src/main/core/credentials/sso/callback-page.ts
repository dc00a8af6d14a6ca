import { newNonce, securityHeaders } from '../../hosting/csp.ts';

/** What the browser shows after it was sent back here. */
export type CallbackPage = 'signedIn' | 'failed' | 'unknown';

const TEXTS = {
	signedIn: {
		en: { title: 'Signed in', text: 'You can close this tab and go back to Outcrop.' },
		ja: { title: 'サインインしました', text: 'このタブを閉じて、Outcrop に戻ってください。' },
	},
	failed: {
		en: { title: 'Not signed in', text: 'Outcrop says why. You can close this tab.' },
		ja: {
			title: 'サインインできませんでした',
			text: '理由は Outcrop に表示されています。このタブは閉じてかまいません。',
		},
	},
	/** Neither an answer that was asked for, nor the right address. */
	unknown: {
		en: { title: 'Nothing is waiting for this', text: 'Start the sign-in again in Outcrop.' },
		ja: { title: 'このページは使えません', text: 'Outcrop でもう一度サインインしてください。' },
	},
} as const satisfies Record<CallbackPage, Record<'en' | 'ja', { readonly title: string; readonly text: string }>>;

/** The page and its headers, in the language that comes first in the browser's list. */
export function callbackPage(
	page: CallbackPage,
	acceptLanguage: string | undefined,
): { readonly headers: Readonly<Record<string, string>>; readonly html: string } {
	const japanese = /^[^,]*\bja\b/i.test(acceptLanguage ?? '');
	const { title, text } = TEXTS[page][japanese ? 'ja' : 'en'];
	const nonce = newNonce();
	return {
		// The tab is done with its connection: the listener closes right after.
		headers: { ...securityHeaders(nonce), 'Content-Type': 'text/html; charset=utf-8', Connection: 'close' },
		html: `<!doctype html><html lang="${japanese ? 'ja' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Outcrop: ${title}</title><style nonce="${nonce}">${STYLE}</style></head><body><main><p class="brand">Outcrop</p><h1>${title}</h1><p>${text}</p></main></body></html>`,
	};
}

/** The look of the app (its tokens.css). */
const STYLE = `:root{color-scheme:light dark}
body{margin:0;min-height:100vh;display:grid;place-items:center;font:15px/1.8 "Inter",system-ui,"Hiragino Sans","Yu Gothic UI","Noto Sans JP","Noto Sans CJK JP",sans-serif;color:light-dark(#23201c,#ece6de);background:light-dark(#f3f0eb,#141210)}
main{max-width:34rem;margin:24px;padding:28px 32px;border:1px solid light-dark(#e6e0d8,#322d29);border-top:3px solid light-dark(#a84e21,#e8935f);border-radius:8px;background:light-dark(#fff,#1f1c1a)}
.brand{margin:0 0 16px;font-weight:650;color:light-dark(#8f3f17,#f0a87b)}
h1{margin:0 0 4px;font-size:18px;line-height:1.5}
p{margin:0}`;
