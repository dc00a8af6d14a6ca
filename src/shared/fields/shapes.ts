import { chatCompletionsShapes } from './shapes/chat-completions.ts';
import { citationsShapes } from './shapes/citations.ts';
import { claudeMessagesShapes } from './shapes/claude-messages.ts';
import { contentBlocksShapes } from './shapes/content-blocks.ts';
import { converseRequestShapes } from './shapes/converse-request.ts';
import { converseResponseShapes } from './shapes/converse-response.ts';
import { embeddingsShapes } from './shapes/embeddings.ts';
import { errorsShapes } from './shapes/errors.ts';
import { framesShapes } from './shapes/frames.ts';
import { guardrailTraceShapes } from './shapes/guardrail-trace.ts';
import { headersShapes } from './shapes/headers.ts';
import { invokeMembersShapes } from './shapes/invoke-members.ts';
import { jurassicShapes } from './shapes/jurassic.ts';
import { olderFamiliesShapes } from './shapes/older-families.ts';
import { otherMakersShapes } from './shapes/other-makers.ts';
import { signatureShapes } from './shapes/signature.ts';
import { streamEventsShapes } from './shapes/stream-events.ts';

/** Every shape that the dictionary knows, by its name: AWS's own where it has one. */
export const shapes = {
	...converseRequestShapes,
	...contentBlocksShapes,
	...chatCompletionsShapes,
	...citationsShapes,
	...converseResponseShapes,
	...guardrailTraceShapes,
	...streamEventsShapes,
	...claudeMessagesShapes,
	...olderFamiliesShapes,
	...otherMakersShapes,
	...jurassicShapes,
	...embeddingsShapes,
	...invokeMembersShapes,
	...headersShapes,
	...errorsShapes,
	...framesShapes,
	...signatureShapes,
} as const;

type Shapes = typeof shapes;

type IdOf<Name, Key, Field> = Field extends { readonly text: infer Text } ? Text : `${Name & string}.${Key & string}`;

type IdsOf<Name extends keyof Shapes> = {
	[Key in keyof Shapes[Name]['fields']]: IdOf<Name, Key, Shapes[Name]['fields'][Key]>;
}[keyof Shapes[Name]['fields']];

/** The id of a field's text: `fields:${id}`. */
export type FieldId = { [Name in keyof Shapes]: IdsOf<Name> }[keyof Shapes];

type LimitsOf<Field> = Field extends { readonly limits: infer Limits } ? Limits : never;

/** The id of a limit's text: `fields:limits.${id}`. */
export type FieldLimits = {
	[Name in keyof Shapes]: {
		[Key in keyof Shapes[Name]['fields']]: LimitsOf<Shapes[Name]['fields'][Key]>;
	}[keyof Shapes[Name]['fields']];
}[keyof Shapes];
