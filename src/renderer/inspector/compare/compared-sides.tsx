import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Exchange } from '../../../shared/model/exchange.ts';
import { ForgottenBody } from '../../storage/forgotten-body.tsx';
import { Button } from '../../ui/button.tsx';
import { LoadFailed, Loading } from '../load-state.tsx';
import { useLoaded } from '../use-loaded.ts';
import css from './compared-sides.module.css';
import { DiffView } from './diff-view.tsx';
import empty from './empty-side.module.css';
import type { Sides, SidesQuestion, TextSide } from './read-sides.ts';
import { readSides, sidesOf } from './read-sides.ts';
import type { ComparedIn } from './row-field.ts';
import sides from './sides.module.css';
import { SummaryWords } from './summary-words.tsx';
import { useComparison } from './use-comparison.ts';

interface Props {
	readonly before: Exchange;
	readonly after: Exchange;
	readonly side: TextSide;
	/** Where the ways to the differences stand. */
	readonly slot: HTMLElement | null;
}

/** One side of two calls compared: read, then compared in a worker, then shown. */
export function ComparedSides({ before, after, side, slot }: Props) {
	// The same text for the same bytes: what changes elsewhere in a call that goes on is no reason to compare again.
	const question = JSON.stringify(sidesOf(before, after, side));
	const [sides, again] = useLoaded(side, question, readQuestion);
	if (sides.status === 'loading') return <Loading />;
	if (sides.status === 'failed') return <LoadFailed failure={sides.failure} onRetry={again} />;
	if (sides.value.status === 'missing') return <MissingSide sides={sides.value} />;
	return (
		<Compared
			comparedIn={{ before, after, side }}
			sides={sides.value}
			slot={slot}
			cut={isCut(before, side) || isCut(after, side)}
		/>
	);
}

function readQuestion(question: string): Promise<Sides> {
	// Written just above.
	return readSides(JSON.parse(question) as SidesQuestion);
}

/** Whether the answer of a call did not come to its end. */
function isCut({ state }: Exchange, side: TextSide): boolean {
	return side === 'response' && (state === 'incomplete' || state === 'stopped' || state === 'interrupted');
}

function MissingSide({ sides: { which, missing } }: { readonly sides: Extract<Sides, { status: 'missing' }> }) {
	const { t } = useTranslation('compare');
	return (
		<div className={empty['missing']} role="note">
			<b className={sides[which === 'before' ? 'removed' : 'added']}>{which === 'before' ? '−' : '+'}</b>
			{missing.why === 'forgotten' ? <ForgottenBody info={missing.info} /> : <p>{t(`missing.${missing.why}`)}</p>}
		</div>
	);
}

interface ComparedProps {
	readonly comparedIn: ComparedIn;
	readonly sides: Extract<Sides, { status: 'both' }>;
	readonly slot: HTMLElement | null;
	readonly cut: boolean;
}

function Compared(props: ComparedProps) {
	const { t } = useTranslation('compare');
	// A number for each time that it is tried; null: it was cancelled.
	const [round, setRound] = useState<number | null>(1);
	if (round === null) {
		return (
			<div className={empty['none']}>
				<p role="status">{t('cancelled')}</p>
				<Button onClick={() => setRound(1)}>{t('compareAgain')}</Button>
			</div>
		);
	}
	return <Running key={round} {...props} onCancel={() => setRound(null)} onRetry={() => setRound(round + 1)} />;
}

interface RunningProps extends ComparedProps {
	readonly onCancel: () => void;
	readonly onRetry: () => void;
}

function Running({ comparedIn, sides, slot, cut, onCancel, onRetry }: RunningProps) {
	const { t } = useTranslation(['compare', 'inspector']);
	const { compared, need, toggle } = useComparison(sides.input);
	switch (compared.status) {
		case 'comparing':
			return (
				<div className={empty['none']}>
					<p role="status">{t('comparing')}</p>
					<Button onClick={onCancel}>{t('cancel')}</Button>
				</div>
			);
		case 'failed':
			return (
				<div className={empty['none']} role="alert">
					<p>{t('failed')}</p>
					<Button onClick={onRetry}>{t('inspector:tryAgain')}</Button>
				</div>
			);
		case 'ready':
			return (
				<DiffView comparedIn={comparedIn} held={compared} slot={slot} need={need} toggle={toggle}>
					{cut && <p className={css['cut']}>{t('cutStream')}</p>}
					<SummaryWords summary={compared.summary} joined={sides.joined} sha256={sides.sha256} />
				</DiffView>
			);
	}
}
