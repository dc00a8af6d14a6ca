import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BodyPreview } from '../../shared/model/body-preview.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import type { WaitingFile } from '../attachments/waiting-files.ts';
import { toSend, useWaitingFiles } from '../attachments/waiting-files.ts';
import { useApp } from '../state/app-store.ts';
import { client } from '../state/client.ts';
import { composerKey, openSetup } from '../state/columns.ts';
import { openDraft, settingsSaved } from '../state/conversations.ts';
import { reportProblem } from '../state/errors.ts';
import { BodyCard } from './body-card.tsx';
import css from './comparison.module.css';
import { columnSettings } from './use-columns.ts';

/** What every column would send now, as it is typed. */
export function NextBodies({ columns }: { readonly columns: readonly string[] }) {
	return columns.map((id, index) => (
		<div key={id} className={css['cell']} data-column={id} data-next={index + 1}>
			<NextBody id={id} number={index + 1} />
		</div>
	));
}

function NextBody({ id, number }: { readonly id: string; readonly number: number }) {
	const { t } = useTranslation('comparison');
	const saved = useApp((state) => openSetup(state) === null);
	const settings = useApp((state) => columnSettings(state, id));
	const text = useApp(openDraft);
	const files = useWaitingFiles(useApp(composerKey));
	const turns = useApp((state) => state.loaded[id]?.turns.filter((turn) => turn.state !== 'running').length ?? 0);
	const held = usePreview({ id: saved ? id : null, settings, text, files, turns });
	if (settings === null) return null;
	const shown = held?.preview ?? null;
	return (
		<BodyCard
			what={t('wouldSend')}
			label={t('bodyLabel', { number })}
			operation={shown?.operation ?? settings.operation}
			family={shown?.family ?? null}
			source={held?.source ?? null}
			atEnd={turns > 0}
		>
			{shown?.failure != null && (
				<>
					{t('cannotBeMade')} <span lang="en">{shown.failure.message}</span>
				</>
			)}
			{shown !== null && shown.failure === null && t('noBody')}
		</BodyCard>
	);
}

interface Wanted {
	/** null: the conversation is not saved. */
	readonly id: string | null;
	readonly settings: RequestSettings | null;
	readonly text: string;
	readonly files: readonly WaitingFile[];
	/** How many have ended: they are part of the next body. */
	readonly turns: number;
}

interface Held {
	readonly preview: BodyPreview;
	/** null: there is no body. One object for the same body. */
	readonly source: { readonly text: string } | null;
}

/** The body as it would be sent now; the one before stays until it is written. null: none was written yet. */
function usePreview({ id, settings, text, files, turns }: Wanted): Held | null {
	const [held, setHeld] = useState<Held | null>(null);
	const ready = useApp((state) => state.phase === 'ready' && state.linked);
	useEffect(() => {
		if (!ready || settings === null) return;
		let wanted = true;
		// Who types fast does not wait for the body of each letter.
		const frame = requestAnimationFrame(() => {
			write({ id, settings, text, files, turns }).then(
				(preview) => {
					if (wanted) setHeld({ preview, source: preview.text === '' ? null : { text: preview.text } });
				},
				(error: unknown) => {
					if (wanted) reportProblem(error);
				},
			);
		});
		return () => {
			wanted = false;
			cancelAnimationFrame(frame);
		};
	}, [ready, id, settings, text, files, turns]);
	return held;
}

async function write({ id, settings, text, files }: Wanted): Promise<BodyPreview> {
	await settingsSaved();
	return client().turns.preview({
		conversationId: id,
		settings: id === null ? settings : null,
		text,
		attachments: await toSend(files),
		operation: null,
		exchangeId: null,
	});
}
