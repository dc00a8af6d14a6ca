/** What a pasted text looks like. `bedrock` is right; of all others a person is told (i18n `access:apiKey.shape.*`). */
export type KeyShape =
	| 'bedrock'
	| 'access-key-id'
	| 'secret-key'
	| 'session-token'
	| 'other-service'
	| 'assignment'
	| 'spaces'
	| 'unknown';

/**
 * Looks at a text that should be a Bedrock API key. The beginnings of the two kinds of keys (`bedrock-api-key-`, `ABSK`)
 * are likely, not documented facts: another text is warned of, never refused.
 */
export function keyShape(text: string): KeyShape {
	const key = text.trim();
	if (/^(?:export\s+|set\s+|\$env:)?[A-Z][A-Z_]*\s*=/i.test(key) && !/^[A-Za-z0-9+/]+=*$/.test(key))
		return 'assignment';
	if (/\s/.test(key)) return 'spaces';
	if (/^(?:bedrock-api-key-|ABSK)\S+$/.test(key)) return 'bedrock';
	if (/^A[KS]IA[A-Z0-9]{8,}$/.test(key)) return 'access-key-id';
	if (/^(?:IQoJ|FwoG|FQoG)\S{60,}$/.test(key)) return 'session-token';
	if (/^(?:sk-|xai-|AIza|gsk_|hf_)\S+$/.test(key)) return 'other-service';
	return /^[A-Za-z0-9/+]{40}$/.test(key) ? 'secret-key' : 'unknown';
}
