import type { headersTexts as english } from '../../en/fields/headers.ts';
import type { Translation } from '../../translation.ts';

export const headersTexts: Translation<typeof english> = {
	RequestUrl: {
		method: 'HTTP メソッドです。モデルの呼び出しは、いつも POST です。',
		scheme:
			'接続の方法です。https は暗号化されます。http は暗号化されず、練習用エンドポイントのように、このコンピューターの中にある接続先に使います。',
		host: '呼び出す相手です。AWS ではサービス名 bedrock-runtime とリージョンが入ります。モデルは、提供されているリージョンでしか答えません。',
		port: '相手のポート番号です。書いてなければ、https では 443 です。',
		basePath: '独自のエンドポイントで、Bedrock のパスの前に付く部分です。',
		modelId: '答えるモデルです。パーセントエンコードされていて、%3A はコロンを表します。',
		action: 'オペレーションを表します。converse、converse-stream、invoke、invoke-with-response-stream のどれかです。',
	},
	RequestHeaders: {
		host: '呼び出す相手です。署名の対象なので、別の場所へ送り直すことはできません。',
		authority: 'HTTP/2 での host の名前です。host の代わりに署名されます。',
		contentType: '本文の形式です。',
		contentLength: '本文の長さです。',
		accept: 'InvokeModel に、どの形式で答えてほしいかを伝えます。Converse では送りません。',
		connection: 'この呼び出しのあと、接続をどうするかです。keep-alive なら使い回し、つなぎ直す時間を省きます。',
		userAgent:
			'呼び出し元の情報です。SDK とそのバージョン、動いている環境が入ります。AWS の統計に使われ、回答には影響しません。',
		amzUserAgent: 'user-agent と同じ内容です。ブラウザーからも付けられる名前で、SDK は両方を送ります。',
		invocationId: 'SDK がこの呼び出しに付けた ID です。再試行しても同じ値です。',
		sdkRequest: '何回目の試行か、最大何回までかです。attempt=2; max=3 なら、3 回のうちの 2 回目です。',
		amzDate: 'リクエストに署名した時刻です。自分のコンピューターの時計で測ります。',
		contentSha256: '本文の SHA-256 です。署名の対象なので、本文が変われば分かります。',
		securityToken:
			'一時的なアクセスキーのセッショントークンです。これがないとキーは無効です。秘密なので、Outcrop は保存する前に取り除きます。',
		authorization:
			'誰が呼び出すかと、その証明です。このリクエストに対する署名か、Bearer の後ろに続く API キーが入ります。Outcrop は先頭だけを残します。',
		traceId: 'プログラムが AWS Lambda で動くとき、この呼び出しが属する AWS X-Ray のトレースです。',
		bedrockAccept: 'ストリームの中にある、モデルの JSON の形式です。ストリーム自体は、いつもフレームで届きます。',
		bedrockTrace: 'ガードレールが何を見つけたかを、回答で知らせるかどうかです。',
		guardrailIdentifier: '呼び出しを検査するガードレールの ID か ARN です。',
		guardrailVersion: 'ガードレールのバージョンです。番号か DRAFT を書きます。ガードレールを指定したら必要です。',
		performanceLatency: 'モデルの速い版に答えさせるかどうかです。',
		serviceTier: '処理してほしいサービス階層です。',
		requestMetadata: '自分で付けるラベルを JSON で書きます。モデル呼び出しログに残ります。',
		transferEncoding: '本文の送り方です。長さが前もって分からないときは chunked になります。',
	},
	ResponseHeaders: {
		date: '回答が始まった、AWS の時計での時刻です。自分の時計がずれていると、SDK はこれに合わせて補正します。',
		contentType:
			'本文の形式です。application/json か、フレームのストリームなら application/vnd.amazon.eventstream です。',
		contentLength: '本文の長さです。ストリームではまだ分からないので付きません。',
		transferEncoding: 'chunked は、できた分から少しずつ送るという意味です。ストリームはこれで届きます。',
		connection: '接続を次の呼び出しでも使えるかどうかです。',
		keepAlive: '使わない接続を、どれだけ開いたままにできるかです。',
		requestId: 'AWS がこの試行に付けた ID です。AWS サポートへの問い合わせや、CloudTrail での検索に使います。',
		errorType:
			'エラーの名前です。コロンの後ろは AWS 内部の名前なので、気にしなくてかまいません。SDK はここから例外の種類を決めます。',
		retryAfter: '次に試すまで待つ時間です。',
		amzRetryAfter: '次に試すまで SDK が待つ時間です。',
		inputTokenCount:
			'モデルが読んだトークンの数です。InvokeModel では、本文に書かれるとは限らないので、ここで知らせます。SDK はこの値を渡してくれません。',
		outputTokenCount: 'モデルが書いたトークンの数です。SDK はこの値を渡してくれません。',
		invocationLatency: '回答が AWS の側でかかった時間です。',
		cacheReadTokenCount: 'プロンプトキャッシュから読んだトークンの数です。',
		cacheWriteTokenCount: 'プロンプトキャッシュに書き込んだトークンの数です。',
		bedrockContentType: 'フレームの中にある、モデルの書いたものの形式です。',
		performanceLatency: '実際に使われた速度の設定です。',
		serviceTier: '実際に処理したサービス階層です。',
		location:
			'代わりにここへ行くように、という転送先です。Bedrock ではなく、ネットワークのサインインページなどが付けます。',
		server: '答えたソフトウェアの名前です。これがあるときは、途中にある何かが答えているかもしれません。',
		via: '回答が通ってきたプロキシです。',
	},
};
