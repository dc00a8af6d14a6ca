import { findModel, profilePrefix } from '../../shared/catalogue.ts';
import type { CatalogueModel } from '../../shared/model/model-entry.ts';
import { findApplicationProfile } from './application-profiles.ts';
import type { Prompt } from './prompt.ts';
import { invalid } from './refusal.ts';

/** The account that practice ARNs belong to. */
export const PRACTICE_ACCOUNT = '123456789012';

const PRACTICE_OUTPUT = 8192;

/** Throughput that the practice account has bought for one model, by its id. */
const provisioned: ReadonlyMap<string, string> = new Map([['practice0001', 'amazon.nova-lite-v1:0']]);

const ARN =
	/^arn:aws[a-z-]*:bedrock:[a-z0-9-]*:(?:\d{12})?:(foundation-model|inference-profile|application-inference-profile|provisioned-model)\/([^/]+)$/;

/**
 * The model that an id of a request's path names: a base id, an inference profile's id, the ARN of either, of an
 * application profile or of provisioned throughput. Refuses, in AWS's words, what names no model and the bare id of a
 * model that is only reached through a profile.
 */
export function modelOfRequest(modelId: string): CatalogueModel {
	const { model, byProfile } = namedModel(modelId);
	if (!byProfile && !model.onDemand) {
		throw invalid(
			`Invocation of model ID ${modelId} with on-demand throughput isn’t supported. Retry your request with the ID or ARN of an inference profile that contains this model.`,
		);
	}
	return model;
}

/** The model of a CountTokens request, which wants the base id even where calls want a profile. */
export function modelOfCount(modelId: string): CatalogueModel {
	return namedModel(modelId).model;
}

function namedModel(modelId: string): { readonly model: CatalogueModel; readonly byProfile: boolean } {
	const [, kind = null, named = modelId] = ARN.exec(modelId) ?? [];
	const own = ownModel(kind, named);
	const id = own ?? named;
	const prefix = profilePrefix(id);
	const model = findModel(id);
	const kindFits =
		kind === null || own !== null || kind === (prefix === null ? 'foundation-model' : 'inference-profile');
	if (model === null || id.startsWith('arn:') || !kindFits || (prefix !== null && !model.profiles.includes(prefix))) {
		throw invalid('The provided model identifier is invalid.');
	}
	return { model, byProfile: own !== null || prefix !== null };
}

/** The model behind what an account has made or bought; null for what it has not, and for other kinds of ARNs. */
function ownModel(kind: string | null, id: string): string | null {
	if (kind === 'application-inference-profile') return findApplicationProfile(id)?.modelId ?? null;
	return kind === 'provisioned-model' ? (provisioned.get(id) ?? null) : null;
}

/** Whether an id names an inference profile, by itself or in an ARN. */
export function namesProfile(modelId: string): boolean {
	return profilePrefix(modelId) !== null || ARN.exec(modelId)?.[1] === 'application-inference-profile';
}

export function isClaude(model: CatalogueModel): boolean {
	return model.provider === 'Anthropic';
}

export function readsImages(model: CatalogueModel): boolean {
	return readsFiles(model, 'image');
}

/** Whether a model reads files of a kind. */
export function readsFiles(model: CatalogueModel, kind: 'image' | 'document' | 'video' | 'audio'): boolean {
	return kind === 'document' ? model.documents : model.inputs.includes(kind);
}

/** Tokens that a model writes at most; where the catalogue doesn't know, what practice gives. */
export function outputLimit(model: CatalogueModel): number {
	return model.maxOutput ?? PRACTICE_OUTPUT;
}

/**
 * How many tokens there are for an answer, and why it ends when they are used up: today's Claude models write until
 * their context is full, and then say so (Anthropic: handling stop reasons).
 */
export function outputRoom(
	{ inputTokens, parameters }: Prompt,
	model: CatalogueModel,
	defaultMaxTokens: number,
): { readonly limit: number; readonly reason: 'max_tokens' | 'model_context_window_exceeded' } {
	const limit = parameters.maxTokens ?? defaultMaxTokens;
	const context = model.contextWindow;
	if (context === null || !countsCache(model) || !isClaude(model) || inputTokens + limit <= context) {
		return { limit, reason: 'max_tokens' };
	}
	return { limit: Math.max(0, context - inputTokens), reason: 'model_context_window_exceeded' };
}

/** Whether answers carry counts of cached tokens: on today's Claude and Nova models (bedrock-facts.md, 1.4). */
export function countsCache(model: CatalogueModel): boolean {
	return model.lifecycle !== 'retired' && (model.family === 'claude-messages' || model.family === 'nova');
}

/** The name a Claude model calls itself in its answers: `claude-3-haiku-20240307`. */
export function nativeName(model: CatalogueModel): string {
	return model.id.replace(/^anthropic\./, '').replace(/-v\d+:0$/, '');
}
