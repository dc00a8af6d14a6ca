import { findModel } from '../../../shared/catalogue.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { Refusal } from '../../../shared/requests/refusal.ts';
import { refusedSettings } from '../../../shared/requests/refused-settings.ts';
import { refusedTalk } from '../../../shared/requests/refused-talk.ts';
import { settingsWithoutPlace } from '../../../shared/requests/settings-without-place.ts';

/**
 * All that is to be said of settings before they are sent: what the model refuses, then what is not sent. `toolsUsed`: in
 * the talk that they go on with.
 */
export function refusalsOf(settings: RequestSettings, toolsUsed = false): readonly Refusal[] {
	const refused = [...refusedSettings(settings, findModel(settings.modelId)), ...refusedTalk(settings, toolsUsed)];
	return [...refused, ...settingsWithoutPlace(settings)];
}
