import { callableId, catalogue, regions } from '../../../shared/catalogue.ts';
import type { ConnectionId } from '../../../shared/model/connection.ts';
import { PRACTICE } from '../../../shared/model/connection.ts';
import type { ModelEntry } from '../../../shared/model/model-entry.ts';

/** The models of the picker and the regions beside it. */
export interface ModelList {
	readonly models: ModelEntry[];
	readonly regions: string[];
}

/**
 * The shipped catalogue as a connection sees it from a region. The practice endpoint answers for every model; elsewhere
 * those that AWS has retired come last.
 */
export function listModels(from: { readonly connection: ConnectionId; readonly region: string | null }): ModelList {
	const models = catalogue.map((model) => ({ ...model, callId: callableId(model, from.region) }));
	const retired = (model: ModelEntry): boolean => from.connection !== PRACTICE && model.lifecycle === 'retired';
	return {
		models: [...models.filter((model) => !retired(model)), ...models.filter(retired)],
		regions: [...regions],
	};
}
