import { CodeXml, TextQuote } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../../shared/model/exchange.ts';
import { reportProblem } from '../../state/errors.ts';
import { openCode } from '../../state/inspector-focus.ts';
import { Button } from '../../ui/button.tsx';
import type { CallFacts } from '../call-facts.ts';
import { useCallFacts } from '../call-facts.ts';
import { answerSource, runAtPlace, turnOf } from './answer-of-turn.ts';
import { markInAnswer } from './answer-text.ts';
import { textAfter } from './find-frame.ts';
import { placeFrames } from './frame-places.ts';
import css from './links.module.css';

interface Props {
	readonly frame: Frame;
	/** All frames of its response that are held. */
	readonly frames: readonly Frame[];
}

/** From a frame to the same thing elsewhere: its words marked in the answer, and the call as code, which reads them. */
export function ShowInAnswer({ frame, frames }: Props) {
	const { t } = useTranslation('stream');
	const call = useCallFacts();
	const [missed, setMissed] = useState(false);
	useEffect(() => {
		if (!missed) return;
		const timer = setTimeout(() => setMissed(false), 3000);
		return () => clearTimeout(timer);
	}, [missed]);
	if (call === null) return null;
	return (
		<>
			<Button
				variant="quiet"
				className={css['show'] ?? ''}
				onClick={() => {
					show(call, frame, frames)
						.then((shown) => setMissed(!shown))
						.catch(reportProblem);
				}}
			>
				<TextQuote size={13} strokeWidth={1.6} aria-hidden />
				{t('showInAnswer')}
			</Button>
			<Button variant="quiet" className={css['show'] ?? ''} onClick={() => openCode(true)}>
				<CodeXml size={13} strokeWidth={1.6} aria-hidden />
				{t('asCode')}
			</Button>
			<span role="status" className={css['missed']}>
				{missed && t('notInAnswer')}
			</span>
		</>
	);
}

async function show({ turnId, exchangeId }: CallFacts, frame: Frame, frames: readonly Frame[]): Promise<boolean> {
	const turn = turnOf(turnId);
	if (turn === null) return false;
	const before = await textAfter(turn, exchangeId);
	const part = placeFrames(answerSource(turn), frames, before)?.frames.find(({ index }) => index === frame.index);
	const run = part === undefined ? null : runAtPlace(turn, part.start);
	if (part === undefined || run === null) return false;
	return markInAnswer(run.root, run.source, { start: part.start - run.start, end: part.end - run.start });
}
