import { familyOf } from '../../shared/catalogue.ts';
import { isEmbedding } from '../../shared/model/family.ts';
import type { Operation } from '../../shared/model/operation.ts';
import { isInvoke, isStreaming } from '../../shared/model/operation.ts';
import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';

/**
 * The change that takes a model. The two invoke operations need a native body that the app knows; Converse is the same
 * for all, so that a model without a known body is called with it. Models of embeddings know InvokeModel alone.
 */
export function takeModel(settings: Pick<RequestSettings, 'operation'>, modelId: string): RequestSettingsPatch {
	const { operation } = settings;
	const family = familyOf(modelId);
	if (isEmbedding(family)) return operation === 'InvokeModel' ? { modelId } : { modelId, operation: 'InvokeModel' };
	if (!isInvoke(operation) || family !== null) return { modelId };
	return { modelId, operation: isStreaming(operation) ? 'ConverseStream' : 'Converse' };
}

/** The words (`connections:…`) that tell why a model that was taken changes the operation to this one. */
export function whyOperation(operation: Operation): 'nowInvoke' | 'nowConverse' {
	return isInvoke(operation) ? 'nowInvoke' : 'nowConverse';
}
