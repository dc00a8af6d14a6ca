import { useCallback, useEffect, useRef, useState } from 'react';
import type { ModelListing } from '../../shared/model/model-entry.ts';
import { client } from '../state/client.ts';
import { modelsChanged, useConnections, useModelsOf } from '../state/connections.ts';
import { reportProblem } from '../state/errors.ts';

interface AccountModels {
	/** null until it is read. */
	readonly listing: ModelListing | null;
	/** Whether asking needs a code of an MFA device. */
	readonly needsCode: boolean;
	readonly asking: boolean;
	readonly ask: () => void;
}

/**
 * The models as seen from a connection and a region. An account that has not been asked is asked once, while the shipped
 * catalogue is there already; leaving gives the question up. Where that would ask for a code of an MFA device, a person
 * asks.
 */
export function useAccountModels(connection: string, region: string | null): AccountModels {
	const { models, current } = useModelsOf(connection, region);
	// Another connection's list would be shown as this one's, and be taken for asked.
	const listing = current ? models : null;
	const { connections } = useConnections();
	const needsCode = connections?.find(({ id }) => id === connection)?.mfa ?? false;
	const known = connections !== null;
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
		if (!known || needsCode || listing?.account.state !== 'not-asked' || asked.current === here) return;
		asked.current = here;
		ask();
	}, [known, needsCode, listing, here, ask]);

	useEffect(
		() => () => {
			running.current?.abort();
			running.current = null;
			asked.current = null;
		},
		[],
	);
	return { listing, needsCode, asking, ask };
}
