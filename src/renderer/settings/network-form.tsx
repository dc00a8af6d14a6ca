import { CircleAlert, Globe, Waypoints } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { NetworkSettings } from '../../shared/model/app-settings.ts';
import type { NetworkState } from '../../shared/model/network-state.ts';
import { useApp } from '../state/app-store.ts';
import { Choice } from './choice.tsx';
import css from './network-form.module.css';
import { caWords, proxyWords } from './network-words.ts';
import { parsePath, parseProxy } from './parse-parameter.ts';
import { TextField } from './text-field.tsx';
import { useNetworkState } from './use-network-state.ts';

interface Props {
	readonly settings: NetworkSettings;
	readonly onChange: (patch: Partial<NetworkSettings>) => void;
}

const show = (value: string | null) => value ?? '';

/** How calls leave this machine: the proxy, the certificate authorities, and what comes of them now. */
export function NetworkForm({ settings, onChange }: Props) {
	const { t } = useTranslation('settings');
	const state = useNetworkState();
	return (
		<div className={css['form']}>
			<div className={css['proxy']}>
				<Choice
					label={t('proxy')}
					value={settings.proxy}
					options={[
						{ value: 'system', label: t('proxySystem') },
						{ value: 'none', label: t('proxyNone') },
						{ value: 'own', label: t('proxyOwn') },
					]}
					onChange={(proxy) => onChange({ proxy })}
				/>
				{settings.proxy === 'own' && (
					<div className={css['address']}>
						<TextField
							mono
							label={t('proxyUrl')}
							value={settings.proxyUrl}
							show={show}
							parse={parseProxy}
							placeholder="http://proxy.example.com:3128"
							clearLabel={t('empty')}
							hint={t('proxyUrlHint')}
							onKeep={(proxyUrl) => onChange({ proxyUrl })}
						/>
					</div>
				)}
			</div>
			<TextField
				mono
				label={t('caBundle')}
				value={settings.caBundle}
				show={show}
				parse={parsePath}
				placeholder="~/certificates/company.pem"
				clearLabel={t('empty')}
				hint={t('caBundleHint')}
				onKeep={(caBundle) => onChange({ caBundle })}
			/>
			<Outcome state={state} />
		</div>
	);
}

/** What the settings, the environment and the system come to. */
function Outcome({ state }: { readonly state: NetworkState | null }) {
	const { t } = useTranslation('settings');
	const host = useApp(({ info }) => info?.host ?? 'node');
	if (state === null) return <div className={css['outcome']} role="status" aria-busy="true" />;
	const proxyFails = state.proxyProblem !== null;
	const Way = proxyFails ? CircleAlert : state.proxy === null ? Globe : Waypoints;
	return (
		<div className={css['outcome']} role="status">
			<p className={proxyFails ? css['bad'] : undefined}>
				<Way size={14} strokeWidth={1.8} />
				<span>{proxyWords(t, state, host)}</span>
			</p>
			{state.caBundle !== null && (
				<p className={state.caBundle.problem === null ? undefined : css['bad']}>
					{state.caBundle.problem === null ? <i /> : <CircleAlert size={14} strokeWidth={1.8} />}
					<span>{caWords(t, state.caBundle)}</span>
				</p>
			)}
		</div>
	);
}
