import { useTranslation } from 'react-i18next';
import { modelWord } from '../../models/model-word.ts';
import type { CallChoice } from './calls.ts';

/**
 * Gives a call's name in a comparison: its turn, its number where the turn has several, and its operation. `beside`: the
 * call that it stands beside; of calls of one turn the number is enough, of other models their names tell more.
 */
export function useCallName(): (call: CallChoice, beside?: CallChoice | null) => string {
	const { t } = useTranslation('compare');
	return ({ exchange, turn, calls }, beside = null) => {
		const { operation, index, turnId, modelId } = exchange;
		if (beside !== null && beside.exchange.modelId !== modelId) return `${modelWord(modelId)} · ${operation}`;
		if (calls === 1) return `${t('turn', { number: turn })} · ${operation}`;
		const name =
			beside?.exchange.turnId === turnId ? t('call', { number: index }) : t('turnAndCall', { turn, call: index });
		return `${name} · ${operation}`;
	};
}
