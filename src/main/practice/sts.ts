import { PRACTICE_ACCOUNT } from './models.ts';
import type { ExceptionName, Reply } from './refusal.ts';
import { Refusal } from './refusal.ts';

/** Who the practice keys are, in AWS's form and plain to see that it is not AWS's. */
const PRACTICE_IDENTITY = {
	account: PRACTICE_ACCOUNT,
	arn: `arn:aws:iam::${PRACTICE_ACCOUNT}:user/practice`,
	userId: 'AIDAPRACTICE000000000',
} as const;

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

/** The same refusals by the names that STS has for them; whatever else fails is a failure of practice itself. */
const CODES: Partial<Record<ExceptionName, readonly [code: string, status: number]>> = {
	UnrecognizedClientException: ['InvalidClientTokenId', 403],
	ExpiredTokenException: ['ExpiredToken', 403],
	InvalidSignatureException: ['SignatureDoesNotMatch', 403],
	MissingAuthenticationTokenException: ['MissingAuthenticationToken', 403],
	IncompleteSignatureException: ['IncompleteSignature', 400],
	ValidationException: ['InvalidAction', 400],
};

/** STS's answer to a signed request. It knows one action: GetCallerIdentity. Throws a `Refusal`. */
export function stsReply(body: Uint8Array, requestId: string): Reply {
	const form = new URLSearchParams(new TextDecoder().decode(body));
	const [action, version] = [form.get('Action') ?? '', form.get('Version') ?? ''];
	if (action !== 'GetCallerIdentity' || version !== '2011-06-15') {
		throw new Refusal(
			'ValidationException',
			`Could not find operation ${action} for version ${version || 'NO_VERSION_SPECIFIED'}`,
		);
	}
	const { account, arn, userId } = PRACTICE_IDENTITY;
	return xml(
		200,
		`<GetCallerIdentityResponse xmlns="${NAMESPACE}">
  <GetCallerIdentityResult>
    <Arn>${arn}</Arn>
    <UserId>${userId}</UserId>
    <Account>${account}</Account>
  </GetCallerIdentityResult>
  <ResponseMetadata>
    <RequestId>${requestId}</RequestId>
  </ResponseMetadata>
</GetCallerIdentityResponse>
`,
	);
}

/** A refusal as STS writes it. */
export function stsRefusalReply({ exception, message }: Refusal, requestId: string): Reply {
	const [code, status] = CODES[exception] ?? ['InternalFailure', 500];
	return xml(
		status,
		`<ErrorResponse xmlns="${NAMESPACE}">
  <Error>
    <Type>${status < 500 ? 'Sender' : 'Receiver'}</Type>
    <Code>${code}</Code>
    <Message>${escaped(message)}</Message>
  </Error>
  <RequestId>${requestId}</RequestId>
</ErrorResponse>
`,
	);
}

function xml(status: number, text: string): Reply {
	return { status, headers: { 'Content-Type': 'text/xml' }, body: new TextEncoder().encode(text) };
}

function escaped(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
