/** What is shown instead of the app, in both languages, because nobody is known yet. */
function page(title: string, english: string, japanese: string): string {
	return `<!doctype html><html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title></head><body><h1>${title}</h1><p>${english}</p><p lang="ja">${japanese}</p></body></html>`;
}

const wayIn = {
	english:
		'In the terminal where Outcrop runs, press Enter to get a new link, or start Outcrop again. Then open the link that it prints.',
	japanese:
		'Outcrop を実行している端末で Enter を押すと新しいリンクが表示されます（Outcrop を起動し直しても同じです）。表示されたリンクを開いてください。',
};

export const refusals = {
	/** 403: neither a session nor a token. */
	noToken: page(
		'Outcrop: not let in',
		`This page opens only with the link that Outcrop printed when it started. ${wayIn.english}`,
		`このページは、Outcrop が起動時に表示したリンクからのみ開けます。${wayIn.japanese}`,
	),
	/** 403: a token that is not (or no longer) good. */
	usedToken: page(
		'Outcrop: this link was used already',
		`Each link lets one browser in, once. ${wayIn.english}`,
		`リンクは一度だけ、一つのブラウザーで使えます。${wayIn.japanese}`,
	),
	/** 421: asked for by a name that is not ours. */
	wrongHost: page(
		'Outcrop: wrong address',
		'Outcrop answers only to 127.0.0.1 and localhost. Open the link that it printed.',
		'Outcrop は 127.0.0.1 と localhost でのみ応答します。表示されたリンクを開いてください。',
	),
	/** 404. */
	notFound: page('Outcrop: not found', 'There is nothing at this address.', 'このアドレスには何もありません。'),
	/** 405. */
	method: page('Outcrop: not allowed', 'Only GET and HEAD are answered.', 'GET と HEAD のみ利用できます。'),
	/** 500. */
	failed: page('Outcrop: failed', 'The file could not be read.', 'ファイルを読み込めませんでした。'),
} as const;
