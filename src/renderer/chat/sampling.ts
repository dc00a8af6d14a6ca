import { findModel } from '../../shared/catalogue.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';

/**
 * What a known model will refuse of temperature and top p as they are set: `both` together, or `any` of them; null where
 * nothing is wrong, or the catalogue does not know the model.
 */
export function samplingConflict(
	settings: Pick<RequestSettings, 'modelId' | 'temperature' | 'topP'>,
): 'both' | 'any' | null {
	const { modelId, temperature, topP } = settings;
	const takes = findModel(modelId)?.sampling ?? 'both';
	if (takes === 'one' && temperature !== null && topP !== null) return 'both';
	if (takes === 'none' && (temperature !== null || topP !== null)) return 'any';
	return null;
}
