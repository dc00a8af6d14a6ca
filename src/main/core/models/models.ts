import { callableId, catalogue, catalogueDate, profilePrefix, regions } from '../../../shared/catalogue.ts';
import type { ConnectionId } from '../../../shared/model/connection.ts';
import { PRACTICE } from '../../../shared/model/connection.ts';
import type { CatalogueModel, ModelEntry, ModelListing } from '../../../shared/model/model-entry.ts';

interface From {
	readonly connection: ConnectionId;
	readonly region: string | null;
}

/** The models: the shipped catalogue joined with what the account said. */
export interface Models {
	/** Asks nobody. */
	list(from: From): ModelListing;
	/** Asks the account. Never rejects: a refusal is in the listing. */
	refresh(from: From, signal: AbortSignal): Promise<ModelListing>;
	/**
	 * The ARNs that a call with this id needs beside the profile's own: of the model in every region that it routes to.
	 * null: not known. Asks the account (GetInferenceProfile), and takes the shipped table where that is refused.
	 */
	routes(
		from: From,
		modelId: string,
		signal: AbortSignal,
	): Promise<{ readonly modelArns: readonly string[]; readonly from: 'account' | 'shipped' } | null>;
}

export function createModels(): Models {
	const list = ({ connection, region }: From): ModelListing => {
		const models = catalogue.map((model) => entryOf(model, region));
		const retired = (model: ModelEntry): boolean => connection !== PRACTICE && model.lifecycle === 'retired';
		return {
			models: [...models.filter((model) => !retired(model)), ...models.filter(retired)],
			regions: [...regions],
			asOf: catalogueDate,
			account: { state: 'not-asked' },
		};
	};
	return { list, refresh: async (from) => list(from), routes: async () => null };
}

function entryOf(model: CatalogueModel, region: string | null): ModelEntry {
	const id = callableId(model, region);
	const { system, prefill, sampling, tools, reasoning, onDemand: _, profiles: __, prices, ...rest } = model;
	const prefix = profilePrefix(id);
	return {
		...rest,
		abilities: { system, prefill, sampling, tools, reasoning },
		callId: id,
		callIds: [
			{
				id,
				type: prefix === null ? 'on-demand' : 'system',
				prefix,
				name: null,
				regions: null,
				price: prices[prefix ?? ''] ?? null,
			},
		],
		listed: null,
	};
}
