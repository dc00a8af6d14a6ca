import type { failureCauses as english } from '../en/failure-causes.ts';
import type { Translation } from '../translation.ts';

export const failureCauses: Translation<typeof english> = {
	'no-allow': '呼び出し元に `{{action}}` を許可するポリシーがない。',
	'no-allow_bare': '呼び出し元にこの呼び出しを許可するポリシーがない。',
	'some-deny':
		'IAM、組織、VPC エンドポイントのいずれかのポリシーが禁止している（どれかは AWS の文面からは分かりません）。',
	'routed-region':
		'推論プロファイル `{{model}}` はこの呼び出しを {{resourceRegion}} に転送しましたが、そこでは `{{principal}}` によるモデルの呼び出しが拒否されています。',
	'routed-region_bare':
		'推論プロファイルはこの呼び出しを別のリージョンに転送しましたが、そこではモデルの呼び出しが拒否されています。',
	'iam-not-allowed':
		'`{{principal}}` のアイデンティティベースポリシーに、このリソースへの `{{action}}` を許可するものがありません。',
	'iam-not-allowed_bare':
		'呼び出し元のアイデンティティベースポリシーに、このリソースへの操作を許可するものがありません。',
	'iam-denied':
		'`{{principal}}` のアイデンティティベースポリシーが `{{action}}` を明示的に拒否しています。許可するポリシーを追加しても解除されません。',
	'iam-denied_bare':
		'呼び出し元のアイデンティティベースポリシーが明示的に拒否しています。許可するポリシーを追加しても解除されません。',
	'scp-not-allowed':
		'組織のサービスコントロールポリシー（SCP）に、このアカウントでの `{{action}}` を許可するものがありません。アカウント内のポリシーでは変えられません。',
	'scp-denied':
		'組織のサービスコントロールポリシー（SCP）が `{{action}}` を明示的に拒否しています。アカウント内のポリシーでは解除できません。',
	'scp-region': '組織が特定のリージョンだけを許可している（この呼び出しに必要なリージョン: {{resourceRegion}}）。',
	'scp-region_bare': '組織が特定のリージョンだけを許可している。',
	'rcp-denied': '組織のリソースコントロールポリシーが妨げています。アカウント内のポリシーでは解除できません。',
	'boundary-not-allowed':
		'`{{principal}}` にはアクセス許可の境界が設定されており、`{{action}}` が含まれていません。境界にない操作は、ほかのポリシーでは許可できません。',
	'boundary-not-allowed_bare':
		'呼び出し元のアクセス許可の境界に、この操作が含まれていません。境界にない操作は、ほかのポリシーでは許可できません。',
	'boundary-denied':
		'`{{principal}}` のアクセス許可の境界が `{{action}}` を明示的に拒否しています。ほかのポリシーでは解除できません。',
	'boundary-denied_bare': '呼び出し元のアクセス許可の境界が明示的に拒否しています。ほかのポリシーでは解除できません。',
	'session-not-allowed':
		'ロールの引き受け時に渡されたセッションポリシーに `{{action}}` が含まれていません。ロール自体は許可している可能性があります。',
	'session-denied':
		'ロールの引き受け時に渡されたセッションポリシーが `{{action}}` を明示的に拒否しています。ロール自体は許可している可能性があります。',
	'endpoint-not-allowed':
		'呼び出しは VPC エンドポイントを通りましたが、そのポリシーはこのリソースへの `{{action}}` を許可していません。',
	'endpoint-denied':
		'呼び出しは VPC エンドポイントを通りましたが、そのポリシーが `{{action}}` を明示的に拒否しています。',
	'resource-policy-denied': '呼び出し先のリソースに付いたポリシーが、`{{principal}}` からの呼び出しを許していません。',
	'resource-policy-denied_bare': '呼び出し先のリソースに付いたポリシーが、この呼び出し元を許していません。',
	'assume-role-denied':
		'`{{principal}}` がこのプロファイルのロールを引き受けようとして、拒否されました。Bedrock の呼び出しは行っていません。',
	'assume-role-denied_bare': 'このプロファイルのロールを引き受けられませんでした。Bedrock の呼び出しは行っていません。',
	'trust-policy': '呼び出し元に `sts:AssumeRole` の許可がないか、ロールの信頼ポリシーに呼び出し元が含まれていない。',
	'new-account': 'アカウントが新しく、AWS がまだ Bedrock を使えるようにしていない。',
	'restricted-account': 'アカウントが AWS か組織によって制限されているか、確認が済んでいない。',
	'model-access': 'AWS によると、このアカウントにはこのモデルへのアクセス権がありません。',
	'never-opened': 'このアカウントで、まだ誰もモデルを開いていない。',
	'opened-elsewhere': '{{region}} ではなく、別のリージョンで開いた。',
	'opened-elsewhere_bare': '別のリージョンで開いた。',
	'marketplace-permissions':
		'このモデルは AWS Marketplace を通じて提供されます。アカウントでの最初の呼び出し時にサブスクライブされますが、呼び出し元にはそのための権限（`{{action}}`）がありません。',
	'marketplace-permissions_bare':
		'このモデルは AWS Marketplace を通じて提供されます。アカウントでの最初の呼び出し時にサブスクライブされますが、呼び出し元にはそのための権限がありません。',
	'marketplace-pending': 'アカウントでの最初の呼び出し時に始まり、完了まで数分かかることがあります。',
	'payment-instrument':
		'このモデルは AWS Marketplace を通じて提供されますが、アカウントに請求できるカードや口座がありません。',
	'use-case-form': 'モデルの提供元が、アカウントまたは組織ごとに一度、用途の申告を求めています。',
	'unsupported-country': 'モデルの提供元は、提供する国や地域を限定しています。',
	'seen-from': 'アカウントの住所か、呼び出し元のネットワーク（VPN など）が、提供外の国や地域にある。',
	'model-retired': 'AWS ではもう呼び出せません。練習用エンドポイントでは、いまも答えます。',
	'model-legacy':
		'提供元が旧モデルに指定しており、このアカウントは過去 {{days}} 日間使っていません。AWS は、現行のモデルを使うよう求めています。',
	'model-legacy_bare':
		'提供元が旧モデルに指定しており、このアカウントは最近使っていません。AWS は、現行のモデルを使うよう求めています。',
	'profile-only':
		'`{{model}}` というモデル ID のままでは呼び出せません。プロファイルの ID は、先頭に us.、eu.、jp.、global. などが付きます。',
	'profile-only_bare':
		'モデル ID のままでは呼び出せません。プロファイルの ID は、先頭に us.、eu.、jp.、global. などが付きます。',
	'same-words': 'ID が存在しない場合も、リージョンで提供されていない場合も、AWS の文面は同じです。',
	'not-in-region': '{{region}} では、このモデルが提供されていない。',
	'not-in-region_bare': 'このリージョンでは、このモデルが提供されていない。',
	mistyped: 'ID を打ち間違えている: `{{model}}`',
	mistyped_bare: 'ID を打ち間違えている。',
	'model-id-form': '`{{model}}` は、モデル ID、推論プロファイルの ID、ARN のどの形式にも合っていません。',
	'model-id-form_bare': 'モデル ID、推論プロファイルの ID、ARN のどの形式にも合っていません。',
	'guardrail-invalid': 'ガードレールは ID か ARN で指定します。',
	'guardrail-missing': 'このアカウントとリージョンには、ガードレールかそのバージョンがありません。',
	validation: '何が受け付けられないかは、下の AWS の文面にあります。',
	'max-tokens-limit': '1 回の回答で出力できるのは {{limit}} トークンまでです。',
	'max-tokens-limit_bare': '1 回の回答で出力できるトークン数は、もっと少なくなっています。',
	'context-exceeded': '{{given}} は、上限の {{limit}} トークンを超えています。',
	'context-exceeded_bare': '合わせると、扱えるトークン数を超えます。',
	'input-too-long': 'メッセージとシステムプロンプトの合計が、読み取れる長さを超えています。',
	'prompt-too-long': '{{given}} トークンありますが、モデルが読めるのは {{limit}} トークンまでです。',
	'prompt-too-long_bare': 'モデルが読めるトークン数を超えています。',
	'one-sampling': '両方が設定されているため、AWS に拒否されます。',
	'parameter-deprecated': 'このモデルは、`{{field}}` を指定した呼び出しを、値にかかわらず拒否します。',
	'parameter-deprecated_bare': 'このモデルは、これを指定した呼び出しを、値にかかわらず拒否します。',
	'field-not-supported': 'リクエストに `{{field}}` がありますが、このモデルはそれを含む呼び出しを拒否します。',
	'field-not-supported_bare': 'リクエストに含まれていますが、このモデルはそれを含む呼び出しを拒否します。',
	'no-system': 'システムプロンプトが設定されていますが、このモデルはそれを含む呼び出しを拒否します。',
	'no-tools': 'リクエストにツールの定義がありますが、このモデルはそれを含む呼び出しを拒否します。',
	'no-tools-streaming':
		'ツールの定義とストリーミングの両方が指定されています。このモデルでは、どちらか一方しか使えません。',
	'no-counting': 'CountTokens が使えるモデルは限られており、モデル自身の ID を指定したときだけ数えられます。',
	'no-streaming': 'この操作はイベントのストリームを求めますが、このモデルは回答を一度にまとめて返します。',
	'forced-tool': 'リクエストがツールの使用を求めています（`tool_choice`）。このモデルは自分で判断します。',
	'prefill-refused':
		'最後がアシスタントのメッセージです。Claude 4.6 以降のモデルはこれを拒否し、会話はユーザーで終わる必要があります。',
	'thinking-temperature': '思考を有効にすると、Claude は 1 以外の temperature を受け付けません。',
	'thinking-budget': '{{limit}} トークン以上で、max tokens より小さくする必要があります。',
	'thinking-budget_bare': '1024 トークン以上で、max tokens より小さくする必要があります。',
	'thinking-style':
		'`thinking.type: "adaptive"` と `output_config.effort` で指定します。`"enabled"` とトークン数による指定は使えません。',
	'thinking-forced-tool': 'ツールの使用を強制すると、Claude では思考を有効にできません。',
	'effort-max-tokens': '最も高い effort では、Nova が出力の長さを自分で決めます。',
	'trailing-whitespace': '最後のメッセージは回答の書き出しですが、空白か改行で終わっています。',
	'starts-with-user': '最初のメッセージがユーザーのものではありません。',
	'alternate-roles': '同じ役割のメッセージが 2 つ続いています。',
	'empty-content': '`{{at}}` のメッセージが空です。',
	'empty-content_bare': '空のメッセージがあります。',
	'blank-text': '`{{at}}` のテキストが空白だけです。',
	'blank-text_bare': '空白だけのテキストがあります。',
	'last-turn-user': '最後がアシスタントのメッセージですが、このモデルはその続きを書きません。',
	'tool-config-missing': 'ツールを使った会話では、その後のリクエストにも毎回ツールの定義（`toolConfig`）が必要です。',
	'tool-result-mixed': 'このモデルでは、1 つのメッセージにツールの結果とテキストを混ぜられません。',
	'reasoning-in-user': '推論内容を含められるのは、アシスタントのメッセージだけです。',
	'tool-name': '使えるのは英数字と _ と - です。名前は `{{at}}` にあります。',
	'tool-name_bare': '使えるのは英数字と _ と - です。',
	'missing-key': 'このモデルの形式には `{{field}}` が必要ですが、リクエストにありません。',
	'missing-key_bare': 'このモデルの形式に必要なキーが、リクエストにありません。',
	'extra-key': 'このモデルの形式に `{{field}}` はありません。',
	'extra-key_bare': 'このモデルの形式にないキーです。',
	'bad-value': 'モデルの形式による検査結果: {{detail}}',
	'bad-value_bare': 'どんな値が合うかは、下の AWS の文面にあります。',
	'malformed-input': 'モデルの形式による検査結果: {{detail}}',
	'malformed-input_bare': '送った内容が、このモデルの受け取る JSON になっていません。',
	'other-family': '本文が、別の系統や世代のモデル向けになっている。',
	'old-claude-prompt':
		'Claude 2 と Claude Instant のプロンプトは、それぞれ改行 2 つの後の「Human:」で始まり「Assistant:」で終わります。',
	constraint: 'AWS の検査結果: {{detail}}',
	constraint_bare: 'どんな値が使えるかは、下の AWS の文面にあります。',
	'not-signed-in': 'サインインしていないか、有効期限が切れています。呼び出しは行っていません。',
	'sso-never': 'この SSO セッションのトークンがないか、読み取れません。呼び出しは行っていません。',
	'sso-expired': 'SSO セッションのトークンが無効になっています。呼び出しは行っていません。',
	'sso-not-renewable': 'トークンの期限が切れており、更新に必要な情報もありません。呼び出しは行っていません。',
	'sso-no-access':
		'IAM Identity Center で、このアカウントのこのロールが割り当てられていません。呼び出しは行っていません。',
	'assignment-gone': '割り当てが取り消されたか、プロファイルのアカウントやロールの指定が違う。',
	'login-missing': 'このプロファイルには、使える `aws login` のトークンがありません。呼び出しは行っていません。',
	'login-not-allowed':
		'`aws login` のセッションの更新が必要ですが、AWS に許可されませんでした。呼び出しは行っていません。',
	'login-permission': '呼び出し元に `signin:CreateOAuth2Token` の権限がない。',
	'login-expired': '`aws login` のセッションが終わっています。呼び出しは行っていません。',
	expired: '一時的な認証情報でした。発行元で更新する必要があります。',
	'wrong-key-id': 'アクセスキー ID が違う。',
	'no-session-token': '一時キー（ASIA で始まるもの）のセッショントークンがないか、別のキーのものになっている。',
	'deleted-key': 'キーが削除されたか、無効にされている。',
	'region-not-enabled':
		'アカウントで {{region}} が有効になっていないか、キーが別のパーティション（AWS 中国、GovCloud）のもの。',
	'region-not-enabled_bare':
		'アカウントでリージョンが有効になっていないか、キーが別のパーティション（AWS 中国、GovCloud）のもの。',
	'missing-token': '誰が呼び出しているかを示す情報が、リクエストにないまま届きました。',
	'cut-on-the-way': '途中のプロキシやゲートウェイが `Authorization` ヘッダーを取り除くか、書き換えている。',
	'no-credentials':
		'呼び出しは行っていません。アプリは選ばれた接続だけを使い、黙って別の接続に切り替えることはありません。',
	'profile-nothing':
		'このコンピューターの AWS 設定ファイルに、`{{profile}}` の認証情報がありません。呼び出しは行っていません。',
	'profile-nothing_bare': 'このコンピューターの AWS 設定ファイルに、認証情報がありません。呼び出しは行っていません。',
	'profile-gone': 'プロファイルの名前が変わったか、削除されたか、ファイルの場所（`AWS_CONFIG_FILE`）が変わった。',
	'profile-empty':
		'`{{profile}}` は AWS 設定ファイルにありますが、キー、ロール、サインイン、プログラムのどれも書かれていません。呼び出しは行っていません。',
	'profile-empty_bare':
		'AWS 設定ファイルにありますが、認証情報の取得方法が書かれていません。呼び出しは行っていません。',
	'profile-incomplete': '足りないものや矛盾するものは、下の文面にあります。呼び出しは行っていません。',
	'environment-missing':
		'`AWS_ACCESS_KEY_ID` と `AWS_SECRET_ACCESS_KEY` がそろっていません。呼び出しは行っていません。',
	'process-failed': 'プロファイルの `credential_process` がエラーで終わったか、認証情報ではないものを出力しました。',
	'web-identity-failed':
		'`AWS_WEB_IDENTITY_TOKEN_FILE` のトークンがないか、期限が切れているか、このロールのものではありません。',
	'container-failed':
		'コンテナのエンドポイントがエラーを返したか、認証情報ではないものを返しました。呼び出しは行っていません。',
	'no-task-role': 'タスクやポッドにロールがない。',
	'container-unusable':
		'環境変数にあるコンテナのエンドポイントの指定が使えません。理由は下の文面にあります。呼び出しは行っていません。',
	'mfa-needed': 'このロールの引き受けには、MFA デバイスのコードが必要です。呼び出しは行っていません。',
	'mfa-declined': 'プロファイルに必要ですが、入力画面が閉じられました。呼び出しは行っていません。',
	'mfa-refused': 'コードが違うか、有効期限が切れています。呼び出しは行っていません。',
	'used-code': 'すでに使ったコードだった（同じコードは 30 秒ほどの間に一度しか使えません）。',
	'key-region': '短期キーは発行したリージョンでしか使えない（この呼び出しの宛先: {{region}}）。',
	'key-region_bare': '短期キーは発行したリージョンでしか使えない。',
	'key-ended': 'キーの期限（短期キーは最長 12 時間）が切れている。',
	'key-mangled': 'コピーしたときに、キーの一部が欠けた。',
	'api-key-expired': '短期キーは最長 12 時間、長期キーは発行時に決めた期間だけ有効です。',
	'api-key-missing':
		'キーが削除されたか、このコンピューターの保管場所から読み出せませんでした。呼び出しは行っていません。',
	'wrong-secret': 'シークレットキーが、アクセスキー ID と対になっていない。',
	'changed-on-the-way': '途中のプロキシやゲートウェイが、リクエストを書き換えている。',
	'clock-skew': '署名は、その時刻の前後数分しか有効ではありません。',
	throttled: 'このリージョンのこのモデルについて、リクエスト数のクォータを一時的に使い切りました。',
	'throttled-tokens': 'このリージョンのこのモデルについて、トークン数のクォータを一時的に使い切りました。',
	'tokens-reserved': '呼び出しの開始時に、入力と max tokens の全量がクォータから差し引かれます。',
	'tokens-per-day': 'このモデルの 1 日あたりのトークン数のクォータを使い切りました。',
	'small-quota': 'アカウントが新しく、クォータがまだ小さい。',
	'too-many-connections':
		'サービスが受け付けられる数を超える呼び出しが開かれています。アカウントのクォータではありません。',
	conflict: '呼び出しが別の操作と競合した、と AWS は答えています。相手の操作は示されていません。',
	quota: '空きができるか、クォータが引き上げられるまで、AWS は呼び出しを拒否します。',
	'model-timeout': 'Bedrock が与える時間内に終わりませんでした。この種の呼び出しは自動では再試行されません。',
	'model-error': 'エラーはモデルのもので、アカウントやネットワークのものではありません。',
	unavailable: 'ステータスや種類から、エラーはリクエストではなくサーバー側のものです。',
	'no-network': 'ネットワークがないか、ネームサーバーが応答していない。',
	'wrong-address': 'リージョンかエンドポイント URL が違う。',
	firewall: 'ファイアウォールやプロキシが接続を止めている。',
	'host-unknown': '`{{host}}` のアドレスが見つかりません。',
	'host-unknown_bare': 'エンドポイントの名前のアドレスが見つかりません。',
	'no-such-region': 'リージョンを打ち間違えているか、{{region}} では Bedrock が提供されていない。',
	'no-such-region_bare': 'リージョンを打ち間違えているか、そこでは Bedrock が提供されていない。',
	'tls-not-trusted': 'このアプリの知らない認証局が署名しています。何も送信していません。',
	'tls-inspected': '会社のプロキシが TLS 通信を検査し、独自の認証局で署名している。',
	'tls-expired': '期限が切れているか、まだ有効になっていません。何も送信していません。',
	'wrong-clock': 'このコンピューターの時計が合っていない。',
	'tls-wrong-name': '呼び出し先のアドレスが、証明書の名前に含まれていません。何も送信していません。',
	'endpoint-by-other-name': 'VPC エンドポイントやゲートウェイを、本来とは別の名前で呼び出している。',
	'ca-bundle': '設定、環境変数、プロファイルのどれかで指定されているため、このファイルなしでは呼び出しません。',
	'proxy-auth': 'プロキシに渡す認証情報がないか、拒否されました。AWS には何も届いていません。',
	'proxy-refused': 'AWS には何も届いていません。',
	'not-on-its-list': 'プロキシが特定の宛先しか通していない。',
	'proxy-unreachable': 'アドレスが違うか、動いていません。AWS には何も届いていません。',
	'proxy-no-tunnel':
		'プロキシには届きましたが、エンドポイントへの接続が開かれませんでした。AWS には何も届いていません。',
	'behind-proxy': 'エンドポイントの名前かポートが違うか、プロキシからの接続に応答していない。',
	'proxy-unusable': '理由は下の文面にあります。何も送信していません。',
	'connection-lost': 'つながってはいましたが、回答が終わる前に切れました。届いていたものがあれば残してあります。',
	'bad-stream':
		'届いたものは正しいイベントストリームではありません。チェックサムか長さが違います。読めた分は残してあります。',
	'incomplete-stream': 'そのため、これが回答の全部かどうかは分かりません。届いていた分は残してあります。',
	'timeout-connect': 'エンドポイントが時間内に接続を受け付けませんでした。',
	'timeout-first-byte':
		'リクエストは送りましたが、設定の制限時間までに何も返ってきませんでした。モデルはまだ処理中だった可能性があり、AWS の料金がかかることもあるため、再試行していません。',
	'timeout-idle': '回答は始まりましたが、設定の制限時間までに続きが届きませんでした。届いていた分は残してあります。',
	'timeout-total': '設定にある呼び出し全体の制限時間で打ち切りました。届いていたものがあれば残してあります。',
	'no-region': '接続にもこの会話にもリージョンの指定がないため、呼び出し先が決まりません。',
	'region-disabled':
		'一時的な認証情報は AWS STS が発行しますが、要求先のリージョンではアカウントで無効になっています。Bedrock の呼び出しは行っていません。',
	'endpoint-conflict':
		'FIPS とデュアルスタックは AWS のエンドポイントの種類を選ぶもので、エンドポイント URL はその代わりになるものです。SDK は両方の指定を拒否します。何も送信していません。',
	'endpoint-unsupported':
		'FIPS かデュアルスタックが有効ですが、このパーティションまたは操作に、そのエンドポイントはありません。何も送信していません。',
	'no-family': 'InvokeModel にはモデル固有の形式の本文が必要ですが、この ID の形式をアプリは知りません。',
	'web-page': '返ってきたのはウェブページ（HTML）です。Bedrock は JSON かイベントストリームで答えます。',
	'answered-on-the-way': 'ネットワークのサインイン画面、プロキシ、ゲートウェイのいずれかが代わりに答えた。',
	'unreadable-answer': '届きましたが、このモデルに期待される形ではありません。',
	unknown: 'このエラーの説明はアプリにありません。エラーの文面は下のとおりです。',
};
