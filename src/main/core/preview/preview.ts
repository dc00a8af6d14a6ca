import { familyOf } from '../../../shared/catalogue.ts';
import type { BodyPreview, EditedBody, PreviewRequest, TokenCount } from '../../../shared/model/body-preview.ts';
import type { Exchange } from '../../../shared/model/exchange.ts';
import { isInvoke } from '../../../shared/model/operation.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { CountTokens } from '../bedrock/count-tokens.ts';
import { writeBody, writeHeaders } from '../bedrock/preview-body.ts';
import { headersBeside, readBeside } from '../bedrock/sent-beside.ts';
import type { ClientAccess } from '../credentials/client-access.ts';
import type { ExchangeReader } from '../exchanges/exchange-reader.ts';
import { bytesOf, settingsFor } from '../turns/edited-bodies.ts';
import type { Turns } from '../turns/turns.ts';

/** Bodies before they are sent. Nothing here is kept. */
export interface Preview {
	/** The body that would be sent. null: no such conversation or exchange. Rejects with a `StoreError` for erased bytes. */
	body(request: PreviewRequest): Promise<BodyPreview | null>;
	/** How many tokens a body has, by the service's own count; `body` null: the one of `request`. null as above. */
	count(request: PreviewRequest, body: EditedBody | null, signal: AbortSignal): Promise<TokenCount | null>;
}

/** Writes bodies by the very code that sends them (`bedrock/preview-body.ts`), and reads those that were sent. */
export function createPreview(parts: {
	readonly turns: Pick<Turns, 'draft'>;
	readonly exchanges: Pick<ExchangeReader, 'exchange' | 'body'>;
	readonly access: Pick<ClientAccess, 'target'>;
	readonly countTokens: CountTokens;
}): Preview {
	const { turns, exchanges, access, countTokens } = parts;

	async function about(settings: RequestSettings, bytes: Uint8Array): Promise<BodyPreview> {
		const { operation, modelId } = settings;
		const modelFamily = familyOf(modelId);
		const { region } = await access.target(settings, 'bedrock_runtime');
		return {
			...read(bytes),
			operation,
			modelId,
			family: isInvoke(operation) ? modelFamily : null,
			modelFamily,
			region,
			beside: null,
			headers: [...(await writeHeaders(settings))],
			lost: [],
			failure: null,
		};
	}

	/** An earlier call as it would be made again: what was sent of it last, because its attempts send the same. */
	async function again(settings: RequestSettings, { operation, modelId, attempts }: Exchange): Promise<BodyPreview> {
		const last = attempts.at(-1);
		const bytes = last === undefined ? null : await exchanges.body(last.id, 'request');
		const sent = last === undefined || !isInvoke(operation) ? [] : headersBeside(last.request.headers);
		const beside = isInvoke(operation) ? readBeside(sent) : null;
		const wanted = settingsFor(settings, { operation, modelId, beside });
		const preview = await about(wanted, bytes ?? new Uint8Array());
		const lines = new Set(preview.headers.map((line) => line.join(':')));
		return { ...preview, beside, lost: sent.filter((line) => !lines.has(line.join(':'))).map(([name]) => name) };
	}

	return {
		async body({ conversationId, settings, text, attachments, operation: wantedOperation, exchangeId }) {
			const draft = await turns.draft(conversationId, text, settings, attachments, wantedOperation);
			if (draft === null) return null;
			if (exchangeId === null) {
				const { bytes, failure } = await writeBody(draft);
				return { ...(await about(draft.settings, bytes ?? new Uint8Array())), failure };
			}
			const exchange = await exchanges.exchange(exchangeId);
			return exchange === null ? null : again(draft.settings, exchange);
		},

		async count({ conversationId, settings, text, attachments, operation }, body, signal) {
			const draft = await turns.draft(conversationId, text, settings, attachments, operation);
			if (draft === null) return null;
			const { bytes, failure } = await writeBody({ ...draft, body: body === null ? null : bytesOf(body) });
			const wanted = settingsFor(draft.settings, body);
			if (failure !== null) return { ok: false, failure, modelId: wanted.modelId };
			return countTokens(wanted, bytes ?? new Uint8Array(), signal);
		},
	};
}

function read(bytes: Uint8Array): { readonly text: string; readonly utf8: boolean } {
	try {
		return { text: new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes), utf8: true };
	} catch {
		return { text: new TextDecoder().decode(bytes), utf8: false };
	}
}
