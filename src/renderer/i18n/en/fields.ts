import { chatCompletionsTexts } from './fields/chat-completions.ts';
import { citationsTexts } from './fields/citations.ts';
import { claudeMessagesTexts } from './fields/claude-messages.ts';
import { contentBlocksTexts } from './fields/content-blocks.ts';
import { converseRequestTexts } from './fields/converse-request.ts';
import { converseResponseTexts } from './fields/converse-response.ts';
import { embeddingsTexts } from './fields/embeddings.ts';
import { errorsTexts } from './fields/errors.ts';
import { framesTexts } from './fields/frames.ts';
import { guardrailTraceTexts } from './fields/guardrail-trace.ts';
import { headersTexts } from './fields/headers.ts';
import { invokeMembersTexts } from './fields/invoke-members.ts';
import { jurassicTexts } from './fields/jurassic.ts';
import { limits } from './fields/limits.ts';
import { olderFamiliesTexts } from './fields/older-families.ts';
import { otherMakersTexts } from './fields/other-makers.ts';
import { signatureTexts } from './fields/signature.ts';
import { streamEventsTexts } from './fields/stream-events.ts';
import { units } from './fields/units.ts';

/** The dictionary of the fields that go over the wire: what each is, by the ids of `shared/fields`. */
export const fields = {
	units,
	limits,
	...converseRequestTexts,
	...contentBlocksTexts,
	...citationsTexts,
	...converseResponseTexts,
	...guardrailTraceTexts,
	...streamEventsTexts,
	...claudeMessagesTexts,
	...olderFamiliesTexts,
	...otherMakersTexts,
	...jurassicTexts,
	...embeddingsTexts,
	...chatCompletionsTexts,
	...invokeMembersTexts,
	...headersTexts,
	...errorsTexts,
	...framesTexts,
	...signatureTexts,
} as const;
