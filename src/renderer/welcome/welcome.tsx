import { FlaskConical, X } from 'lucide-react';
import type { MouseEvent } from 'react';
import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findModel } from '../../shared/catalogue.ts';
import { API_KEY, PRACTICE } from '../../shared/model/connection.ts';
import type { RequestSettingsPatch } from '../../shared/model/settings.ts';
import { defaultRequestSettings, withPatch } from '../../shared/model/settings.ts';
import { openApiKey } from '../state/access-dialogs.ts';
import { useApp } from '../state/app-store.ts';
import { useRegion } from '../state/connections.ts';
import { focusComposer, startNew } from '../state/conversations.ts';
import { useModels, useModelsFrom } from '../state/models.ts';
import { openPanel } from '../state/panels.ts';
import { updateSettings } from '../state/settings.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Logo } from '../ui/logo.tsx';
import { LanguageSwitch } from './language-switch.tsx';
import { MachineStep } from './machine-step.tsx';
import { starterModel } from './starter-model.ts';
import { TestStep } from './test-step.tsx';
import { useEscape } from './use-escape.ts';
import { useTestCall } from './use-test-call.ts';
import { WayStep } from './way-step.tsx';
import css from './welcome.module.css';

/** The first-run page: what this machine has, a way to choose, one test call. Lies over the whole window. */
export function Welcome({ onClose }: { readonly onClose: () => void }) {
	const { t } = useTranslation(['welcome', 'common', 'tries']);
	const title = useId();
	const heading = useRef<HTMLHeadingElement>(null);
	const ways = useRef<HTMLElement>(null);
	const foot = useRef<HTMLElement>(null);
	const go = useRef<HTMLButtonElement>(null);
	const welcomed = useApp((state) => state.settings.welcomed);
	const linked = useApp((state) => state.linked);
	const { settings, ready, change } = useWay();
	const region = useRegion(settings);
	const { connection, fips, dualStack, modelId } = settings;
	const practice = connection === PRACTICE;
	const ownRegion = practice ? null : settings.region;
	const { course, run, stop } = useTestCall({ connection, region: ownRegion, fips, dualStack, modelId });

	useEffect(() => {
		heading.current?.focus();
		// What is under the page can take the focus only when the page has gone.
		return focusComposer;
	}, []);

	const { phase } = course;
	useEffect(() => {
		// Whoever began the test by its button goes on from there.
		if (phase === 'passed' && foot.current?.contains(document.activeElement)) go.current?.focus();
	}, [phase]);

	const leave = async (defaults: RequestSettingsPatch) => {
		await updateSettings({ welcomed: true, defaults });
		startNew();
		onClose();
	};
	const start = () => {
		// As it was tested: nothing that was set for another way stays.
		const { operation } = settings;
		return leave({ connection, region: ownRegion, fips, dualStack, modelId, operation, endpointUrl: null });
	};
	const skip = () => leave({ connection: PRACTICE, region: null });
	const focusIn = (selector: string) => {
		const field = ways.current?.querySelector<HTMLElement>(selector);
		field?.scrollIntoView({ block: 'center' });
		field?.focus();
	};
	const toModel = () => focusIn('[data-part="model"] button');
	const toWay = () => focusIn('[role="radio"][aria-checked="true"]');
	const test = () => {
		// What the account lists may arrive meanwhile: another proposal must not break the test off.
		change({ modelId });
		void run();
	};
	const onApiKey = () =>
		openApiKey({ used: connection === API_KEY, use: () => change({ connection: API_KEY }), focus: toWay });
	useEscape(onClose, welcomed);

	return (
		<div className={css['page']} data-welcome={phase}>
			<header className={css['bar']}>
				<Logo />
				<b>{t('common:app')}</b>
				<LanguageSwitch />
				{welcomed && (
					<IconButton label={t('common:close')} onClick={onClose}>
						<X size={16} />
					</IconButton>
				)}
			</header>
			<main className={css['scroll']} aria-labelledby={title}>
				<div className={css['column']}>
					<h1 id={title} ref={heading} tabIndex={-1}>
						{t('title')}
					</h1>
					<p className={css['lead']}>{t('lead')}</p>
					<MachineStep onApiKey={onApiKey} />
					<WayStep ref={ways} settings={settings} onChange={change} onApiKey={onApiKey} />
					<TestStep
						settings={settings}
						region={region}
						course={course}
						onAgain={() => {
							test();
							// What was pressed goes with the failure.
							requestAnimationFrame(() => foot.current?.querySelector<HTMLElement>('[data-part="test"]')?.focus());
						}}
						onChange={(patch) => {
							change(patch);
							// What was pressed goes with the failure; the focus is to see what it has changed.
							requestAnimationFrame(patch.connection === undefined ? toModel : toWay);
						}}
						onRegion={() => focusIn('input[role="combobox"]')}
						onModel={toModel}
						onWay={toWay}
					/>
				</div>
			</main>
			<footer ref={foot} className={css['foot']}>
				<div className={css['column']}>
					{!welcomed && (
						<Button variant="quiet" disabled={!linked} onClick={() => void skip()}>
							{t('skip')}
						</Button>
					)}
					<span className={css['space']} />
					{phase === 'running' ? (
						<Button data-part="test" onClick={once(stop)}>
							{t('test.stop')}
						</Button>
					) : (
						<Button
							data-part="test"
							variant={phase === 'passed' ? 'plain' : 'go'}
							disabled={!linked || !ready}
							onClick={once(test)}
						>
							{t(phase === 'idle' ? 'test.run' : 'test.again')}
						</Button>
					)}
					{phase === 'passed' && practice && (
						<Button disabled={!linked} onClick={once(() => void start().then(showTries))}>
							<FlaskConical size={14} aria-hidden />
							{t('tries:open')}
						</Button>
					)}
					{phase === 'passed' && (
						<Button ref={go} variant="go" disabled={!linked} onClick={once(() => void start())}>
							{t('test.start')}
						</Button>
					)}
				</div>
			</footer>
		</div>
	);
}

/** This page gives the focus away as it goes; what opens then takes it. */
function showTries(): void {
	requestAnimationFrame(() => openPanel('tries'));
}

/** Buttons take each other's place here: the second press of a double click must not press the next one. */
function once(act: () => void) {
	return ({ detail }: MouseEvent) => {
		if (detail <= 1) act();
	};
}

/** The way that is chosen, beginning with the defaults; its model is a small one of its region until one is chosen. */
function useWay() {
	const defaults = useApp((state) => state.settings.defaults);
	const welcomed = useApp((state) => state.settings.welcomed);
	const [chosen, setChosen] = useState<RequestSettingsPatch>({});
	const connection = chosen.connection ?? defaults.connection;
	// The endpoints that were chosen for one way are not those of another.
	const endpoint = connection === defaults.connection ? {} : { fips: null, dualStack: null };
	const base = withPatch({ ...defaults, ...endpoint }, chosen);
	const from = useModelsFrom(base);
	const { models, current } = useModels(from);
	const keep = chosen.modelId ?? (welcomed && base.connection === defaults.connection ? defaults.modelId : null);
	const practised = findModel(defaults.modelId) === null ? defaultRequestSettings.modelId : defaults.modelId;
	const proposed = base.connection === PRACTICE ? practised : starterModel(models?.models ?? [], from.region);
	// Empty until the models are read.
	const modelId = keep ?? proposed ?? (models === null ? '' : defaults.modelId);
	const change = (patch: RequestSettingsPatch) =>
		setChosen((before) => {
			const moved = patch.connection !== undefined || 'region' in patch;
			const { modelId: _, ...rest } = before;
			// Another place has other ids: the model is proposed anew, unless it comes with the change.
			return { ...(moved ? rest : before), ...(patch.connection !== undefined && { region: null }), ...patch };
		});
	// Of another region, a model may have another id.
	const ready = modelId !== '' && (current || keep !== null || base.connection === PRACTICE);
	return { settings: { ...base, modelId }, ready, change };
}
