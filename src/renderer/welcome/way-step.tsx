import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { KeyRound } from 'lucide-react';
import type { RefObject } from 'react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../shared/model/connection.ts';
import { API_KEY, PRACTICE, profileName } from '../../shared/model/connection.ts';
import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';
import { ModelPicker } from '../connections/model-picker.tsx';
import { formatMoment } from '../connections/moment-words.ts';
import { RegionField } from '../connections/region-field.tsx';
import { signInWord } from '../connections/sign-in-word.ts';
import { useConnectionName } from '../connections/use-connection-name.ts';
import { useConnections } from '../state/connections.ts';
import { askSignIn } from '../state/sign-in.ts';
import { Button } from '../ui/button.tsx';
import css from './way-step.module.css';
import page from './welcome.module.css';

interface Props {
	readonly ref: RefObject<HTMLElement | null>;
	/** What is chosen; its model may be empty while none is proposed yet. */
	readonly settings: RequestSettings;
	readonly onChange: (patch: RequestSettingsPatch) => void;
	/** Opens the place where a Bedrock API key is given. */
	readonly onApiKey: () => void;
}

/** The second step: whose credentials, which region, which model. */
export function WayStep({ ref, settings, onChange, onApiKey }: Props) {
	const { t } = useTranslation(['welcome', 'connections']);
	const { connections } = useConnections();
	const all = connections ?? [];
	const practice = settings.connection === PRACTICE;
	const chosen = all.find(({ id }) => id === settings.connection);
	return (
		<section ref={ref} className={page['step']} aria-labelledby="welcome-way">
			<h2 id="welcome-way">
				<i aria-hidden>2</i>
				{t('choose.title')}
			</h2>
			<p className={page['means']}>{t('choose.lead')}</p>
			<RadioGroup
				className={css['ways']}
				aria-label={t('choose.connection')}
				value={settings.connection}
				onValueChange={(connection) => onChange({ connection })}
			>
				{all.map((connection) => (
					<WayRow
						key={connection.id}
						connection={connection}
						chosen={connection.id === settings.connection}
						onChoose={() => onChange({ connection: connection.id })}
					/>
				))}
				{all.length === 1 && <p className={css['none']}>{t('choose.none')}</p>}
			</RadioGroup>
			{connections !== null && all.every(({ id }) => id !== API_KEY) && (
				<div className={css['add']}>
					<Button variant="quiet" onClick={onApiKey}>
						<KeyRound size={14} aria-hidden />
						{t('connections:addApiKey')}
					</Button>
				</div>
			)}
			<div className={css['fields']}>
				{!practice && (
					<div>
						<RegionField
							key={settings.connection}
							region={settings.region}
							own={chosen?.region ?? null}
							from={chosen?.regionFrom ?? null}
							asked={false}
							onChange={(region) => onChange({ region })}
							onChosen={() => {}}
						/>
						<p className={css['hint']}>{t('choose.regionMeans')}</p>
					</div>
				)}
				<div data-part="model">
					<span className={css['name']}>{t('choose.model')}</span>
					<ModelPicker settings={settings} onChange={onChange} />
					<p className={css['hint']}>{t(practice ? 'choose.modelPractice' : 'choose.modelMeans')}</p>
				</div>
			</div>
		</section>
	);
}

interface RowProps {
	readonly connection: Connection;
	readonly chosen: boolean;
	readonly onChoose: () => void;
}

function WayRow({ connection, chosen, onChoose }: RowProps) {
	const { t } = useTranslation(['welcome', 'connections']);
	const id = useId();
	const way = useRef<HTMLElement>(null);
	const nameOf = useConnectionName();
	const state = useStateWords(connection);
	const practice = connection.id === PRACTICE;
	const name = practice ? t('choose.practice') : nameOf(connection.id);
	const facts = [
		// The others are named after their kind.
		profileName(connection.id) === null ? null : t(`connections:kind.${connection.kind}`),
		practice ? null : (connection.region ?? t('connections:noRegion')),
		connection.mfa ? t('choose.mfa') : null,
	].filter((fact) => fact !== null);
	const signedIn = () => {
		// Whoever signs in means to use it. The button goes, and the focus with it.
		if (!chosen) onChoose();
		requestAnimationFrame(() => way.current?.focus());
	};
	return (
		<div className={css['row']}>
			<Radio.Root ref={way} value={connection.id} className={css['way']} aria-label={name} aria-describedby={id}>
				<i className={css['mark']} aria-hidden />
				<span>
					<b>{name}</b>
					<small id={id}>
						{practice ? t('choose.practiceMeans') : facts.join(' · ')}
						{state !== null && (
							<em data-good={state.good}>
								{' · '}
								{state.words}
							</em>
						)}
					</small>
				</span>
				{practice && <span className={css['tag']}>{t('choose.recommended')}</span>}
			</Radio.Root>
			{state?.good === false && connection.signIn !== null && (
				<Button aria-label={`${t('choose.signIn')}: ${name}`} onClick={() => askSignIn(connection.id, signedIn)}>
					{t('choose.signIn')}
				</Button>
			)}
		</div>
	);
}

/** How the sign-in or the key of a connection stands; null where there is nothing to say. */
function useStateWords({ signIn, expiresAt }: Connection): { readonly words: string; readonly good: boolean } | null {
	const { t, i18n } = useTranslation('welcome');
	const now = Date.now();
	const moment = (at: number) => formatMoment(at, now, i18n.language);
	if (signIn === null) {
		return expiresAt === null ? null : { words: t('choose.ends', { time: moment(expiresAt) }), good: expiresAt > now };
	}
	switch (signInWord(signIn, now)) {
		case 'never':
			return { words: t('choose.never'), good: false };
		case 'expired':
			return { words: t('choose.expired'), good: false };
		case 'until':
			return { words: t('choose.signedInUntil', { time: moment(signIn.expiresAt ?? now) }), good: true };
		default:
			return { words: t('choose.signedIn'), good: true };
	}
}
