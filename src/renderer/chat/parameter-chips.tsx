import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PRACTICE } from '../../shared/model/connection.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { openPanel } from '../state/panels.ts';
import css from './parameter-chips.module.css';
import { samplingConflict } from './sampling.ts';

/** What will be sent along, a chip each; a press opens the parameters. What is not set has no chip: it is not sent. */
export function ParameterChips({ settings }: { readonly settings: RequestSettings }) {
	const { t, i18n } = useTranslation(['chat', 'settings']);
	const { maxTokens, temperature, topP, stopSequences, system, endpointUrl, fips, dualStack, connection } = settings;
	const practice = connection === PRACTICE;
	const refused = endpointUrl !== null ? t('settings:endpointConflict') : undefined;
	const conflict = samplingConflict(settings);
	const warning = conflict === null ? undefined : t(`composer.sampling.${conflict}`);
	return (
		<div className={css['chips']}>
			<Chip>
				{t('settings:chip.maxTokens')} {maxTokens.toLocaleString(i18n.language)}
			</Chip>
			{temperature !== null && (
				<Chip warning={warning}>
					{t('settings:chip.temperature')} {temperature}
				</Chip>
			)}
			{topP !== null && (
				<Chip warning={warning}>
					{t('settings:chip.topP')} {topP}
				</Chip>
			)}
			{stopSequences.length > 0 && <Chip>{t('composer.stopSequences', { count: stopSequences.length })}</Chip>}
			{system !== '' && <Chip>{t('composer.system')}</Chip>}
			{endpointUrl !== null && !practice && <Chip>{t('composer.endpoint')}</Chip>}
			{fips !== null && !practice && (
				<Chip warning={fips ? refused : undefined}>{t(fips ? 'settings:chip.fips' : 'settings:chip.noFips')}</Chip>
			)}
			{dualStack !== null && !practice && (
				<Chip warning={dualStack ? refused : undefined}>
					{t(dualStack ? 'settings:chip.dualStack' : 'settings:chip.noDualStack')}
				</Chip>
			)}
		</div>
	);
}

interface ChipProps {
	/** Why this will be refused. */
	readonly warning?: string | undefined;
	readonly children: ReactNode;
}

function Chip({ warning, children }: ChipProps) {
	const { t } = useTranslation('chat');
	return (
		<button
			type="button"
			className={css['chip']}
			data-warning={warning !== undefined}
			title={warning ?? t('composer.parameters')}
			onClick={() => openPanel('parameters')}
		>
			{children}
			{warning !== undefined && <span className="visually-hidden">: {warning}</span>}
		</button>
	);
}
