import { findModel } from '../../../shared/catalogue.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import { refusedSettings } from '../../../shared/refused-settings.ts';
import { refusedTalk } from '../../../shared/refused-talk.ts';
import { settingsWithoutPlace } from '../../../shared/settings-without-place.ts';

/**
 * All that is to be said of settings before they are sent: what the model refuses, then what is not sent. `toolsUsed`: in
 * the talk that they go on with.
 */
export function refusalsOf(settings: RequestSettings, toolsUsed = false): readonly Refusal[] {
	const refused = [...refusedSettings(settings, findModel(settings.modelId)), ...refusedTalk(settings, toolsUsed)];
	return [...refused, ...settingsWithoutPlace(settings)];
}
