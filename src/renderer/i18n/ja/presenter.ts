import type { presenter as en } from '../en/presenter.ts';
import type { Translation } from '../translation.ts';

export const presenter: Translation<typeof en> = {
	title: '発表モード',
	on: 'オン',
	off: 'オフ',
	hint: 'プロジェクター用の表示です。文字を大きくし、アカウント ID、ARN、キー ID、プロファイル名、ユーザー名、ホスト名を、コピーや書き出しも含めてすべて伏せます。同じ値はいつも同じ伏せ字になります。入力中の文字は、送信または保存するまでそのまま見えます。ショートカット：{{shortcut}}',
	end: '発表モードを終了（現在オン）',
	loses: '長すぎるため、発表モードを切り替えると失われる入力があります。先に送信してください。',
	anyway: '失われても切り替える',
	masked: '伏せ字あり',
	maskedHint: '発表用に、同じバイト数で伏せています。長さと位置は実際のままで、ハッシュは表示しません',
};
