import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ComposerForm } from '../chat/composer-form.tsx';
import { sendToAll } from './ask-columns.ts';
import { useRunning } from './use-columns.ts';

/** Where a message to all columns is written. */
export function ComparisonComposer({ columns }: { readonly columns: readonly string[] }) {
	const { t } = useTranslation('comparison');
	const running = useRunning(columns);
	const label = t('composer.label');
	return (
		<ComposerForm
			running={running}
			onSend={sendToAll}
			words={{
				label,
				placeholder: label,
				send: t('composer.send'),
				stop: t('composer.stop'),
				later: t('composer.later'),
			}}
		>
			<Ended count={columns.length} busy={running.length > 0} />
		</ComposerForm>
	);
}

/** Says politely that all answers have ended; not each of them, which would talk over the other. */
function Ended({ count, busy }: { readonly count: number; readonly busy: boolean }) {
	const { t } = useTranslation('comparison');
	const [ended, setEnded] = useState(false);
	const before = useRef(busy);
	useEffect(() => {
		if (before.current !== busy) setEnded(!busy);
		before.current = busy;
	}, [busy]);
	return (
		<span className="visually-hidden" role="status">
			{ended && t('allDone', { count })}
		</span>
	);
}
