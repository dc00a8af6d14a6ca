import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { FrameField } from '../../../shared/model/frame-field.ts';
import { fieldName } from '../stream/field-words.ts';
import type { Explainable } from './explained.ts';
import { hold, pointAt, stopPointing } from './explained.ts';

/**
 * Explains the field of a frame that is pointed at among its bytes, and comes back to the chosen one. What is chosen by
 * keyboard is read out by the frame's own view.
 */
export function useExplainedBytes(pointed: FrameField | null, chosen: FrameField | null): void {
	const { t } = useTranslation('inspector');
	useEffect(() => {
		if (chosen !== null) hold(explainableOf(chosen, fieldName(chosen, t)), 'pointer');
	}, [chosen, t]);
	useEffect(() => {
		if (pointed === null) return;
		pointAt(explainableOf(pointed, fieldName(pointed, t)));
		return stopPointing;
	}, [pointed, t]);
}

function explainableOf({ kind, value }: FrameField, name: string): Explainable {
	return { context: { kind: 'frame' }, path: [kind], name, value: value === '' ? null : value };
}
