import type { common as english } from '../en/common.ts';
import type { Translation } from '../translation.ts';

export const common: Translation<typeof english> = {
	app: 'Outcrop',
	close: '閉じる',
	cancel: 'キャンセル',
	copy: 'コピー',
	copied: 'コピーしました',
	copyFailed: 'コピーできませんでした（クリップボードを使えません）',
	undo: '元に戻す',
	dismiss: '閉じる',
	crash: '画面で問題が起きました。会話は失われていません。',
	reload: '再読み込み',
	loading: '読み込み中…',
	paneConversations: '会話',
	paneChat: 'チャット',
	paneInspector: 'インスペクター',
	showConversations: '会話の一覧を表示',
	hideConversations: '会話の一覧を隠す',
	showInspector: 'インスペクターを表示',
	hideInspector: 'インスペクターを隠す',
	resizeConversations: '会話の一覧の幅',
	resizeInspector: 'インスペクターの幅',
};
