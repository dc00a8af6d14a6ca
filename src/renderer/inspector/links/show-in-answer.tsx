import { TextQuote } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Frame } from '../../../shared/model/exchange.ts';
import { Button } from '../../ui/button.tsx';
import { useCallFacts } from '../call-facts.ts';
import { answerSource, renderedAnswer, turnOf } from './answer-of-turn.ts';
import { markInAnswer } from './answer-text.ts';
import { placeFrames } from './frame-places.ts';
import css from './links.module.css';

interface Props {
	readonly frame: Frame;
	/** All frames of its response that are held. */
	readonly frames: readonly Frame[];
}

/** Marks in the chat what a frame brought of the answer. */
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
				onClick={() => setMissed(!show(call.turnId, frame, frames))}
			>
				<TextQuote size={13} strokeWidth={1.6} aria-hidden />
				{t('showInAnswer')}
			</Button>
			<span role="status" className={css['missed']}>
				{missed && t('notInAnswer')}
			</span>
		</>
	);
}

function show(turnId: string, frame: Frame, frames: readonly Frame[]): boolean {
	const [turn, root] = [turnOf(turnId), renderedAnswer(turnId)];
	if (turn === null || root === null) return false;
	const source = answerSource(turn);
	const part = placeFrames(source, frames)?.frames.find(({ index }) => index === frame.index);
	return part !== undefined && markInAnswer(root, source, part);
}
