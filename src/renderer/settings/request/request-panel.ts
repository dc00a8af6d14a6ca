import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { SettingName } from '../../../shared/requests/refusal.ts';
import { openPanel, openSettings } from '../../state/panels.ts';
import type { RequestSection } from './request-sections.ts';

/** Whose settings are changed: the open conversation's, or those that new conversations begin with. */
export type RequestOf = 'conversation' | 'defaults';

/** A setting whose field is to take the focus; of pairs, those of the names, which are added where they are not there. */
export interface AskedField {
	readonly setting: SettingName;
	readonly names: readonly string[];
}

interface Asked {
	readonly of: RequestOf;
	readonly section: RequestSection;
	readonly field: AskedField | null;
}

const whole: Asked = { of: 'conversation', section: 'basics', field: null };

const askedStore = createStore<Asked>()(() => whole);

/** Opens all settings of a request, at one of their parts, or in one of its fields. */
export function openRequestSettings(
	section: RequestSection = 'basics',
	of: RequestOf = 'conversation',
	field: AskedField | null = null,
): void {
	askedStore.setState({ of, section, field });
	openPanel('request');
}

/** What the dialog was opened for. */
export function useRequestAsked(): Asked {
	return useStore(askedStore);
}

/** To be called when the dialog has closed: who came from the app's settings goes back to them. */
export function endRequestSettings(): void {
	const { of } = askedStore.getState();
	askedStore.setState(whole);
	if (of === 'defaults') openSettings('defaults');
}
