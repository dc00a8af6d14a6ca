import { useEffect } from 'react';
import type { FrameField } from '../../../shared/model/frame-field.ts';
import type { Explainable } from './explained.ts';
import { hold, pointAt, stopPointing } from './explained.ts';

/**
 * Explains the field of a frame that is pointed at among its bytes, and comes back to the chosen one. What is chosen by
 * keyboard is read out by the frame's own view.
 */
export function useExplainedBytes(pointed: FrameField | null, chosen: FrameField | null): void {
	useEffect(() => {
		if (chosen !== null) hold(explainableOf(chosen), 'pointer');
	}, [chosen]);
	useEffect(() => {
		if (pointed === null) return;
		pointAt(explainableOf(pointed));
		return stopPointing;
	}, [pointed]);
}

function explainableOf({ kind, value }: FrameField): Explainable {
	return { context: { kind: 'frame' }, path: [kind], value: value === '' ? null : value };
}
