/** The words of an export as Markdown. The core has no other texts: what a failure means is told by the window. */
export interface MarkdownWords {
	readonly question: string;
	readonly answer: string;
	readonly noAnswer: string;
	readonly files: string;
	readonly searchResult: string;
	readonly serviceTool: string;
	readonly bytes: (count: number) => string;
	readonly thoughts: string;
	/** The model has thought, and does not tell what. */
	readonly untoldThoughts: string;
	readonly encryptedThoughts: string;
	readonly sources: string;
	/** Before the name of a tool. */
	readonly toolUse: string;
	readonly toolResult: string;
	readonly toolError: string;
	readonly vector: (length: number) => string;
	readonly call: (number: number, operation: string) => string;
	readonly model: string;
	readonly region: string;
	readonly endpoint: string;
	readonly started: string;
	readonly firstByte: string;
	readonly firstToken: string;
	readonly total: string;
	readonly input: string;
	readonly output: string;
	readonly stopReason: string;
	readonly requestId: string;
	readonly status: string;
	readonly state: string;
	readonly states: Readonly<
		Record<'running' | 'complete' | 'stopped' | 'incomplete' | 'interrupted' | 'failed', string>
	>;
	readonly request: string;
	readonly response: string;
	readonly stream: (frames: number, bytes: number) => string;
	readonly trailing: (bytes: number) => string;
	readonly event: string;
	readonly frames: string;
	readonly attempts: string;
	readonly attempt: string;
	readonly begins: string;
	readonly ends: string;
	readonly error: string;
	readonly failure: string;
	readonly notKept: string;
	readonly cut: (characters: number) => string;
	readonly recordedWith: (version: string) => string;
	readonly masked: string;
}

const en: MarkdownWords = {
	question: 'Question',
	answer: 'Answer',
	noAnswer: 'There is no answer.',
	files: 'Files',
	searchResult: 'Search result',
	serviceTool: 'Run by the service',
	bytes: (count) => `${count} bytes`,
	thoughts: 'Thoughts',
	untoldThoughts: 'The model does not tell what it thought.',
	encryptedThoughts: 'They are encrypted.',
	sources: 'Sources',
	toolUse: 'Tool',
	toolResult: 'Result of',
	toolError: 'Error of',
	vector: (length) => `A vector of ${length} numbers`,
	call: (number, operation) => `Call ${number}: ${operation}`,
	model: 'Model',
	region: 'Region',
	endpoint: 'Endpoint',
	started: 'Started',
	firstByte: 'First byte',
	firstToken: 'First token',
	total: 'Total',
	input: 'Input tokens',
	output: 'Output tokens',
	stopReason: 'Stop reason',
	requestId: 'Request ID',
	status: 'Status',
	state: 'State',
	states: {
		running: 'running',
		complete: 'complete',
		stopped: 'stopped',
		incomplete: 'incomplete',
		interrupted: 'interrupted',
		failed: 'failed',
	},
	request: 'Request',
	response: 'Response',
	stream: (frames, bytes) => `An event stream of ${frames} frames, ${bytes} bytes:`,
	trailing: (bytes) => `After the last whole frame there are ${bytes} bytes more: the stream was cut.`,
	event: 'Event',
	frames: 'Frames',
	attempts: 'Attempts',
	attempt: 'Attempt',
	begins: 'Begins',
	ends: 'Ends',
	error: 'Error',
	failure: 'What went wrong',
	notKept: 'It is not kept.',
	cut: (characters) => `… and ${characters} characters more`,
	recordedWith: (version) => `Recorded with Outcrop ${version}.`,
	masked: 'What was private is masked.',
};

const ja: MarkdownWords = {
	question: '質問',
	answer: '回答',
	noAnswer: '回答はありません。',
	files: 'ファイル',
	searchResult: '検索結果',
	serviceTool: 'サービスが実行したツール',
	bytes: (count) => `${count} バイト`,
	thoughts: '思考',
	untoldThoughts: '思考の内容は公開されていません。',
	encryptedThoughts: '暗号化されています。',
	sources: '出典',
	toolUse: 'ツール',
	toolResult: '結果',
	toolError: 'エラー',
	vector: (length) => `${length} 次元のベクトル`,
	call: (number, operation) => `呼び出し ${number}：${operation}`,
	model: 'モデル',
	region: 'リージョン',
	endpoint: 'エンドポイント',
	started: '開始',
	firstByte: '最初のバイト',
	firstToken: '最初の文字',
	total: '合計',
	input: '入力トークン',
	output: '出力トークン',
	stopReason: '停止理由',
	requestId: 'リクエスト ID',
	status: 'ステータス',
	state: '状態',
	states: {
		running: '実行中',
		complete: '完了',
		stopped: '停止',
		incomplete: '途中まで',
		interrupted: '中断',
		failed: '失敗',
	},
	request: 'リクエスト',
	response: 'レスポンス',
	stream: (frames, bytes) => `イベントストリーム：${frames} フレーム、${bytes} バイト`,
	trailing: (bytes) => `最後のフレームの後に ${bytes} バイト残っています。ストリームは途中で切れました。`,
	event: 'イベント',
	frames: 'フレーム数',
	attempts: '試行',
	attempt: '試行',
	begins: '開始',
	ends: '終了',
	error: 'エラー',
	failure: '失敗の内容',
	notKept: '保存されていません。',
	cut: (characters) => `…（以下 ${characters} 文字を省略）`,
	recordedWith: (version) => `Outcrop ${version} で記録しました。`,
	masked: '個人や組織の情報は伏せてあります。',
};

/** The words in a language. */
export function markdownWords(language: 'en' | 'ja'): MarkdownWords {
	return language === 'ja' ? ja : en;
}
