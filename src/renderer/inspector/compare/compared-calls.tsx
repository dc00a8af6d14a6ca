import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exchange, ExchangeSummary } from '../../../shared/model/exchange.ts';
import { client } from '../../state/client.ts';
import { scrollable } from '../../ui/scrollable.ts';
import { LoadFailed, Loading } from '../load-state.tsx';
import panel from '../panel.module.css';
import { useLoaded } from '../use-loaded.ts';
import { CallTable } from './call-table.tsx';
import css from './compared-calls.module.css';
import { ComparedSides } from './compared-sides.tsx';
import type { TextSide } from './read-sides.ts';

type Side = TextSide | 'call';

const sides: readonly Side[] = ['request', 'response', 'headers', 'call'];

interface Props {
	readonly before: ExchangeSummary;
	readonly after: ExchangeSummary;
}

interface Pair {
	readonly before: Exchange;
	readonly after: Exchange;
}

async function readPair({ before, after }: Props): Promise<Pair> {
	const read = (exchangeId: string): Promise<Exchange> => client().exchanges.get({ exchangeId });
	const [one, other] = await Promise.all([read(before.id), read(after.id)]);
	return { before: one, after: other };
}

/** Two calls compared: their requests, their responses, their headers, or what else is known of them. */
export function ComparedCalls({ before, after }: Props) {
	const { t } = useTranslation('compare');
	const [side, setSide] = useState<Side>('request');
	const [slot, setSlot] = useState<HTMLElement | null>(null);
	const key = `${before.id} ${after.id}`;
	// A call that goes on, or whose bodies were forgotten, is told anew: then it is read again.
	const subject = useMemo(() => ({ before, after }), [before, after]);
	const [pair, again] = useLoaded(key, subject, readPair);
	return (
		<>
			<div className={css['bar']}>
				<fieldset className={panel['toggle']}>
					<legend className="visually-hidden">{t('sides')}</legend>
					{sides.map((one) => (
						<button key={one} type="button" aria-pressed={one === side} onClick={() => setSide(one)}>
							{t(`side.${one}`)}
						</button>
					))}
				</fieldset>
				<div ref={setSlot} className={css['steps']} />
			</div>
			{pair.status === 'loading' && <Loading />}
			{pair.status === 'failed' && <LoadFailed failure={pair.failure} onRetry={again} />}
			{pair.status === 'ready' &&
				(side === 'call' ? (
					<div className={css['scroller']} {...scrollable(t('side.call'))}>
						<CallTable {...pair.value} />
					</div>
				) : (
					<ComparedSides key={`${key} ${side}`} {...pair.value} side={side} slot={slot} />
				))}
		</>
	);
}
