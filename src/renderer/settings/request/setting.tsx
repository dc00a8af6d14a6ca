import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { isInvoke } from '../../../shared/model/operation.ts';
import type { SettingName } from '../../../shared/requests/refusal.ts';
import type { SentSetting, SettingPlace } from '../../../shared/requests/sent-settings.ts';
import { RefusalItem } from './refusal-item.tsx';
import { useRequestForm } from './request-form.ts';
import css from './setting.module.css';

interface Props {
	readonly name: SettingName;
	/** Where it stands in a request; `app`: nowhere, it is for the app; null: that is told elsewhere. */
	readonly part: SentSetting | 'app' | null;
	/** Whether what is refused of the setting is said here. */
	readonly refusals?: boolean;
	readonly children: ReactNode;
}

/** A setting's field, with the name by which it is sent beside its label and what is refused of it below. */
export function Setting({ name, part, refusals = true, children }: Props) {
	const form = useRequestForm();
	const found = refusals ? form.refusals.filter(({ settings }) => settings[0] === name) : [];
	return (
		<div className={css['setting']} data-setting={part === null || part === 'app' ? name : part}>
			{children}
			{part !== null && <SentAs part={part} />}
			{found.map((refusal) => (
				<RefusalItem
					key={`${refusal.why} ${refusal.part ?? ''}`}
					refusal={refusal}
					settings={form.settings}
					onChange={form.onChange}
				/>
			))}
		</div>
	);
}

/** By which name a setting is sent, or that the request has no place for it. */
function SentAs({ part }: { readonly part: SentSetting | 'app' }) {
	const { t } = useTranslation('request');
	const { places, settings, isPrompt } = useRequestForm();
	if (part === 'app') return <span className={css['none']}>{t('ownOnly')}</span>;
	const place = places[part];
	if (place !== undefined) {
		const path = pathOf(place);
		const means = t('sentAs', { path });
		return (
			<code className={css['path']} title={means}>
				{path}
			</code>
		);
	}
	const { operation } = settings;
	const none = isPrompt ? t('noPlacePrompt') : t(isInvoke(operation) ? 'noPlaceFor' : 'noPlace', { operation });
	return (
		<span className={css['none']} title={none}>
			{none}
		</span>
	);
}

function pathOf(place: SettingPlace): string {
	if (place.in === 'header') return place.name;
	return place.path.length === 0 ? '{ … }' : place.path.join('.');
}
