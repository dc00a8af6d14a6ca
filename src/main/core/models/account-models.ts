import type { FoundationModelSummary, InferenceProfileSummary } from '@aws-sdk/client-bedrock';
import { baseModelId, profilePrefix } from '../../../shared/catalogue.ts';
import type { ControlPlane } from './control-plane.ts';
import { TIME_LIMIT } from './control-plane.ts';

/** A model as ListFoundationModels tells it. Whatever AWS left out is null. */
export interface AccountModel {
	readonly id: string;
	readonly name: string | null;
	readonly provider: string | null;
	readonly inputs: readonly string[] | null;
	readonly outputs: readonly string[] | null;
	readonly streaming: boolean | null;
	readonly onDemand: boolean | null;
	readonly lifecycle: 'active' | 'legacy' | null;
	/** ISO day. */
	readonly endOfLife: string | null;
}

/** An inference profile, of AWS or of the account. */
export interface AccountProfile {
	readonly type: 'system' | 'application';
	/** What a call takes as its model id: a system profile's id, an application profile's ARN. */
	readonly callId: string;
	readonly id: string;
	readonly arn: string;
	readonly name: string;
	readonly prefix: string | null;
	/** Base id of the model that it leads to. */
	readonly modelId: string;
	readonly modelArns: readonly string[];
}

/** The three lists of an account in one region; null: that list did not come. */
export interface AccountModels {
	readonly models: readonly AccountModel[] | null;
	readonly systemProfiles: readonly AccountProfile[] | null;
	readonly applicationProfiles: readonly AccountProfile[] | null;
}

/** A list, or the error that came in its place. */
export type Asked<Item> = { readonly items: readonly Item[] } | { readonly error: unknown };

/** Asks for the three lists side by side. Rejects only with the signal's reason. */
export async function askAccount(plane: ControlPlane, signal: AbortSignal) {
	const limit = AbortSignal.timeout(TIME_LIMIT);
	const either = AbortSignal.any([signal, limit]);
	const asked = async <Item>(items: Promise<readonly Item[]>): Promise<Asked<Item>> => {
		try {
			return { items: await items };
		} catch (error) {
			signal.throwIfAborted();
			return { error: limit.aborted ? new TotalLimit() : error };
		}
	};
	const [models, systemProfiles, applicationProfiles] = await Promise.all([
		asked(listModels(plane, either)),
		asked(listProfiles(plane, 'SYSTEM_DEFINED', either)),
		asked(listProfiles(plane, 'APPLICATION', either)),
	]);
	return { models, systemProfiles, applicationProfiles };
}

/** Known to failure.ts by its name. */
class TotalLimit extends Error {
	override readonly name = 'TotalLimit';
	constructor() {
		super(`The list did not come within ${TIME_LIMIT / 1000} seconds.`);
	}
}

async function listModels({ sdk, client }: ControlPlane, abortSignal: AbortSignal): Promise<readonly AccountModel[]> {
	const { modelSummaries = [] } = await client.send(new sdk.ListFoundationModelsCommand({}), { abortSignal });
	return modelSummaries.flatMap(readModel);
}

async function listProfiles(
	{ sdk, client }: ControlPlane,
	typeEquals: 'SYSTEM_DEFINED' | 'APPLICATION',
	abortSignal: AbortSignal,
): Promise<readonly AccountProfile[]> {
	const profiles: AccountProfile[] = [];
	let nextToken: string | undefined;
	do {
		const page = await client.send(new sdk.ListInferenceProfilesCommand({ typeEquals, maxResults: 1000, nextToken }), {
			abortSignal,
		});
		profiles.push(...(page.inferenceProfileSummaries ?? []).flatMap(readProfile));
		// A token that comes back unchanged would be asked for for ever.
		nextToken = page.nextToken === nextToken ? undefined : page.nextToken;
	} while (nextToken);
	return profiles;
}

/** Nothing for what can't be called by its id: variants that want provisioned throughput (`…-v1:0:128k`). */
function readModel(summary: FoundationModelSummary): readonly AccountModel[] {
	const { modelId, modelName, providerName, inputModalities, outputModalities, modelLifecycle } = summary;
	// `INFERENCE_PROFILE` is not in the service model, but is what the service sends (bedrock-facts.md, 1.1).
	const types: readonly string[] | undefined = summary.inferenceTypesSupported;
	if (!modelId || (types !== undefined && types.length > 0 && types.every((type) => type === 'PROVISIONED'))) return [];
	const { status, endOfLifeTime } = modelLifecycle ?? {};
	return [
		{
			id: modelId,
			name: modelName ?? null,
			provider: providerName ?? null,
			inputs: inputModalities?.map((kind) => kind.toLowerCase()) ?? null,
			outputs: outputModalities?.map((kind) => kind.toLowerCase()) ?? null,
			streaming: summary.responseStreamingSupported ?? null,
			onDemand: types?.includes('ON_DEMAND') ?? null,
			lifecycle: status === 'ACTIVE' ? 'active' : status === 'LEGACY' ? 'legacy' : null,
			endOfLife: endOfLifeTime === undefined ? null : dayOf(endOfLifeTime),
		},
	];
}

function dayOf(time: Date): string | null {
	return Number.isNaN(time.getTime()) ? null : time.toISOString().slice(0, 10);
}

/** A profile as far as it can be used; nothing where AWS left out what a call needs. */
export function readProfile(
	summary: Pick<
		InferenceProfileSummary,
		'inferenceProfileId' | 'inferenceProfileArn' | 'inferenceProfileName' | 'type'
	> & {
		readonly models?: InferenceProfileSummary['models'];
	},
): readonly AccountProfile[] {
	const { inferenceProfileId: id, inferenceProfileArn: arn, inferenceProfileName: name, type, models } = summary;
	const modelArns = (models ?? []).flatMap(({ modelArn }) => (modelArn === undefined ? [] : [modelArn]));
	const first = modelArns[0];
	if (!id || !arn || first === undefined) return [];
	const system = type === 'SYSTEM_DEFINED';
	return [
		{
			type: system ? 'system' : 'application',
			callId: system ? id : arn,
			id,
			arn,
			name: name || id,
			prefix: system ? profilePrefix(id) : null,
			modelId: baseModelId(first),
			modelArns,
		},
	];
}
