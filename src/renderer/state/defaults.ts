import type { RequestSettingsPatch } from '../../shared/model/settings.ts';
import { withPatch } from '../../shared/model/settings.ts';
import { appStore } from './app-store.ts';
import { updateSettings } from './settings.ts';

/** Changes what new conversations begin with; the new one that is open, too, as long as it has no settings of its own. */
export function changeDefaults(patch: RequestSettingsPatch): void {
	const { fresh, settings } = appStore.getState();
	const follows = JSON.stringify(fresh) === JSON.stringify(settings.defaults);
	void updateSettings({ defaults: patch });
	if (follows) appStore.setState({ fresh: withPatch(fresh, patch) });
}
