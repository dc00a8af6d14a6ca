import type { Family } from '../model/family.ts';
import type { Operation } from '../model/operation.ts';

/** What lies open when someone asks what a field is. It says where a path of `findField` begins. */
export type FieldContext =
	/** A whole JSON body. `family` is that of the native body, null where it is not known. */
	| {
			readonly kind: 'body';
			readonly side: 'request' | 'response';
			readonly operation: Operation;
			readonly family: Family | null;
	  }
	/** The JSON body of a refusal. */
	| { readonly kind: 'error' }
	/** The payload of a frame; `type` is what its header `:event-type` or `:exception-type` says. */
	| { readonly kind: 'event'; readonly type: string; readonly family: Family | null }
	/** The model's own JSON, out of the `bytes` of a `chunk` event. */
	| { readonly kind: 'chunk'; readonly family: Family | null }
	/** HTTP headers; the path is one name, in any case. */
	| { readonly kind: 'header'; readonly side: 'request' | 'response' }
	/** The headers of a frame; the path is one name (`:event-type`). */
	| { readonly kind: 'frame-header' }
	/** The bytes of a frame; the path is one kind of `FrameField`. */
	| { readonly kind: 'frame' }
	/** The request's address; the path is one of `scheme`, `host`, `port`, `basePath`, `modelId`, `action`, `method`. */
	| { readonly kind: 'url' }
	/**
	 * Signature Version 4; the path is a part and one of its parts: `authorization`, `credential`, `canonicalRequest`,
	 * `stringToSign` or `signingKey` (`shapes/signature.ts`).
	 */
	| { readonly kind: 'signature' };
