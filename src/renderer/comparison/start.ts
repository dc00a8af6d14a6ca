import type { RequestSettings } from '../../shared/model/settings.ts';
import { appStore } from '../state/app-store.ts';
import { startComparison } from '../state/comparisons.ts';
import { ownRegion } from '../state/connections.ts';
import { openSettings } from '../state/conversations.ts';
import { besideThem, fourBodies } from './presets.ts';

/** Opens a new comparison: what lies open (or new conversations begin with) beside another model. */
export function startBeside(from: RequestSettings = openSettings(appStore.getState())): void {
	const { recentModels, favouriteModels } = appStore.getState().settings;
	startComparison([from, besideThem([from], [...recentModels, ...favouriteModels], regionOf(from))]);
}

/** Opens a new comparison of one prompt in four bodies, with the bodies. Calls go where they went. */
export function startFourBodies(): void {
	const settings = openSettings(appStore.getState());
	startComparison(fourBodies(settings, regionOf(settings)), true);
}

function regionOf({ connection, region }: RequestSettings): string | null {
	return region ?? ownRegion(connection);
}
