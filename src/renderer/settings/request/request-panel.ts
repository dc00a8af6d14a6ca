import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { openPanel, openSettings } from '../../state/panels.ts';
import type { RequestSection } from './request-sections.ts';

/** Whose settings are changed: the open conversation's, or those that new conversations begin with. */
export type RequestOf = 'conversation' | 'defaults';

interface Asked {
	readonly of: RequestOf;
	readonly section: RequestSection;
}

const askedStore = createStore<Asked>()(() => ({ of: 'conversation', section: 'basics' }));

/** Opens all settings of a request, at one of their parts. */
export function openRequestSettings(section: RequestSection = 'basics', of: RequestOf = 'conversation'): void {
	askedStore.setState({ of, section });
	openPanel('request');
}

/** What the dialog was opened for. */
export function useRequestAsked(): Asked {
	return useStore(askedStore);
}

/** To be called when the dialog has closed: who came from the app's settings goes back to them. */
export function endRequestSettings(): void {
	const { of } = askedStore.getState();
	askedStore.setState({ of: 'conversation', section: 'basics' });
	if (of === 'defaults') openSettings('defaults');
}
