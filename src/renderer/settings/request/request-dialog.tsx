import { Dialog } from '@base-ui/react/dialog';
import { Tabs } from '@base-ui/react/tabs';
import type { ComponentType, ReactNode } from 'react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { Refusal } from '../../../shared/requests/refusal.ts';
import { isPromptArn, settingPlaces } from '../../../shared/requests/sent-settings.ts';
import { UseForNew } from '../../connections/use-for-new.tsx';
import { modelWord } from '../../models/model-word.ts';
import type { AppState } from '../../state/app-store.ts';
import { appStore, NEW, useApp } from '../../state/app-store.ts';
import { openSetup } from '../../state/columns.ts';
import { changeSettings, openSettings } from '../../state/conversations.ts';
import { changeDefaults } from '../../state/defaults.ts';
import { focusAfterPanel, usePanel } from '../../state/panels.ts';
import { DialogFrame } from '../../ui/dialog-frame.tsx';
import { sentences } from '../../ui/sentences.ts';
import tabs from '../../ui/side-tabs.module.css';
import { useCloseGuard, wrongField } from '../../ui/use-close-guard.ts';
import { EndpointFields } from '../endpoint-fields.tsx';
import { BasicsSection } from './basics-section.tsx';
import { CacheSection } from './cache-section.tsx';
import { GuardrailSection } from './guardrail-section.tsx';
import { MoreSection } from './more-section.tsx';
import { OutputSection } from './output-section.tsx';
import { refusalsOf } from './refusals-of.ts';
import css from './request-dialog.module.css';
import type { RequestForm } from './request-form.ts';
import { RequestFormProvider, useRequestForm } from './request-form.ts';
import type { AskedField } from './request-panel.ts';
import { endRequestSettings, useRequestAsked } from './request-panel.ts';
import type { RequestSection } from './request-sections.ts';
import { isSectionSet, namesOf, sectionNames } from './request-sections.ts';
import { SystemSection } from './system-section.tsx';
import { ThinkingSection } from './thinking-section.tsx';
import { ToolsSection } from './tools-section.tsx';

/** All settings of a request: of the open conversation, or of new ones. */
export function RequestDialog() {
	const { t } = useTranslation('request');
	const [open, setOpen] = usePanel('request');
	const { of, section: asked, field } = useRequestAsked();
	const [section, setSection] = useState<RequestSection>(asked);
	useEffect(() => {
		if (open) setSection(asked);
	}, [open, asked]);
	const guard = useCloseGuard(setOpen);
	return (
		<Dialog.Root
			open={open}
			onOpenChangeComplete={(now) => !now && endRequestSettings()}
			onOpenChange={(next, details) => {
				// What can't be kept may be in a part that is not in view.
				const wrong = next ? null : wrongField(guard.popup.current)?.closest<HTMLElement>('[data-section]');
				const where = sectionNames.find((name) => name === wrong?.dataset['section']);
				if (where !== undefined) flushSync(() => setSection(where));
				guard.onOpenChange(next, details);
			}}
		>
			<DialogFrame
				title={t(`titleFor.${of}`)}
				ref={guard.popup}
				className={css['dialog']}
				initialFocus={() => askedInput(guard.popup.current, field) ?? document.getElementById(tabId(asked))}
				finalFocus={focusAfterPanel}
			>
				<Form of={of}>
					<Parts section={section} onSection={setSection} isConversation={of === 'conversation'} />
				</Form>
			</DialogFrame>
		</Dialog.Root>
	);
}

/** What of the field that was asked for takes the focus: what is wrong in it, what is empty, or its first part. */
function askedInput(popup: HTMLElement | null, field: AskedField | null): HTMLElement | null {
	const setting = popup?.querySelector(`[data-setting="${field?.setting}"]`);
	const inputs = [...(setting?.querySelectorAll<HTMLInputElement>('input:not([type="hidden"]), textarea') ?? [])];
	const named = inputs.find(({ value }) => field?.names.includes(value));
	const beside = named === undefined ? undefined : inputs[inputs.indexOf(named) + 1];
	if (beside?.value === '') return beside;
	const wrong = inputs.find((input) => input.getAttribute('aria-invalid') === 'true');
	return wrong ?? named ?? inputs[0] ?? setting?.querySelector('button') ?? null;
}

function tabId(section: RequestSection): string {
	return `request-${section}`;
}

function Form({ of, children }: { readonly of: 'conversation' | 'defaults'; readonly children: ReactNode }) {
	const settings = useApp((state) => (of === 'defaults' ? state.settings.defaults : openSettings(state)));
	const edited = useApp(editedOf);
	const form = useMemo<RequestForm>(
		() => ({
			settings,
			current: () => {
				const state = appStore.getState();
				return of === 'defaults' ? state.settings.defaults : openSettings(state);
			},
			onChange: (patch) => {
				if (of === 'defaults') changeDefaults(patch);
				else void changeSettings(patch);
			},
			isStillOf: () => of === 'defaults' || editedOf(appStore.getState()) === edited,
			refusals: refusalsOf(settings),
			places: settingPlaces(settings),
			isPrompt: isPromptArn(settings.modelId),
		}),
		[of, settings, edited],
	);
	return <RequestFormProvider value={form}>{children}</RequestFormProvider>;
}

/** Whose settings are changed: those of a conversation, or of a column that is being set up. */
function editedOf(state: AppState): string {
	return state.openId ?? openSetup(state)?.focused ?? NEW;
}

const parts: Readonly<Record<RequestSection, ComponentType>> = {
	basics: BasicsSection,
	system: SystemSection,
	thinking: ThinkingSection,
	tools: ToolsSection,
	output: OutputSection,
	cache: CacheSection,
	guardrail: GuardrailSection,
	more: MoreSection,
	endpoint: EndpointSection,
};

/** Parts of which a prompt that is called by its ARN has its own. */
const broughtByPrompts: readonly RequestSection[] = ['basics', 'system', 'thinking', 'tools', 'output'];

function EndpointSection() {
	const { settings, onChange } = useRequestForm();
	return <EndpointFields settings={settings} onChange={onChange} />;
}

interface PartsProps {
	readonly section: RequestSection;
	readonly onSection: (section: RequestSection) => void;
	readonly isConversation: boolean;
}

/** The list of parts on the left, and the chosen one on the right. All of them are there: what is typed is not lost. */
function Parts({ section, onSection, isConversation }: PartsProps) {
	const { t, i18n } = useTranslation('request');
	const { settings, refusals, isPrompt } = useRequestForm();
	const scroller = useRef<HTMLDivElement>(null);
	const target = modelWord(settings.modelId);
	// The longest name is wider than the list: it goes on in a second line between its words.
	const [operation, stream] = settings.operation.split(/(?=With)/);
	return (
		<Tabs.Root
			className={tabs['body']}
			orientation="vertical"
			value={section}
			onValueChange={(value) => {
				onSection(sectionNames.find((name) => name === value) ?? 'basics');
				// Another part begins at its top.
				scroller.current?.scrollTo(0, 0);
			}}
		>
			<div className={tabs['side']}>
				<Tabs.List className={tabs['list']} aria-label={t('sections')} activateOnFocus>
					{sectionNames.map((name) => (
						<Tabs.Tab key={name} id={tabId(name)} value={name} className={tabs['tab']}>
							{t(`section.${name}`)}
							<Mark name={name} settings={settings} refusals={refusals} />
						</Tabs.Tab>
					))}
				</Tabs.List>
				<div className={css['foot']}>
					{isConversation && <UseForNew settings={settings} what="parameters" />}
					<p className={css['target']}>
						<b>
							{operation}
							<wbr />
							{stream}
						</b>
						<span title={settings.modelId}>{target}</span>
					</p>
				</div>
			</div>
			<div className={tabs['page']} ref={scroller}>
				{sectionNames.map((name) => {
					const Part = parts[name];
					return (
						<Tabs.Panel key={name} value={name} keepMounted className={css['panel']} data-section={name} tabIndex={-1}>
							<p className={css['about']}>
								{sentences(i18n.language, t(`aboutSection.${name}`), name === 'basics' ? t('about') : null)}
							</p>
							{isPrompt && broughtByPrompts.includes(name) && <p className={css['prompt']}>{t('hint.promptArn')}</p>}
							<Part />
						</Tabs.Panel>
					);
				})}
			</div>
		</Tabs.Root>
	);
}

/** A dot where something is set; another colour where it will be refused. */
function Mark({
	name,
	settings,
	refusals,
}: {
	readonly name: RequestSection;
	readonly settings: RequestSettings;
	readonly refusals: readonly Refusal[];
}) {
	const { t } = useTranslation('request');
	const refused = refusals.some(({ settings: [first] }) => first !== undefined && namesOf(name).includes(first));
	if (!refused && !isSectionSet(name, settings)) return null;
	return (
		<>
			<i className={css['dot']} data-refused={refused || undefined} aria-hidden />
			<span className="visually-hidden">, {t(refused ? 'hasRefused' : 'isSet')}</span>
		</>
	);
}
