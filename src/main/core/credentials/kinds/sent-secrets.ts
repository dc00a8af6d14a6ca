import { CUT } from '../../bedrock/redact.ts';
import type { Transport } from '../../network/network.ts';

/** A transport to AWS's sign-in services that knows what secrets went out by it. */
export interface SecretiveTransport {
	readonly transport: Transport;
	/** The error without the secrets that AWS's words about a request repeat (`Value '123' at 'tokenCode' failed …`). */
	cut(error: unknown): unknown;
}

const HEADERS = ['x-amz-sso_bearer_token', 'x-amz-security-token', 'dpop'];

/** Fields of a JSON or form body: MFA codes, tokens of every kind, the secret of a client, an authorization code. */
const FIELDS = /^(TokenCode|WebIdentityToken|accessToken|refreshToken|clientSecret|code|codeVerifier|deviceCode)$/;

/** Characters; what is shorter might be a part of any word, and is cut out only where it stands between quotes. */
const SHORTEST = 6;

/** Remembers the secrets of each request, for as long as one attempt to get credentials lasts. */
export function secretive(handler: Transport): SecretiveTransport {
	const secrets = new Set<string>();
	return {
		transport: {
			...handler,
			handle(request, options) {
				for (const name of HEADERS) {
					const line = Object.entries(request.headers).find(([header]) => header.toLowerCase() === name);
					if (line !== undefined) secrets.add(line[1]);
				}
				for (const secret of secretFields(request.body)) secrets.add(secret);
				return handler.handle(request, options);
			},
		},
		cut(error) {
			if (!(error instanceof Error)) return error;
			const longestFirst = [...secrets].filter(Boolean).sort((a, b) => b.length - a.length);
			for (const secret of longestFirst) {
				error.message = error.message.replaceAll(`'${secret}'`, `'${CUT}'`);
				if (secret.length >= SHORTEST) error.message = error.message.replaceAll(secret, CUT);
			}
			return error;
		},
	};
}

function secretFields(body: unknown): string[] {
	const text = body instanceof Uint8Array ? new TextDecoder().decode(body) : body;
	if (typeof text !== 'string') return [];
	return fieldsOf(text).flatMap(([name, value]) => (FIELDS.test(name) && typeof value === 'string' ? [value] : []));
}

/** The fields of a JSON object, or of a form. */
function fieldsOf(text: string): readonly (readonly [string, unknown])[] {
	if (!text.startsWith('{')) return [...new URLSearchParams(text)];
	try {
		return Object.entries(JSON.parse(text));
	} catch {
		return [];
	}
}
