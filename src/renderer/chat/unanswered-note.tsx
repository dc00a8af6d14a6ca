import { Wrench } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { toolsWaiting } from '../../shared/answers/can-continue.ts';
import type { Conversation } from '../../shared/model/conversation.ts';
import { resultsFormId } from './blocks/result-form.tsx';
import css from './unanswered-note.module.css';

interface Props {
	readonly conversation: Conversation | null;
	/** Something stands in the composer. */
	readonly writing: boolean;
}

/** What sending means while tools wait for their results, with the way to these. Said as soon as a person writes. */
export function UnansweredNote({ conversation, writing }: Props) {
	const { t } = useTranslation('blocks');
	const last = conversation?.turns.at(-1);
	const count = last === undefined || conversation?.imported !== undefined ? 0 : toolsWaiting(last).length;
	return (
		<div className={css['note']} role="status" hidden={count === 0 || !writing}>
			{count > 0 && writing && (
				<>
					<Wrench size={13} aria-hidden />
					<p>
						{t('sendMeans', { count })}{' '}
						<button type="button" onClick={() => focusResult(last?.id ?? '')}>
							{t('toResults', { count })}
						</button>
					</p>
				</>
			)}
		</div>
	);
}

/** The first result of a turn that is not written yet takes the focus. */
function focusResult(turnId: string): void {
	const form = document.getElementById(resultsFormId(turnId));
	const fields = form instanceof HTMLFormElement ? [...form.elements] : [];
	const areas = fields.filter((field) => field instanceof HTMLTextAreaElement);
	const field = areas.find(({ value }) => value.trim() === '') ?? areas[0];
	field?.scrollIntoView({ block: 'center' });
	field?.focus({ preventScroll: true });
}
