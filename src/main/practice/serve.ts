import { isStreaming } from '../../shared/model/operation.ts';
import { answerCall } from './answer-call.ts';
import type { SignedRequest } from './authenticate.ts';
import { authenticate } from './authenticate.ts';
import type { PromptCache } from './caching/prompt-cache.ts';
import { planCall } from './call.ts';
import { listFoundationModels, listInferenceProfiles } from './control-plane.ts';
import { countTokensResponse } from './count-tokens.ts';
import type { PracticeCredentials } from './credentials.ts';
import type { DrawableFaults } from './faults.ts';
import { getInferenceProfile } from './inference-profiles.ts';
import { parseJson } from './json.ts';
import { modelOfCount } from './models.ts';
import type { Pace } from './pace.ts';
import type { PracticeClock } from './practice-clock.ts';
import { jsonReply, Refusal, refusalReply, unknownOperationReply } from './refusal.ts';
import { routeOf } from './route.ts';
import { stsRefusalReply, stsReply } from './sts.ts';
import type { Wire } from './wire.ts';

/** What serving a request needs to know of the server. */
export interface Service {
	readonly credentials: PracticeCredentials;
	/** The region of requests that were not signed for one. */
	readonly region: string;
	readonly clock: PracticeClock;
	/** Beginnings of prompts that requests wanted to be kept. */
	readonly cache: PromptCache;
	readonly pace: Pace;
	readonly faults: Pick<DrawableFaults, 'draw' | 'drawClock'>;
}

/** Answers one request. Never rejects. */
export async function serve(wire: Wire, service: Service): Promise<void> {
	try {
		await answer(wire, service);
	} catch (error) {
		if (wire.closed.aborted) return;
		wire.reply(refusalReply(error instanceof Refusal ? error : ownFailure(error)));
	}
}

async function answer(wire: Wire, service: Service): Promise<void> {
	const body = await wire.readBody();
	const route = routeOf(wire.method, wire.rawUrl);
	if (route === null || (route.kind === 'sts' && !isForm(wire))) {
		wire.reply(unknownOperationReply());
		return;
	}
	const signed = { method: wire.method, rawUrl: wire.rawUrl, headers: wire.headers, body };
	if (route.kind === 'sts') {
		await answerSts(wire, signed, service);
		return;
	}
	const region = (await authenticate(signed, service.credentials, timeOf(wire, service))) ?? service.region;
	const query = new URLSearchParams(wire.rawUrl.split('?')[1] ?? '');
	switch (route.kind) {
		case 'foundation-models':
			wire.reply(jsonReply(listFoundationModels(query, region)));
			return;
		case 'inference-profiles':
			wire.reply(jsonReply(listInferenceProfiles(query, region)));
			return;
		case 'inference-profile':
			wire.reply(jsonReply(getInferenceProfile(route.identifier, region)));
			return;
		case 'count-tokens':
			wire.reply(jsonReply(countTokensResponse(parseJson(body), route.modelId, modelOfCount(route.modelId))));
			return;
		case 'call': {
			const { operation, modelId } = route;
			const call = planCall({ operation, modelId, headers: wire.headers, body, cache: service.cache });
			const drawn = service.faults.draw(isStreaming(operation)) ?? call.fault;
			await answerCall(wire, call, drawn, service);
		}
	}
}

/** What tells a call of STS from an unknown path of Bedrock. */
function isForm({ headers }: Wire): boolean {
	return headers['content-type']?.startsWith('application/x-www-form-urlencoded') ?? false;
}

/** Refuses in STS's own form. */
async function answerSts(wire: Wire, signed: SignedRequest, service: Service): Promise<void> {
	try {
		await authenticate(signed, service.credentials, timeOf(wire, service), 'sts');
		wire.reply(stsReply(signed.body, wire.requestId));
	} catch (error) {
		wire.reply(stsRefusalReply(error instanceof Refusal ? error : ownFailure(error), wire.requestId));
	}
}

/** The server's time, as a fault of its clock has it. */
function timeOf(wire: Wire, { clock, faults }: Service): number {
	const drawn = faults.drawClock();
	const shift = (drawn?.fault.minutes ?? 0) * 60_000;
	wire.shiftDate(shift);
	drawn?.reach(0);
	return clock.now() + shift;
}

/** A fault of practice itself, said as such, so that nobody looks for it at AWS. */
function ownFailure(error: unknown): Refusal {
	const reason = error instanceof Error ? error.message : String(error);
	return new Refusal('InternalServerException', `The practice endpoint itself failed: ${reason}`);
}
