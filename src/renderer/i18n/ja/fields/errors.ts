import type { errorsTexts as english } from '../../en/fields/errors.ts';
import type { Translation } from '../../translation.ts';

export const errorsTexts: Translation<typeof english> = {
	ErrorBody: {
		message:
			'何がいけないかを、AWS の言葉で伝えます。エラーの種類は x-amzn-errortype ヘッダー、ストリームでは :exception-type にあります。',
		capitalMessage: 'message と同じものです。API キーが断られたときは、先頭が大文字になります。',
		originalStatusCode: 'Bedrock の後ろにあるモデル自体が返したステータスです。',
		originalMessage: 'モデル自体がエラーのときに伝えた内容です。',
		resourceName: 'エラーになったモデルやリソースです。',
		exceptionMetadata: 'スロットリングについての補足です。付くことがありますが、AWS のドキュメントにはありません。',
		coralType: 'AWS のプロトコルでのエラー名です。Bedrock はふつう、ヘッダーの方に書きます。',
		code: 'ヘッダーにないときの、エラーの名前です。',
		unknownOutput: 'AWS がこのパスを知らないという意味です。URL がどのオペレーションにも合わないときの答えです。',
		unknownVersion: 'この形式の答えのバージョンです。',
	},
};
