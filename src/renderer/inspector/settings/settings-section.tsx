import { Check, TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { Attempt } from '../../../shared/model/exchange.ts';
import type { SentPlace, SentTable } from '../../../shared/model/sent-table.ts';
import { client } from '../../state/client.ts';
import { LoadFailed, Loading } from '../load-state.tsx';
import panel from '../panel.module.css';
import { useLoaded } from '../use-loaded.ts';
import { askForPlace } from './asked-place.ts';
import { SentSettings } from './sent-settings.tsx';
import css from './settings.module.css';

/** Whether it lies open outlives the attempt that it shows. */
const opened = createStore<{ readonly open: boolean }>()(() => ({ open: false }));

/** A larger body is read only for those who open the section; bytes. */
const SOON = 1_000_000;

interface Subject {
	readonly exchangeId: string;
	readonly attemptId: string;
}

function read(subject: Subject): Promise<SentTable> {
	return client().exchanges.sentSettings(subject);
}

interface Props {
	readonly attempt: Attempt;
	/** The headers are to be opened: what is asked for is there. */
	readonly onHeaders: () => void;
}

/** What was set beside what was sent of it, to be opened; whether all of it is as set is seen before. */
export function SettingsSection({ attempt, onHeaders }: Props) {
	const { t } = useTranslation('sent');
	const open = useStore(opened, (state) => state.open);
	const { id: attemptId, exchangeId } = attempt;
	const wanted = open || attempt.request.body.size <= SOON;
	const subject = useMemo(() => (wanted ? { exchangeId, attemptId } : null), [wanted, exchangeId, attemptId]);
	const [loaded, again] = useLoaded(attemptId, subject, read);
	const goTo = (place: SentPlace): void => {
		if (place.kind === 'header') onHeaders();
		askForPlace(attemptId, place);
	};
	return (
		<details
			className={panel['section']}
			open={open}
			onToggle={(event) => opened.setState({ open: event.currentTarget.open })}
		>
			<summary>
				<span>{t('title')}</span>
				{loaded.status === 'ready' && <Verdict table={loaded.value} />}
			</summary>
			{open && loaded.status === 'loading' && <Loading />}
			{open && loaded.status === 'failed' && <LoadFailed failure={loaded.failure} onRetry={again} />}
			{open && loaded.status === 'ready' && <SentSettings table={loaded.value} onGoTo={goTo} />}
		</details>
	);
}

/** Nothing where it is not known, or a person wrote the body. */
function Verdict({ table }: { readonly table: SentTable }) {
	const { t } = useTranslation('sent');
	if (table.edited) return <small>{t('status.byHand')}</small>;
	if (table.state !== 'ready') return null;
	// Max tokens are set without anybody's asking, also where a body has no place for them (vectors, a prompt's ARN).
	const rows = table.rows.filter(({ status, what }) => !(status === 'unsent' && what === 'maxTokens'));
	const count = rows.filter(({ status }) => status === 'unsent' || status === 'differs').length;
	const Sign = count === 0 ? Check : TriangleAlert;
	return (
		<span className={css['verdict']} data-same={count === 0}>
			<Sign size={13} strokeWidth={2} aria-hidden /> {count === 0 ? t('allSame') : t('notSame', { count })}
		</span>
	);
}
