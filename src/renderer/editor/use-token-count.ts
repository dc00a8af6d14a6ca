import { useEffect, useRef, useState } from 'react';
import type { TokenCount } from '../../shared/model/body-preview.ts';
import { client } from '../state/client.ts';
import { reportProblem } from '../state/errors.ts';

type Asked = Parameters<ReturnType<typeof client>['turns']['countTokens']>[0];

/** What became of the last count; null: nobody has asked. */
export type CountState =
	| { readonly status: 'counting' }
	| { readonly status: 'done'; readonly count: TokenCount }
	| null;

/** Counts tokens when it is asked to, and only then: it is a call. A later count takes the place of an earlier one. */
export function useTokenCount(): {
	readonly state: CountState;
	readonly count: (asked: () => Promise<Asked>) => Promise<void>;
} {
	const [state, setState] = useState<CountState>(null);
	const running = useRef<AbortController | null>(null);
	useEffect(() => () => running.current?.abort(), []);
	const count = async (asked: () => Promise<Asked>) => {
		running.current?.abort();
		const controller = new AbortController();
		running.current = controller;
		setState({ status: 'counting' });
		try {
			const counted = await client().turns.countTokens(await asked(), { signal: controller.signal });
			if (!controller.signal.aborted) setState({ status: 'done', count: counted });
		} catch (error) {
			if (controller.signal.aborted) return;
			setState(null);
			reportProblem(error);
		}
	};
	return { state, count };
}
