import { Dialog } from '@base-ui/react/dialog';
import { useTranslation } from 'react-i18next';
import { ConnectionPicker } from '../connections/connection-picker.tsx';
import { ModelPicker } from '../connections/model-picker.tsx';
import { OperationPicker } from '../connections/operation-picker.tsx';
import { PresenterChoice } from '../presenter/presenter-choice.tsx';
import { useApp } from '../state/app-store.ts';
import { changeDefaults } from '../state/defaults.ts';
import { focusAfterPanel, openPanel, usePanel, useSettingsSection } from '../state/panels.ts';
import { updateSettings } from '../state/settings.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import field from '../ui/field.module.css';
import { useCloseGuard } from '../ui/use-close-guard.ts';
import { CallsForm } from './calls-form.tsx';
import { Choice } from './choice.tsx';
import { ContinuationForm } from './continuation-form.tsx';
import { NetworkForm } from './network-form.tsx';
import { ParametersForm } from './parameters-form.tsx';
import { AllSettingsButton } from './request/all-settings-button.tsx';
import css from './settings-dialog.module.css';
import { SettingsSection, settingsHeading } from './settings-section.tsx';
import { StorageForm } from './storage-form.tsx';

/** The settings of the app: language, theme, what new conversations begin with, calls, network, and where things are. */
export function SettingsDialog() {
	const { t } = useTranslation('settings');
	const [open, setOpen] = usePanel('settings');
	const guard = useCloseGuard(setOpen);
	const section = useSettingsSection();
	return (
		<Dialog.Root open={open} onOpenChange={guard.onOpenChange}>
			<DialogFrame
				title={t('title')}
				ref={guard.popup}
				className={css['dialog']}
				initialFocus={() => (section === null ? true : document.getElementById(settingsHeading(section)))}
				finalFocus={focusAfterPanel}
			>
				<div className={css['body']}>
					<General />
					<Defaults />
					<Calls />
					<Continuation />
					<Network />
					<Storage />
					<About />
				</div>
			</DialogFrame>
		</Dialog.Root>
	);
}

function General() {
	const { t } = useTranslation(['settings', 'connections']);
	const settings = useApp((state) => state.settings);
	return (
		<SettingsSection name="general" title={t('general')}>
			<div className={css['row']}>
				<Choice
					label={t('language')}
					value={settings.language}
					options={[
						{ value: 'system', label: t('languageSystem') },
						{ value: 'ja', label: '日本語' },
						{ value: 'en', label: 'English' },
					]}
					onChange={(language) => void updateSettings({ language })}
				/>
				<Choice
					label={t('theme')}
					value={settings.theme}
					options={[
						{ value: 'system', label: t('themeSystem') },
						{ value: 'light', label: t('themeLight') },
						{ value: 'dark', label: t('themeDark') },
					]}
					onChange={(theme) => void updateSettings({ theme })}
				/>
			</div>
			<PresenterChoice />
			<Button onClick={() => openPanel('welcome')}>{t('connections:welcome')}</Button>
		</SettingsSection>
	);
}

function Defaults() {
	const { t } = useTranslation('settings');
	const defaults = useApp((state) => state.settings.defaults);
	return (
		<SettingsSection name="defaults" title={t('defaults')}>
			<div className={css['row']}>
				<ConnectionPicker settings={defaults} onChange={changeDefaults} />
				<ModelPicker settings={defaults} onChange={changeDefaults} browseFor="defaults" />
				<OperationPicker settings={defaults} onChange={changeDefaults} />
			</div>
			<p className={`${field['hint']} ${css['hint']}`}>{t('emptyNotSent')}</p>
			<ParametersForm settings={defaults} onChange={changeDefaults} />
			<div className={css['all']}>
				<AllSettingsButton of="defaults" />
			</div>
		</SettingsSection>
	);
}

function Calls() {
	const { t } = useTranslation('settings');
	const calls = useApp((state) => state.settings.calls);
	return (
		<SettingsSection name="calls" title={t('calls')}>
			<p className={`${field['hint']} ${css['hint']}`}>{t('callsHint')}</p>
			<CallsForm settings={calls} onChange={(patch) => void updateSettings({ calls: patch })} />
		</SettingsSection>
	);
}

function Continuation() {
	const { t } = useTranslation('continuation');
	const continuation = useApp((state) => state.settings.continuation);
	return (
		<SettingsSection name="continuation" title={t('settings.title')}>
			<p className={`${field['hint']} ${css['hint']}`}>{t('settings.about')}</p>
			<ContinuationForm settings={continuation} onChange={(patch) => void updateSettings({ continuation: patch })} />
		</SettingsSection>
	);
}

function Network() {
	const { t } = useTranslation('settings');
	const network = useApp((state) => state.settings.network);
	return (
		<SettingsSection name="network" title={t('network')}>
			<p className={`${field['hint']} ${css['hint']}`}>{t('networkHint')}</p>
			<NetworkForm settings={network} onChange={(patch) => void updateSettings({ network: patch })} />
		</SettingsSection>
	);
}

function Storage() {
	const { t } = useTranslation('storage');
	const storage = useApp((state) => state.settings.storage);
	return (
		<SettingsSection name="storage" title={t('title')}>
			<p className={`${field['hint']} ${css['hint']}`}>{t('hint')}</p>
			<StorageForm settings={storage} onChange={(patch) => void updateSettings({ storage: patch })} />
		</SettingsSection>
	);
}

function About() {
	const { t } = useTranslation('settings');
	const info = useApp((state) => state.info);
	if (info === null) return null;
	return (
		<SettingsSection name="about" title={t('about')}>
			<dl className={css['about']}>
				<dt>{t('version')}</dt>
				<dd>{info.version}</dd>
				<dt>{t('host')}</dt>
				<dd>{t(info.host === 'electron' ? 'hostElectron' : 'hostNode')}</dd>
				<dt>{t('dataFolder')}</dt>
				<dd>
					<code>{info.dataFolder}</code>
					<CopyButton label={t('copyPath')} text={() => info.dataFolder} />
				</dd>
				<dt>{t('practiceEndpoint')}</dt>
				<dd>
					<code>{info.practice.endpoint}</code>
				</dd>
			</dl>
		</SettingsSection>
	);
}
