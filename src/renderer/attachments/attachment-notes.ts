import type { AlongKind } from '../../shared/attachments/attachments.ts';
import { attachmentLimits } from '../../shared/attachments/attachments.ts';
import { familyOf, findModel } from '../../shared/catalogue.ts';
import type { CatalogueModel } from '../../shared/model/model-entry.ts';
import { isInvoke } from '../../shared/model/operation.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { hasPlaceFor } from '../../shared/requests/sent-blocks.ts';
import { takesSearchResults } from '../../shared/search-results.ts';

/** What is to be known before files are sent. Nothing of it keeps anybody from sending: a refusal may be worth seeing. */
export type AttachmentNote =
	/** The catalogue says that the model does not take it. */
	| { readonly code: 'modelKind'; readonly kind: AlongKind; readonly model: string }
	/** The native body has no place for it: it would not be sent. */
	| { readonly code: 'noPlace'; readonly kind: AlongKind }
	/** The same of these formats alone, as Converse names them. */
	| { readonly code: 'noPlaceFormat'; readonly formats: readonly string[] }
	/** Search results that the model is not asked to cite. */
	| { readonly code: 'notCited' }
	/** A document without words (API reference, ContentBlock: a document needs a text). */
	| { readonly code: 'needsText' }
	/** With those of earlier messages, which are sent again, there are too many. */
	| { readonly code: 'images' | 'documents'; readonly count: number; readonly limit: number }
	/** The body would be larger than InvokeModel takes; bytes. */
	| { readonly code: 'body'; readonly size: number; readonly limit: number };

interface SentFile {
	readonly kind: AlongKind;
	readonly format: string;
	readonly size: number;
}

/**
 * What is to be known before `waiting` files are sent with these settings.
 * @param earlier files of the turns that are sent again
 * @param hasText whether words go with them
 */
export function attachmentNotes(
	{ operation, modelId, citations }: Pick<RequestSettings, 'operation' | 'modelId' | 'citations'>,
	waiting: readonly SentFile[],
	earlier: readonly SentFile[],
	hasText: boolean,
): readonly AttachmentNote[] {
	if (waiting.length === 0) return [];
	const model = findModel(modelId);
	const family = familyOf(modelId);
	const notes: AttachmentNote[] = [];
	for (const kind of ['image', 'document', 'video', 'audio', 'search-result'] as const) {
		const formats = new Set(waiting.filter((file) => file.kind === kind).map(({ format }) => format));
		if (formats.size === 0) continue;
		const unplaced = [...formats].filter((format) => !hasPlaceFor(kind, operation, family, format));
		if (!hasPlaceFor(kind, operation, family)) notes.push({ code: 'noPlace', kind });
		else if (unplaced.length > 0) notes.push({ code: 'noPlaceFormat', formats: unplaced });
		else if (model !== null && !takes(model, kind)) notes.push({ code: 'modelKind', kind, model: model.name });
	}
	if (!citations && waiting.some(({ kind }) => kind === 'search-result')) notes.push({ code: 'notCited' });
	if (!hasText && waiting.some(({ kind }) => kind === 'document')) notes.push({ code: 'needsText' });
	const all = [...earlier, ...waiting];
	const { images, documents, requestBytes } = attachmentLimits;
	const imageCount = all.filter(({ kind }) => kind === 'image').length;
	const documentCount = all.filter(({ kind }) => kind === 'document').length;
	if (imageCount > images) notes.push({ code: 'images', count: imageCount, limit: images });
	if (documentCount > documents) notes.push({ code: 'documents', count: documentCount, limit: documents });
	const size = all.reduce((sum, file) => sum + Math.ceil(file.size / 3) * 4, 0);
	if (isInvoke(operation) && size > requestBytes) notes.push({ code: 'body', size, limit: requestBytes });
	return notes;
}

function takes(model: CatalogueModel, kind: AlongKind) {
	if (kind === 'search-result') return takesSearchResults(model);
	if (kind === 'audio') return model.inputs.includes('audio') || model.inputs.includes('speech');
	return kind === 'document' ? model.documents : model.inputs.includes(kind);
}
