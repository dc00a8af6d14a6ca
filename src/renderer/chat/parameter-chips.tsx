import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PRACTICE } from '../../shared/model/connection.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import type { SettingName } from '../../shared/requests/refusal.ts';
import { hasToolResults } from '../../shared/requests/refused-talk.ts';
import { refusalsOf } from '../settings/request/refusals-of.ts';
import { useRefusalWords } from '../settings/request/remedies.ts';
import { openRequestSettings } from '../settings/request/request-panel.ts';
import type { RequestSection } from '../settings/request/request-sections.ts';
import { useApp } from '../state/app-store.ts';
import { changeSettings, openConversation } from '../state/conversations.ts';
import type { ParameterField } from '../state/panels.ts';
import { openParameters } from '../state/panels.ts';
import { chipsOf } from './chips-of.ts';
import css from './parameter-chips.module.css';
import { RefusalsPill } from './refusals-pill.tsx';

/** As many chips as fit in few lines; of more, those that will be refused are shown. */
const MOST = 9;

/** What will be sent along, a chip each; a press opens where it is set. What is not set has no chip: it is not sent. */
export function ParameterChips({ settings }: { readonly settings: RequestSettings }) {
	const { t, i18n } = useTranslation(['chat', 'settings', 'request']);
	const words = useRefusalWords();
	const { endpointUrl, fips, dualStack, connection } = settings;
	const practice = connection === PRACTICE;
	const conflict = endpointUrl !== null ? t('settings:endpointConflict') : undefined;
	const toolsUsed = useApp((state) => hasToolResults(openConversation(state)?.turns ?? []));
	const refusals = refusalsOf(settings, toolsUsed);
	const warningOf = (name: SettingName) => {
		const found = refusals.find((refusal) => refusal.settings.includes(name));
		return found === undefined ? undefined : words.said(found);
	};
	const chips = chipsOf(settings, t, i18n.language).map((chip) => ({ ...chip, warning: warningOf(chip.name) }));
	const shown =
		chips.length <= MOST ? chips : chips.filter(({ warning }, at) => at < MOST - 1 || warning !== undefined);
	const left = chips.filter((chip) => !shown.includes(chip));
	return (
		<div className={css['chips']}>
			{shown.map(({ name, section, text, warning }) => (
				<Chip key={name} section={section} field={fieldOf(name)} warning={warning}>
					{text}
				</Chip>
			))}
			{left.length > 0 && (
				<Chip section={left[0]?.section ?? null} title={left.map(({ text }) => text).join(', ')}>
					{t('request:chip.more', { count: left.length })}
				</Chip>
			)}
			{endpointUrl !== null && !practice && <Chip>{t('composer.endpoint')}</Chip>}
			{fips !== null && !practice && (
				<Chip warning={fips ? conflict : undefined}>{t(fips ? 'settings:chip.fips' : 'settings:chip.noFips')}</Chip>
			)}
			{dualStack !== null && !practice && (
				<Chip warning={dualStack ? conflict : undefined}>
					{t(dualStack ? 'settings:chip.dualStack' : 'settings:chip.noDualStack')}
				</Chip>
			)}
			<RefusalsPill settings={settings} refusals={refusals} onChange={(patch) => void changeSettings(patch)} />
		</div>
	);
}

function fieldOf(name: SettingName): ParameterField | null {
	switch (name) {
		case 'system':
		case 'maxTokens':
		case 'temperature':
		case 'topP':
		case 'stopSequences':
			return name;
		default:
			return null;
	}
}

interface ChipProps {
	/** Why this will be refused. */
	readonly warning?: string | undefined;
	/** The part of all request settings that it opens; null: the basics under their button. */
	readonly section?: RequestSection | null;
	/** The one of the basics that it opens them for. */
	readonly field?: ParameterField | null;
	/** What it stands for, where that is more than its words say. */
	readonly title?: string;
	readonly children: ReactNode;
}

function Chip({ warning, section = null, field = null, title, children }: ChipProps) {
	const { t } = useTranslation(['chat', 'request']);
	const change =
		section === null ? t('composer.parameters') : t('request:chip.open', { section: t(`request:section.${section}`) });
	return (
		<button
			type="button"
			className={css['chip']}
			data-warning={warning !== undefined}
			title={warning ?? title ?? change}
			onClick={() => (section === null ? openParameters(field) : openRequestSettings(section))}
		>
			{children}
			{warning !== undefined && <span className="visually-hidden">: {warning}</span>}
		</button>
	);
}
