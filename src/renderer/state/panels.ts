import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { focusComposer } from './conversations.ts';

/** What can be open over the chat; at most one at a time. */
export type Panel =
	| 'connection'
	| 'model'
	| 'operation'
	| 'parameters'
	| 'request'
	| 'settings'
	| 'models'
	| 'welcome'
	| 'tries';

/** A field of the parameters that can have the focus when they open. */
export type ParameterField = 'system' | 'maxTokens' | 'temperature' | 'topP' | 'stopSequences';

/** A part of the settings that can be opened by itself. */
export type SettingsSection = 'general' | 'defaults' | 'calls' | 'continuation' | 'network' | 'storage' | 'about';

interface Panels {
	readonly open: Panel | null;
	/** Opened from somewhere else than its own button. */
	readonly asked: boolean;
	/** The connection was opened for its region. */
	readonly region: boolean;
	/** The settings were opened for this part. */
	readonly section: SettingsSection | null;
	/** The parameters were opened for this field. */
	readonly field: ParameterField | null;
}

/** The rest of what is known of a panel that is opened for nothing in particular. */
const whole = { region: false, section: null, field: null } as const;

const panelStore = createStore<Panels>()(() => ({ open: null, asked: false, ...whole }));

/**
 * Opens a panel from anywhere (a chip, a step of an explained failure). `region` is the connection's panel with the
 * focus in its region. The focus goes to the composer afterwards: what opened it may be gone by then.
 */
export function openPanel(panel: Panel | 'region'): void {
	const region = panel === 'region';
	panelStore.setState({ ...whole, open: region ? 'connection' : panel, asked: true, region });
}

/** Opens the parameters with the focus in one of their fields. */
export function openParameters(field: ParameterField | null = null): void {
	panelStore.setState({ ...whole, open: 'parameters', asked: true, field });
}

/** The field that the parameters were opened for; null: the first. */
export function useParameterAsked(): ParameterField | null {
	return useStore(panelStore, (state) => (state.open === 'parameters' ? state.field : null));
}

/** Opens the settings at one of their parts. */
export function openSettings(section: SettingsSection): void {
	panelStore.setState({ ...whole, open: 'settings', asked: true, section });
}

/** The part that the settings were opened for; null: the beginning. */
export function useSettingsSection(): SettingsSection | null {
	return useStore(panelStore, (state) => (state.open === 'settings' ? state.section : null));
}

/** Whether a panel is open, and the way to open or close it. */
export function usePanel(panel: Panel): readonly [boolean, (open: boolean) => void] {
	const open = useStore(panelStore, (state) => state.open === panel);
	const set = (next: boolean) => {
		const state = panelStore.getState();
		if (next) panelStore.setState({ ...whole, open: panel, asked: false });
		// Who asked for it is known until the next one opens: the focus is given back after it has closed.
		else if (state.open === panel) panelStore.setState({ open: null });
	};
	return [open, set];
}

/** Whether the connection's panel was opened for its region. */
export function useRegionAsked(): boolean {
	return useStore(panelStore, (state) => state.region && state.open === 'connection');
}

/**
 * For `finalFocus`: the composer when the panel was asked for from elsewhere, else the panel's own button. A popup inside
 * a dialog that stays open gives the focus back to its own button, too.
 */
export function focusAfterPanel(): boolean {
	const { asked, open } = panelStore.getState();
	if (!asked || open !== null) return true;
	focusComposer();
	return false;
}
