import { useEffect, useEffectEvent } from 'react';
import { useAskedComparison } from '../../state/inspector-focus.ts';

/** Opens the comparison that is asked for from elsewhere; with which call, the panel itself reads. */
export function useGoToComparison(open: boolean, openPanel: () => void): void {
	const asked = useAskedComparison();
	const go = useEffectEvent(() => {
		if (!open) openPanel();
	});
	useEffect(() => {
		if (asked !== null) go();
	}, [asked]);
}
