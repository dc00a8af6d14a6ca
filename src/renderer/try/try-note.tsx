import { Undo2 } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { openPanel } from '../state/panels.ts';
import { Button } from '../ui/button.tsx';
import { needsOf, themes, thingsOf } from './thing-facts.ts';
import type { ThingId } from './things-to-try.ts';
import { undoTry } from './tried.ts';
import css from './try-note.module.css';
import { WithCode } from './with-code.tsx';

/** What stands ready to be tried: what was set for it, what will come, and the way back. */
export function TryNote({ id }: { readonly id: ThingId }) {
	const { t } = useTranslation(['tries', 'request']);
	const thing = themes.flatMap(thingsOf).find(([name]) => name === id)?.[1] ?? {};
	const needs = needsOf(id, thing, t);
	return (
		<section className={css['note']} aria-label={t('title')} data-tried={id}>
			<h3 role="status">{t('ready', { title: t(`things.${id}.title`) })}</h3>
			<p className={css['see']}>
				<WithCode text={t(`things.${id}.see`)} />
			</p>
			{needs.length > 0 && (
				<dl className={css['needs']}>
					<dt>{t('needs')}</dt>
					{needs.map((need) => (
						<dd key={need}>{need}</dd>
					))}
				</dl>
			)}
			<div className={css['row']}>
				<Button title={t('undoHint')} onClick={() => void undoTry()}>
					<Undo2 size={14} aria-hidden />
					{t('undo')}
				</Button>
				<Button variant="quiet" onClick={() => openPanel('tries')}>
					{t('others')}
				</Button>
			</div>
		</section>
	);
}
