import { callIdsFor, catalogue, familyOf, nearPrefixes, shippedRoute } from '../../../shared/catalogue.ts';
import type { CallId, CatalogueModel, ModelEntry } from '../../../shared/model/model-entry.ts';
import { abilities } from '../../../shared/model/model-entry.ts';
import type { AccountModel, AccountModels, AccountProfile } from './account-models.ts';

/** From where the models are seen. */
interface View {
	readonly region: string | null;
	/** ISO day. */
	readonly today: string;
	/** null: the account has not been asked, or refused. */
	readonly account: AccountModels | null;
}

/** Every model of the catalogue and of the account, in the catalogue's order, then by maker and name. */
export function joinModels(view: View): ModelEntry[] {
	const { account } = view;
	const profiles = [...(account?.systemProfiles ?? []), ...(account?.applicationProfiles ?? [])];
	const summaries = new Map((account?.models ?? []).map((summary) => [summary.id, summary]));
	const known = new Set(catalogue.map(({ id }) => id));
	const ids = new Set([...summaries.keys(), ...profiles.map(({ modelId }) => modelId)]);
	const profilesOf = (id: string) => profiles.filter(({ modelId }) => modelId === id);

	const shipped = catalogue.map((model) => knownEntry(model, summaries.get(model.id), profilesOf(model.id), view));
	const others = [...ids]
		.filter((id) => !known.has(id))
		.map((id) => unknownEntry(id, summaries.get(id), profilesOf(id), view))
		.sort((a, b) => compare(a.provider, b.provider) || compare(a.name, b.name) || compare(a.id, b.id));
	return [...shipped, ...others];
}

function knownEntry(
	model: CatalogueModel,
	summary: AccountModel | undefined,
	profiles: readonly AccountProfile[],
	view: View,
): ModelEntry {
	const { id, name, provider, family, contextWindow, maxOutput } = model;
	const callIds = callIdsOf(model, summary, profiles, view);
	return {
		id,
		name,
		provider,
		family,
		contextWindow,
		maxOutput,
		abilities: abilities.parse(model),
		endOfLife: summary?.endOfLife ?? model.endOfLife,
		lifecycle: lifecycleOf(model, summary, view.today),
		inputs: [...(summary?.inputs ?? model.inputs)],
		outputs: [...(summary?.outputs ?? model.outputs)],
		streaming: summary?.streaming ?? model.streaming,
		callId: callIds[0]?.id ?? id,
		callIds,
		listed: isListed(summary, profiles, view.account),
	};
}

/** A model that the catalogue doesn't know: what the account tells, and nothing made up. */
function unknownEntry(
	id: string,
	summary: AccountModel | undefined,
	profiles: readonly AccountProfile[],
	view: View,
): ModelEntry {
	const bare = { id, onDemand: true, profiles: [], prices: {} };
	const callIds = callIdsOf(bare, summary, profiles, view);
	return {
		id,
		name: summary?.name ?? id,
		provider: summary?.provider ?? id.split('.')[0] ?? id,
		family: familyOf(id),
		contextWindow: null,
		maxOutput: null,
		abilities: null,
		endOfLife: summary?.endOfLife ?? null,
		lifecycle: lifecycleOf({ lifecycle: 'active', endOfLife: null }, summary, view.today),
		inputs: [...(summary?.inputs ?? [])],
		outputs: [...(summary?.outputs ?? [])],
		streaming: summary?.streaming ?? null,
		callId: callIds[0]?.id ?? id,
		callIds,
		listed: true,
	};
}

/** The account's word where it has said one. Its list may be the only one that came. */
function isListed(
	summary: AccountModel | undefined,
	profiles: readonly AccountProfile[],
	account: AccountModels | null,
): boolean | null {
	if (account === null) return null;
	if (summary !== undefined || profiles.length > 0) return true;
	return account.models === null || account.systemProfiles === null ? null : false;
}

/** AWS's status, its dates and then the catalogue's. A day of the end that has come makes a model retired. */
function lifecycleOf(
	model: Pick<CatalogueModel, 'lifecycle' | 'endOfLife'>,
	summary: AccountModel | undefined,
	today: string,
): ModelEntry['lifecycle'] {
	const end = summary?.endOfLife ?? model.endOfLife;
	if (summary?.lifecycle === 'active') return 'active';
	if (end !== null && end <= today) return 'retired';
	// A legacy model without a day may be one that the catalogue knows to be retired.
	if (summary?.lifecycle === 'legacy') {
		return summary.endOfLife === null && model.lifecycle === 'retired' ? 'retired' : 'legacy';
	}
	return model.lifecycle;
}

/** On demand, then the system profiles from near to `global`, then the account's own; never empty. */
function callIdsOf(
	model: Pick<CatalogueModel, 'id' | 'onDemand' | 'profiles' | 'prices'>,
	summary: AccountModel | undefined,
	profiles: readonly AccountProfile[],
	{ account, region }: View,
): CallId[] {
	const shipped = callIdsFor(model, region);
	if (account === null) return [...shipped];
	const onDemand =
		account.models === null ? model.onDemand : summary !== undefined && (summary.onDemand ?? model.onDemand);
	const bare: CallId = {
		id: model.id,
		type: 'on-demand',
		prefix: null,
		name: null,
		regions: region === null ? null : [region],
		price: model.prices[''] ?? null,
	};
	const near = nearPrefixes(region);
	const rank = ({ prefix }: CallId): number => {
		if (prefix === 'global') return near.length + 1;
		const index = near.indexOf(prefix ?? '');
		return index < 0 ? near.length : index;
	};
	const system =
		account.systemProfiles === null
			? shipped.filter(({ type }) => type === 'system')
			: profiles.filter(({ type }) => type === 'system').map((profile) => profileCallId(profile, model, region));
	const own = profiles.filter(({ type }) => type === 'application');
	const found = [
		...(onDemand ? [bare] : []),
		...system.toSorted((a, b) => rank(a) - rank(b)),
		...own
			.map((profile): CallId => {
				const { id, name, regions } = profileCallId(profile, model, region);
				return { id, type: 'application', prefix: null, name, regions, price: priceOfOwn(profile, profiles, model) };
			})
			.toSorted((a, b) => compare(a.name ?? '', b.name ?? '')),
	];
	return found.length > 0 ? found : [...shipped];
}

function profileCallId(
	{ callId, prefix, name, modelArns }: AccountProfile,
	{ prices }: Pick<CatalogueModel, 'prices'>,
	region: string | null,
): CallId {
	// `global` profiles name an ARN without a region beside the caller's own.
	const told = [...new Set(modelArns.map((arn) => arn.split(':')[3] ?? ''))].filter((name) => name !== '');
	const regions = prefix === 'global' ? null : told.length > 0 ? told : shippedRoute(prefix ?? '', region);
	return { id: callId, type: 'system', prefix, name, regions, price: prices[prefix ?? ''] ?? null };
}

/** An application profile costs what it was made from costs: the system profile with the same routes, or on demand. */
function priceOfOwn(
	own: AccountProfile,
	profiles: readonly AccountProfile[],
	{ prices }: Pick<CatalogueModel, 'prices'>,
): CallId['price'] {
	const arns = own.modelArns.toSorted().join();
	const source = profiles.find(({ type, modelArns }) => type === 'system' && modelArns.toSorted().join() === arns);
	if (source !== undefined) return prices[source.prefix ?? ''] ?? null;
	return own.modelArns.length === 1 ? (prices[''] ?? null) : null;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
