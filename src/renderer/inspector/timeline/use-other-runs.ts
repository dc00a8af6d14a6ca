import { useEffect, useState } from 'react';
import type { Attempt, ExchangeSummary } from '../../../shared/model/exchange.ts';
import { client } from '../../state/client.ts';

type Attempts = readonly Attempt[];

/**
 * The attempts of the exchanges of a turn that have ended, but for the chosen one, each read once. What could not be read
 * is not there: its exchange is drawn by its figures.
 */
export function useOtherRuns(exchanges: readonly ExchangeSummary[], chosenId: string): ReadonlyMap<string, Attempts> {
	const [runs, setRuns] = useState<ReadonlyMap<string, Attempts>>(new Map());
	const wanted = exchanges
		.filter(({ id, state }) => id !== chosenId && state !== 'running' && !runs.has(id))
		.map(({ id }) => id)
		.join(' ');
	useEffect(() => {
		let current = true;
		const read = async (exchangeId: string): Promise<void> => {
			const { attempts } = await client().exchanges.get({ exchangeId });
			if (current) setRuns((known) => new Map(known).set(exchangeId, attempts));
		};
		for (const id of wanted === '' ? [] : wanted.split(' ')) read(id).catch(() => {});
		return () => {
			current = false;
		};
	}, [wanted]);
	return runs;
}
