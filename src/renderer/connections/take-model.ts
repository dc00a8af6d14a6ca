import { familyOf } from '../../shared/catalogue.ts';
import { isInvoke, isStreaming } from '../../shared/model/operation.ts';
import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';

/**
 * The change that takes a model. The two invoke operations need a native body that the app knows; Converse is the same
 * for all, so that a model without a known body is called with it.
 */
export function takeModel(settings: Pick<RequestSettings, 'operation'>, modelId: string): RequestSettingsPatch {
	if (!isInvoke(settings.operation) || familyOf(modelId) !== null) return { modelId };
	return { modelId, operation: isStreaming(settings.operation) ? 'ConverseStream' : 'Converse' };
}
