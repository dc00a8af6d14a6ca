import type { timeline as english } from '../en/timeline.ts';
import type { Translation } from '../translation.ts';

export const timeline: Translation<typeof english> = {
	label: 'タイムライン',
	walk: 'タイムラインの各部分',
	walkHelp:
		'矢印キーで部分ごとに、Page Up と Page Down でフレームを飛ばして移動します。Enter でフレームや別の呼び出しを表示します。',
	before: '送信前',
	retry: '待機',
	attempt: '試行 {{number}}',
	attemptOutcome: '試行 {{number}} · {{outcome}}',
	call: '呼び出し {{number}}',
	callOutcome: '呼び出し {{number}} · {{outcome}}',
	outcome: { failed: '失敗', stopped: '停止' },
	part: {
		prepare: '準備',
		credentials: '認証情報の取得',
		lookup: '名前解決',
		connect: '接続',
		tunnel: 'プロキシのトンネル',
		tls: 'TLS ハンドシェイク',
		send: 'リクエストの送信',
		request: '最初のバイトまで',
		answer: '最初のバイト待ち',
		text: '最初のバイトから最初の文字まで',
		stream: '回答の受信',
		retry: '再試行までの待機',
		pause: 'ストリームの途切れ',
	},
	failedPart: '{{part}}（失敗）',
	failedAt: '{{part}}（失敗）· {{start}} の時点',
	band: '{{part}} · {{time}} · {{start}} ～ {{end}}',
	reused: '{{words}} · 既存の接続を使用',
	headers: '{{words}} · ヘッダー {{time}}',
	pause: '{{time}} の途切れ · {{start}} ～ {{end}} · {{threshold}} 以上を表示',
	silence: '最後のフレームから {{time}} 途絶 · {{threshold}} 以上を表示',
	frame: 'フレーム {{first}} · {{time}}',
	frames: 'フレーム {{first}} ～ {{last}} · {{time}}',
	callWords: '{{name}} · {{time}}',
	callAfter: '{{name}} · {{time}} · 前の呼び出しの {{pause}} 後に開始',
	laneSpoken: '{{name}}：{{bands}}',
	bandSpoken: '{{part}} {{time}}',
	framesSpoken_other: '{{words}}、フレーム {{frames}} 個',
	mostly: '最も長いのは「{{part}}」（{{total}} のうち {{time}}）',
	now: '現在：{{part}}（{{time}} 経過）',
	rate: { tokens: 'トークン/秒', bytes: 'テキスト B/秒' },
	mean: '平均 {{rate}}',
	rateAt: {
		tokens: '{{rate}} トークン/秒（{{time}} の時点）· 平均 {{mean}}、最大 {{max}}',
		bytes: '{{rate}} バイト/秒（{{time}} の時点）· 平均 {{mean}}、最大 {{max}}',
	},
	rateWords: {
		tokens:
			'1 秒あたりのトークン数：平均 {{mean}}、最大 {{max}}。数えられたトークンをテキストの長さで各フレームに割り振り、{{window}} の幅でならしています',
		bytes:
			'1 秒あたりのテキストのバイト数（トークン数は不明）：平均 {{mean}}、最大 {{max}}。{{window}} の幅でならしています',
	},
};
