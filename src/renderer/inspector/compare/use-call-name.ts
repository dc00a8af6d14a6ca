import { useTranslation } from 'react-i18next';
import type { CallChoice } from './calls.ts';

/** Gives a call's name in a comparison: its turn, its number where the turn has several, and its operation. */
export function useCallName(): (call: CallChoice) => string {
	const { t } = useTranslation('compare');
	return ({ exchange, turn, calls }) => {
		const place = calls > 1 ? t('turnAndCall', { turn, call: exchange.index }) : t('turn', { number: turn });
		return `${place} · ${exchange.operation}`;
	};
}
