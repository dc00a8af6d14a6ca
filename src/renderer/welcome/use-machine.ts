import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Machine } from '../../shared/model/setup.ts';
import { client } from '../state/client.ts';
import { refreshConnections, useConnections } from '../state/connections.ts';
import { reportProblem } from '../state/errors.ts';

/** What the page knows of this machine. */
export interface KnownMachine {
	/** null until it was looked at. */
	readonly machine: Machine | null;
	/** The AWS CLI as it names itself; null: there is none; undefined: it has not answered yet. */
	readonly cli: string | null | undefined;
}

/**
 * What this machine has. Looked at anew when the connections change, and when the person comes back from a terminal or a
 * browser.
 */
export function useMachine(): KnownMachine {
	const { connections } = useConnections();
	useEffect(() => {
		const comeBack = () => void refreshConnections();
		window.addEventListener('focus', comeBack);
		return () => window.removeEventListener('focus', comeBack);
	}, []);
	// They are another list each time they were read.
	const machine = useNewest(connections, () => client().setup.look());
	return { machine: machine ?? null, cli: useNewest(connections, () => client().setup.awsCli()) };
}

/** What was asked last of all that has answered; it is asked each time that `when` is another, and not null. */
function useNewest<Value>(when: object | null, ask: () => Promise<Value>): Value | undefined {
	const [held, setHeld] = useState<{ readonly turn: number; readonly value: Value } | null>(null);
	const turns = useRef(0);
	const askNow = useEffectEvent(ask);
	useEffect(() => {
		if (when === null) return;
		turns.current += 1;
		const turn = turns.current;
		askNow().then(
			// A slow answer that newer ones are still slower than is better than none.
			(value) => setHeld((before) => (before === null || before.turn < turn ? { turn, value } : before)),
			reportProblem,
		);
	}, [when]);
	return held?.value;
}
