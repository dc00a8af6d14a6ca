import { callableId, findModel } from '../../shared/catalogue.ts';
import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';

/**
 * What a change of connection or region means for the model: an id that the app chose for the old region (`us.…`) is
 * chosen anew for the new one; an id that was typed stays. The change is seen in the model picker before it is sent.
 */
export function retarget(
	settings: RequestSettings,
	patch: RequestSettingsPatch,
	regions: { readonly before: string | null; readonly after: string | null },
): RequestSettingsPatch {
	const model = findModel(settings.modelId);
	if (model === null || callableId(model, regions.before) !== settings.modelId) return patch;
	const modelId = callableId(model, regions.after);
	return modelId === settings.modelId ? patch : { ...patch, modelId };
}
