import { createContext, useContext } from 'react';
import type { RequestSettings, RequestSettingsPatch } from '../../../shared/model/settings.ts';
import type { Refusal } from '../../../shared/requests/refusal.ts';
import type { SettingPlaces } from '../../../shared/requests/sent-settings.ts';

/** What the parts of the dialog work on. */
export interface RequestForm {
	readonly settings: RequestSettings;
	/** The settings as they are now, also before a change is drawn: two fields may be kept at once. */
	readonly current: () => RequestSettings;
	readonly onChange: (patch: RequestSettingsPatch) => void;
	/** Whether a change would still go where the form was opened: what can be undone outlives it. */
	readonly isStillOf: () => boolean;
	/** What the model refuses, and what is not sent. */
	readonly refusals: readonly Refusal[];
	readonly places: SettingPlaces;
	/** The model is a prompt, called by its ARN. */
	readonly isPrompt: boolean;
}

const context = createContext<RequestForm | null>(null);

/** Gives the form to the parts. */
export const RequestFormProvider = context.Provider;

/** The form that a part belongs to. */
export function useRequestForm(): RequestForm {
	const form = useContext(context);
	if (form === null) throw new Error('A part of the request settings outside of their dialog');
	return form;
}
