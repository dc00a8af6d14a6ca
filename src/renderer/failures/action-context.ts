import type { CredentialKind, Explanation } from '../../shared/explanations/explain.ts';
import type { SignInState } from '../../shared/model/connection.ts';
import type { ExchangeSummary } from '../../shared/model/exchange.ts';

/** What a failed call tells about which of its steps can be taken. */
export interface ActionContext {
	readonly exchange:
		| (Pick<ExchangeSummary, 'modelId' | 'region' | 'connection' | 'operation'> &
				Partial<Pick<ExchangeSummary, 'id' | 'edited'>>)
		| null;
	readonly facts: Explanation['facts'];
	readonly kind: CredentialKind;
	readonly signIn: SignInState | null;
	/** Only the last turn can be changed and asked for again. */
	readonly last: boolean;
	/** The text of a question that files went with; null or left out: there are none, or there is no text. */
	readonly textBesideFiles?: string | null;
}
