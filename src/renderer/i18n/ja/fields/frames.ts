import type { framesTexts as english } from '../../en/fields/frames.ts';
import type { Translation } from '../../translation.ts';

export const framesTexts: Translation<typeof english> = {
	Frame: {
		totalLength:
			'この 4 バイトと両方のチェックサムを含めた、フレーム全体の長さです。これで次のフレームの始まりが分かります。',
		headersLength: 'ヘッダー全部の長さです。その後ろから最後のチェックサムまでがペイロードです。',
		preludeChecksum: '直前の 2 つの長さの CRC-32 です。長さが壊れていれば、それを使って読む前に分かります。',
		header: 'ヘッダー 1 つ分です。名前、型、値からなり、このフレームが何なのかを表します。',
		nameLength: 'ヘッダー名の長さです。1 バイトで表します。',
		name: 'ヘッダーの名前です。プロトコルのものはコロンで始まります。',
		type: '後ろに続く値の型です。1 バイトで表し、7 は文字列です。Bedrock から届くのは、知られている限りこれだけです。',
		valueLength: '値の長さです。2 バイトで表します。',
		value: 'ヘッダーの値です。',
		unread: '手前が壊れているか欠けているため、何であるか読み取れないバイトです。',
		payload: 'フレームが運ぶ中身です。イベントの JSON が入ります。',
		chunk: 'bytes の値です。モデル独自の JSON の一片が、Base64 で入っています。',
		padding:
			'p の値です。意味のない文字が、ばらばらの長さで入ります。フレームの大きさから文字の長さを読み取られ、回答を推測されるのを防ぎます。',
		messageChecksum: 'ここより前すべての CRC-32 です。合わなければ途中で壊れていて、SDK は読むのをやめます。',
	},
	FrameHeaders: {
		messageType:
			'フレームの種類です。予定どおりのイベントか、AWS のドキュメントにある例外か、それ以外のエラーかを表します。',
		eventType: 'ペイロードがどのイベントかです。contentBlockDelta や chunk などがあります。',
		contentType: 'ペイロードの形式です。',
		exceptionType: 'ストリームを終わらせた例外の名前です。ステータス 200 のずっと後、回答の途中でも届きます。',
		errorCode: 'サービスの定義にないエラーの名前です。',
		errorMessage: '何がうまくいかなかったかの説明です。',
	},
};
