import type { EditedBody } from '../../../shared/model/body-preview.ts';
import { LONGEST_BODY } from '../../../shared/model/body-preview.ts';
import type { Turn } from '../../../shared/model/conversation.ts';
import { isInvoke } from '../../../shared/model/operation.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import { readBeside } from '../bedrock/sent-beside.ts';
import type { Store } from '../storage/store.ts';

/** The bodies that a person wrote, for asking again with the very same bytes. */
export interface EditedBodies {
	/** A turn begins with such a body, or with none. */
	keep(turnId: string, body: EditedBody | null): void;
	/**
	 * The body of a turn's last call that began its answer; null: it was made of the settings. `lost`: its bytes are gone
	 * (the app was closed before they were sent, or they were erased), and another body is not what was asked for.
	 */
	of(turn: Turn): Promise<EditedBody | 'lost' | null>;
}

/**
 * Keeps in memory what this run of the app was told to send, of all together as much as one may be long; reads the rest
 * from what was captured.
 */
export function createEditedBodies(store: Pick<Store, 'exchange' | 'body'>): EditedBodies {
	const kept = new Map<string, EditedBody>();
	return {
		keep(turnId, body) {
			kept.delete(turnId);
			if (body === null) return;
			kept.set(turnId, body);
			// What was sent is captured anyway; what failed before that (no credentials) is nowhere else.
			let length = [...kept.values()].reduce((sum, { text }) => sum + text.length, 0);
			for (const [oldest, { text }] of kept) {
				if (length <= LONGEST_BODY) return;
				kept.delete(oldest);
				length -= text.length;
			}
		},
		async of(turn) {
			const last = turn.exchanges.findLast(({ continues }) => !continues);
			if (!last?.edited) return null;
			const inMemory = kept.get(turn.id);
			if (inMemory !== undefined) return inMemory;
			const attempt = (await store.exchange(last.id))?.attempts.at(-1);
			if (attempt === undefined || attempt.request.body.forgotten !== undefined) return 'lost';
			const bytes = await store.body(attempt.id, 'request');
			if (bytes === null) return 'lost';
			return {
				text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
				operation: last.operation,
				modelId: last.modelId,
				beside: isInvoke(last.operation) ? readBeside(attempt.request.headers) : null,
			};
		},
	};
}

/** The settings of a turn: those of its conversation, with what an edited body is for and what goes along with it. */
export function settingsFor(
	settings: RequestSettings,
	body: Pick<EditedBody, 'operation' | 'modelId' | 'beside'> | null,
): RequestSettings {
	if (body === null) return settings;
	const { operation, modelId, beside } = body;
	return { ...settings, ...beside, operation, modelId };
}

/** What is sent of an edited body. */
export function bytesOf({ text }: EditedBody): Uint8Array {
	return new TextEncoder().encode(text);
}
