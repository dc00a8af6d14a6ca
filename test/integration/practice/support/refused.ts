import { describe, expect, it } from 'vitest';
import type { SignedTarget } from './raw-call.ts';
import { rawPost } from './raw-call.ts';

/** A call that is refused: a name for it, the model, the body (a text is sent as it is), and the service's words. */
export type RefusedCall = readonly [name: string, modelId: string, body: unknown, message: string];

type Action = 'converse' | 'converse-stream' | 'invoke' | 'invoke-with-response-stream' | 'count-tokens';

/** What the service says before the words of a model. */
export const FROM_MODEL = 'The model returned the following errors: ';

/** The service's words for a body that does not fit its model. */
export function malformed(what: string): string {
	return `Malformed input request: ${what}, please reformat your input and try again.`;
}

/** The same for one that it can't read at all. */
export const UNREADABLE = 'Malformed input request, please reformat your input and try again.';

/** How a call is answered, as it is on the wire. */
export async function answerTo(server: SignedTarget, modelId: string, action: Action, body: unknown) {
	const path = `/model/${encodeURIComponent(modelId)}/${action}`;
	const { status, headers, text } = await rawPost(server, path, typeof body === 'string' ? body : JSON.stringify(body));
	return { status, type: headers.get('x-amzn-errortype'), text };
}

/** Holds operations to refusals, to their exact words. */
export function itRefuses(
	practice: { readonly server: SignedTarget },
	actions: readonly Action[],
	calls: readonly RefusedCall[],
): void {
	describe.each(actions)('%s refuses', (action) => {
		it.each(calls)('%s', async (_name, modelId, body, message) => {
			expect(await answerTo(practice.server, modelId, action, body)).toEqual({
				status: 400,
				type: 'ValidationException:http://internal.amazon.com/coral/com.amazon.bedrock/',
				text: JSON.stringify({ message }),
			});
		});
	});
}
