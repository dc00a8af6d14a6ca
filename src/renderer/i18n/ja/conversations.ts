import type { conversations as english } from '../en/conversations.ts';
import type { Translation } from '../translation.ts';

export const conversations: Translation<typeof english> = {
	new: '新しい会話',
	search: 'タイトルを検索',
	searchClear: '検索をやめる',
	none: '会話はまだありません。最初のメッセージを送ると保存されます。',
	noneFound: '「{{text}}」を含むタイトルはありません。',
	today: '今日',
	yesterday: '昨日',
	week: '過去 7 日間',
	month: '過去 30 日間',
	untitled: '無題',
	running: '回答中',
	actions: '「{{title}}」の操作',
	rename: '名前を変更',
	renameLabel: '会話の名前',
	delete: '削除',
	deleted: '削除しました：「{{title}}」',
	settings: '設定',
};
