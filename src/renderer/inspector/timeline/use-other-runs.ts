import { useEffect, useState } from 'react';
import type { Attempt, ExchangeSummary } from '../../../shared/model/exchange.ts';
import { client } from '../../state/client.ts';
import { readEachOnce } from './read-each-once.ts';

type Attempts = readonly Attempt[];

/**
 * The attempts of the exchanges of a turn that have ended, but for the chosen one, each read once. What could not be read
 * is not there: its exchange is drawn by its figures.
 */
export function useOtherRuns(exchanges: readonly ExchangeSummary[], chosenId: string): ReadonlyMap<string, Attempts> {
	const [runs, setRuns] = useState<ReadonlyMap<string, Attempts>>(new Map());
	const [read] = useState(() =>
		readEachOnce(readAttempts, (id, attempts) => setRuns((known) => new Map(known).set(id, attempts))),
	);
	const wanted = exchanges
		.filter(({ id, state }) => id !== chosenId && state !== 'running')
		.map(({ id }) => id)
		.join(' ');
	useEffect(() => {
		if (wanted !== '') read(wanted.split(' '));
	}, [wanted, read]);
	return runs;
}

async function readAttempts(exchangeId: string): Promise<Attempts> {
	return (await client().exchanges.get({ exchangeId })).attempts;
}
