import { useEffect, useState } from 'react';
import type { Machine } from '../../shared/model/setup.ts';
import { client } from '../state/client.ts';
import { refreshConnections, useConnections } from '../state/connections.ts';
import { reportProblem } from '../state/errors.ts';

/**
 * What this machine has; null until it was looked at. Looked at anew when the connections change, and when the person
 * comes back from a terminal or a browser.
 */
export function useMachine(): Machine | null {
	const [machine, setMachine] = useState<Machine | null>(null);
	const { connections } = useConnections();
	useEffect(() => {
		// They are another list each time they were read.
		if (connections === null) return;
		let current = true;
		client()
			.setup.look()
			.then((found) => {
				if (current) setMachine(found);
			}, reportProblem);
		return () => {
			current = false;
		};
	}, [connections]);
	useEffect(() => {
		const comeBack = () => void refreshConnections();
		window.addEventListener('focus', comeBack);
		return () => window.removeEventListener('focus', comeBack);
	}, []);
	return machine;
}
