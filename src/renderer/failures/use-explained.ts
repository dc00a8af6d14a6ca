import { useTranslation } from 'react-i18next';
import type { ExplainedCall, Explanation } from '../../shared/explanations/explain.ts';
import { explain } from '../../shared/explanations/explain.ts';
import type { ConnectionId } from '../../shared/model/connection.ts';
import type { CallFailure } from '../../shared/model/failure.ts';
import { useCredentialKind } from '../state/connections.ts';
import { failureTexts, titleWords } from './failure-words.ts';

/** A failure explained, with its title in the language that is spoken. */
export interface Explained {
	readonly explanation: Explanation;
	readonly title: string;
}

/** What a failure means, by what is known of its connection and its call; null: there is no failure. */
export function useExplained(
	failure: CallFailure | null,
	connection: ConnectionId | null,
	call: ExplainedCall | null,
): Explained | null {
	const kind = useCredentialKind(connection);
	const { i18n } = useTranslation();
	if (failure === null) return null;
	const explanation = explain(failure, call, kind);
	return { explanation, title: titleWords(explanation, failureTexts(i18n.language)) };
}
