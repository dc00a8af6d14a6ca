import { findModel } from '../../../shared/catalogue.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { Refusal } from '../../../shared/refusal.ts';
import { refusedSettings } from '../../../shared/refused-settings.ts';
import { settingsWithoutPlace } from '../../../shared/settings-without-place.ts';

/** All that is to be said of settings before they are sent: what the model refuses, then what is not sent. */
export function refusalsOf(settings: RequestSettings): readonly Refusal[] {
	return [...refusedSettings(settings, findModel(settings.modelId)), ...settingsWithoutPlace(settings)];
}
