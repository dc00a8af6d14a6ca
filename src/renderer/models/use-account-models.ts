import { useCallback, useEffect, useRef, useState } from 'react';
import type { ModelListing } from '../../shared/model/model-entry.ts';
import { client } from '../state/client.ts';
import { modelsChanged, useModels } from '../state/connections.ts';
import { reportProblem } from '../state/errors.ts';

interface AccountModels {
	/** null until it is read. */
	readonly listing: ModelListing | null;
	readonly asking: boolean;
	readonly ask: () => void;
}

/**
 * The models as seen from a connection and a region. An account that has not been asked is asked once, while the shipped
 * catalogue is there already; leaving gives the question up.
 */
export function useAccountModels(connection: string, region: string | null): AccountModels {
	const listing = useModels(connection, region);
	const [asking, setAsking] = useState(false);
	const running = useRef<AbortController | null>(null);
	const asked = useRef<string | null>(null);
	const here = JSON.stringify([connection, region]);

	const ask = useCallback(() => {
		running.current?.abort();
		const controller = new AbortController();
		running.current = controller;
		setAsking(true);
		client()
			.models.refresh({ connection, region }, { signal: controller.signal })
			.then(modelsChanged, (error: unknown) => {
				if (!controller.signal.aborted) reportProblem(error);
			})
			.finally(() => {
				if (running.current === controller) setAsking(false);
			});
	}, [connection, region]);

	useEffect(() => {
		if (listing?.account.state !== 'not-asked' || asked.current === here) return;
		asked.current = here;
		ask();
	}, [listing, here, ask]);

	useEffect(
		() => () => {
			running.current?.abort();
			running.current = null;
			asked.current = null;
		},
		[],
	);
	return { listing, asking, ask };
}
