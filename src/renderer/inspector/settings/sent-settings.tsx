import { useTranslation } from 'react-i18next';
import type { SentPlace, SentTable, SentTalk } from '../../../shared/model/sent-table.ts';
import type { SettingName } from '../../../shared/requests/refusal.ts';
import type { SentSetting } from '../../../shared/requests/sent-settings.ts';
import { settingOf } from '../../../shared/requests/settings-without-place.ts';
import { count as inWords } from '../../ui/quantities.ts';
import { PlaceButton } from './place-button.tsx';
import { SentRows } from './sent-rows.tsx';
import css from './settings.module.css';
import { useSettingName } from './use-setting-name.ts';

interface Props {
	readonly table: SentTable;
	readonly onGoTo: (place: SentPlace) => void;
}

/** The settings of a call beside what its request has, what became of the talk, and what was not set. */
export function SentSettings({ table, onGoTo }: Props) {
	const { t } = useTranslation('sent');
	const name = useSettingName();
	const { state, edited, talk, rows, unset } = table;
	return (
		<div className={css['sent']}>
			{state !== 'ready' && <p>{t(`state.${state}`)}</p>}
			{edited && <p>{t('edited')}</p>}
			{rows.length > 0 && (
				<>
					{state === 'ready' && !edited && <p>{t('about')}</p>}
					<SentRows rows={rows} onGoTo={onGoTo} />
				</>
			)}
			{talk !== null && <Talk talk={talk} onGoTo={onGoTo} />}
			{unset.length > 0 && (
				<p>
					<b>{t('unset')}</b> {unsetNames(table).map(name).join(t('list'))}
				</p>
			)}
		</div>
	);
}

/** Of a setting of which nothing is set, its parts are not told one by one. */
function unsetNames({ rows, unset }: SentTable): readonly (SentSetting | SettingName)[] {
	const shown = new Set(rows.flatMap(({ what }) => (what === null ? [] : [settingOf(what)])));
	return [...new Set(unset.map((part) => (shown.has(settingOf(part)) ? part : settingOf(part))))];
}

/** What became of the talk, in words: no setting says it, and a model sees nothing else. */
function Talk({ talk, onGoTo }: { readonly talk: SentTalk; readonly onGoTo: Props['onGoTo'] }) {
	const { t, i18n } = useTranslation('sent');
	const { kind, place, count, state, text, toolTexts } = talk;
	const amount =
		count === null ? t('talk.text') : t('talk.messages', { count, formatted: inWords(count, i18n.language) });
	return (
		<section className={css['talk']} aria-label={t('talk.title')}>
			<p>
				<b>{t('talk.title')}</b> <PlaceButton place={place} onGoTo={onGoTo} />{' '}
				<span className={css['amount']}>{amount}</span>
			</p>
			<p>{t(`talk.kind.${kind}`)}</p>
			{toolTexts > 0 && (
				<p>{t('talk.toolTexts', { count: toolTexts, formatted: inWords(toolTexts, i18n.language) })}</p>
			)}
			{state !== null && <p>{t(`talk.state.${state}`)}</p>}
			{text !== null && <blockquote>{text}</blockquote>}
		</section>
	);
}
