import type { signatureTexts as english } from '../../en/fields/signature.ts';
import type { Translation } from '../../translation.ts';

export const signatureTexts: Translation<typeof english> = {
	Signature: {
		authorization:
			'誰が呼び出すかと、その証明です。AWS も、届いたリクエストとシークレットアクセスキーから署名を計算します。送られた署名と一致すれば、本人の、書き換えられていない呼び出しだと分かります。',
		credential: 'どのキーで署名したかと、署名の有効範囲です。1 日、1 つのリージョン、1 つのサービスに限られます。',
		canonicalRequest:
			'リクエストを、誰が書いても同じになる形に直したものです。双方が同じバイト列のハッシュを計算できます。',
		stringToSign: '実際に署名される 4 行です。最後の行が、リクエスト全体を代表します。',
		signingKey:
			'署名に使うキーです。シークレットアクセスキーから 4 段階で作ります。シークレットアクセスキー自体は決して送られません。',
		matches: 'Outcrop が自分で署名を計算し、送られたものと比べた結果です。',
	},
	Authorization: {
		algorithm: '署名の方法です。AWS 署名バージョン 4 の決まりに従い、SHA-256 の HMAC を使います。',
		signedHeaders:
			'署名の対象になったヘッダーです。途中でこれらを変えると署名が合わなくなります。ほかのヘッダーは変わってもかまいません。',
		signature:
			'署名です。シークレットアクセスキーの持ち主だけがこのリクエストのために作れる、64 桁の値です。Outcrop は先頭の 4 桁だけを残します。',
		bearer:
			'Bedrock API キーです。署名はせず、そのまま送ります。手に入れた人は誰でも使えるので、ここではいつも取り除きます。',
	},
	Credential: {
		accessKeyId:
			'アクセスキーの ID です。AKIA で始まるのはユーザーのキー、ASIA で始まるのは一時的なキーです。これだけなら秘密ではありません。',
		date: '署名した日付です。UTC で表します。署名キーは、この日付から作られます。',
		region: '署名が有効なリージョンです。呼び出し先と同じでなければなりません。',
		service: '署名が有効なサービスです。ホスト名は bedrock-runtime で始まりますが、ここは bedrock です。',
		terminator: '範囲の終わりを示す、決まった言葉です。',
	},
	CanonicalRequest: {
		method: '1 行目は HTTP メソッドです。',
		path: '2 行目はパスです。URL のものをもう一度エンコードするので、%3A は %253A になります。',
		query: '3 行目は並べ替えたクエリです。Bedrock の呼び出しにはないので、空行になります。',
		headers: '続いて、署名するヘッダーを 1 行に 1 つずつ、小文字の名前、コロン、値の順に書きます。',
		blank: '空行です。ヘッダーの終わりを示します。',
		signedHeaders: '続いて、そのヘッダー名を並べ替え、セミコロンでつなぎます。',
		payloadHash: '最後の行は、本文の SHA-256 です。',
	},
	StringToSign: {
		algorithm: '1 行目は署名の方法です。',
		dateTime: '2 行目は署名した時刻で、x-amz-date と同じです。',
		scope: '3 行目は日付、リージョン、サービスです。ほかでは使えない署名になります。',
		requestHash: '4 行目は正規リクエストの SHA-256 です。これで、リクエスト全体に署名したことになります。',
	},
	SigningKey: {
		secret:
			'出発点は、AWS4 という文字の後ろにシークレットアクセスキーをつなげたものです。このコンピューターの外には出ません。',
		date: '1 段階目は、日付の HMAC です。',
		region: '2 段階目は、1 段階目の値をキーにした、リージョンの HMAC です。',
		service: '3 段階目は、2 段階目の値をキーにした、サービス名の HMAC です。',
		signing: '4 段階目は、3 段階目の値をキーにした、aws4_request という文字の HMAC です。これが署名キーです。',
		signature: '最後に、署名キーで署名文字列の HMAC を計算します。16 進数で書くと署名になります。',
	},
};
