import type { FakeState } from './state.ts';
import { Refused } from './state.ts';

/** What the STS half answers to a request of the query protocol, as XML. */
export function answerSts(state: FakeState, form: URLSearchParams, authorization: string | null): string {
	const action = form.get('Action') ?? '';
	switch (action) {
		case 'AssumeRole': {
			signer(authorization);
			const code = form.get('TokenCode');
			if (form.has('SerialNumber') && code !== state.rules.mfaCode) {
				throw new Refused(
					'AccessDenied',
					'MultiFactorAuthentication failed with invalid MFA one time pass code. ',
					403,
				);
			}
			return result(action, assumed(state, form));
		}
		case 'AssumeRoleWithWebIdentity':
			if (!form.get('WebIdentityToken')) throw new Refused('InvalidIdentityToken', 'No token.');
			return result(action, assumed(state, form));
		case 'GetCallerIdentity': {
			const { account } = state.rules;
			const { arn, userId } = state.identities.get(signer(authorization)) ?? {
				arn: `arn:aws:iam::${account}:user/alice`,
				userId: 'AIDAFAKEUSER00000001',
			};
			return result(action, `<Arn>${arn}</Arn><UserId>${userId}</UserId><Account>${account}</Account>`);
		}
		default:
			throw new Refused('InvalidAction', `Could not find operation ${action} for version 2011-06-15`);
	}
}

/** An STS error, as its query protocol writes it. */
export function stsError({ type, message, status }: Refused): string {
	const fault = status < 500 ? 'Sender' : 'Receiver';
	return `<ErrorResponse xmlns="${NAMESPACE}"><Error><Type>${fault}</Type><Code>${type}</Code><Message>${escapeXml(message)}</Message></Error><RequestId>fake-sts</RequestId></ErrorResponse>`;
}

const NAMESPACE = 'https://sts.amazonaws.com/doc/2011-06-15/';

function result(action: string, inner: string): string {
	return `<${action}Response xmlns="${NAMESPACE}"><${action}Result>${inner}</${action}Result><ResponseMetadata><RequestId>fake-sts</RequestId></ResponseMetadata></${action}Response>`;
}

function assumed(state: FakeState, form: URLSearchParams): string {
	const role = form.get('RoleArn')?.split('/').at(-1) ?? '';
	const session = form.get('RoleSessionName') ?? '';
	const { accessKeyId, secretAccessKey, sessionToken, expiration } = state.keysFor(role, session);
	const ends = new Date(expiration).toISOString().replace(/\.\d+Z$/, 'Z');
	return `<Credentials><AccessKeyId>${accessKeyId}</AccessKeyId><SecretAccessKey>${escapeXml(secretAccessKey)}</SecretAccessKey><SessionToken>${escapeXml(sessionToken)}</SessionToken><Expiration>${ends}</Expiration></Credentials><AssumedRoleUser><AssumedRoleId>AROAFAKEROLE00000001:${session}</AssumedRoleId><Arn>arn:aws:sts::${state.rules.account}:assumed-role/${role}/${session}</Arn></AssumedRoleUser>`;
}

/** The access key id that a request was signed with. The signature itself is not checked. */
function signer(authorization: string | null): string {
	const id = /^AWS4-HMAC-SHA256 Credential=([^/]+)\//.exec(authorization ?? '')?.[1];
	if (id === undefined) {
		throw new Refused('MissingAuthenticationToken', 'Request is missing Authentication Token', 403);
	}
	return id;
}

function escapeXml(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
