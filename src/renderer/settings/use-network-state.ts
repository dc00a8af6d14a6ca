import { useEffect, useState } from 'react';
import type { NetworkState } from '../../shared/model/network-state.ts';
import { useApp } from '../state/app-store.ts';
import { client } from '../state/client.ts';
import { reportProblem } from '../state/errors.ts';

/** How calls leave this machine, asked anew with each change of the settings; null until it is known. */
export function useNetworkState(): NetworkState | null {
	const network = useApp((state) => state.settings.network);
	const [known, setKnown] = useState<{ readonly of: typeof network; readonly state: NetworkState } | null>(null);
	useEffect(() => {
		let current = true;
		client()
			.settings.network()
			.then((state) => {
				if (current) setKnown({ of: network, state });
			}, reportProblem);
		return () => {
			current = false;
		};
	}, [network]);
	// What holds for other settings would be wrong beside these.
	return known?.of === network ? known.state : null;
}
