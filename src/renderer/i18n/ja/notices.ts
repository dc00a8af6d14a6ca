import type { notices as english } from '../en/notices.ts';
import type { Translation } from '../translation.ts';

export const notices: Translation<typeof english> = {
	region: 'お知らせ',
	'settings-set-aside': '設定ファイルを読めませんでした。ファイルは別名で残し、初期設定を使います。',
	'database-set-aside': '保存した会話を読めませんでした。ファイルは別名で残し、新しく作り直しました。',
	'settings-not-saved': '設定を保存できませんでした。',
	path: 'ファイル：{{path}}',
	readOnly:
		'より新しい版の Outcrop で保存された会話です。すべて読めますが、何も変更しません。続けるには新しい版を使ってください。',
	linkLost: 'アプリとの接続が切れました。再接続しています…',
	startAgain: 'Outcrop を終了または再起動した場合は、端末に表示された新しいリンクを開いてください。',
	startFailed: '起動に必要なデータを読めませんでした。',
	error: {
		NOT_FOUND: 'もう存在しません。',
		TURN_RUNNING: 'この会話は回答中です。終わるのを待つか、先に停止してください。',
		BODY_LOST:
			'この呼び出しのために手で編集した本文は、もう残っていません。別の本文を代わりに送ることはしません。メッセージを送信し直してください。',
		NOT_RETRYABLE: 'この回答はやり直せません。やり直せるのは、うまく終わらなかった最後の回答だけです。',
		RESULTS_NOT_TAKEN:
			'この結果は渡せません。求められているツールごとに結果が 1 つずつ必要です。JSON とした結果は、正しい JSON でなければなりません。',
		TOO_MANY_TEXTS:
			'1 行が 1 つのテキストとしてベクトルになり、1 回のメッセージでの呼び出しは 100 回までです。行を減らして送るか、テキスト全体を --- だけの行で区切って 1 つにまとめてください。',
		READ_ONLY: '新しい版の Outcrop のデータなので、何も変更できません。',
		NOT_SAVED: '保存できませんでした。ディスクに空きはありますか？ 画面の内容は失われていません。',
		FORGOTTEN: 'この呼び出しの記録は消去済みです。残っているのは数値だけです。',
		CORRUPT: '読み出した内容が、保存した内容と一致しません。',
		LINK: 'いまアプリに接続できません。',
		UNKNOWN: 'Outcrop の内部で問題が起きました。',
	},
};
