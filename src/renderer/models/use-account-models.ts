import { useCallback, useEffect, useRef, useState } from 'react';
import type { ModelListing } from '../../shared/model/model-entry.ts';
import { client } from '../state/client.ts';
import { useConnections } from '../state/connections.ts';
import { reportProblem } from '../state/errors.ts';
import type { ModelsFrom } from '../state/models.ts';
import { modelsChanged, useModels } from '../state/models.ts';

interface AccountModels {
	/** null until it is read. */
	readonly listing: ModelListing | null;
	/** Whether asking needs a code of an MFA device. */
	readonly needsCode: boolean;
	readonly asking: boolean;
	readonly ask: () => void;
}

/**
 * The models as seen from somewhere. An account that has not been asked is asked once, while the shipped
 * catalogue is there already; leaving gives the question up. Where that would ask for a code of an MFA device, a person
 * asks.
 */
export function useAccountModels(from: ModelsFrom): AccountModels {
	const { connection, region, fips, dualStack } = from;
	const { models, current } = useModels(from);
	// Another connection's list would be shown as this one's, and be taken for asked.
	const listing = current ? models : null;
	const { connections } = useConnections();
	const needsCode = connections?.find(({ id }) => id === connection)?.mfa ?? false;
	const known = connections !== null;
	const [asking, setAsking] = useState(false);
	const running = useRef<AbortController | null>(null);
	const asked = useRef<string | null>(null);
	const here = JSON.stringify([connection, region, fips, dualStack]);

	const ask = useCallback(() => {
		running.current?.abort();
		const controller = new AbortController();
		running.current = controller;
		setAsking(true);
		client()
			.models.refresh({ connection, region, fips, dualStack }, { signal: controller.signal })
			.then(modelsChanged, (error: unknown) => {
				if (!controller.signal.aborted) reportProblem(error);
			})
			.finally(() => {
				if (running.current === controller) setAsking(false);
			});
	}, [connection, region, fips, dualStack]);

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
