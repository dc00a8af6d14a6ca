import type { TFunction } from 'i18next';
import type { FrameField } from '../../../shared/model/frame-field.ts';
import { count } from '../../ui/quantities.ts';

/** What a field of a frame is called; a header by its own name. */
export function fieldName({ kind, name }: FrameField, t: TFunction<'inspector'>): string {
	return kind === 'header' && name !== null ? name : t(`field.${kind}`);
}

/** Which bytes of the frame a field is, counted from 0, the last one with it (`bytes 8–11`). */
export function byteRange({ offset, length }: FrameField, t: TFunction<'stream'>, language: string): string {
	if (length === 0) return t('noBytes');
	const first = count(offset, language);
	return length === 1
		? t('oneByte', { at: first })
		: t('byteRange', { first, last: count(offset + length - 1, language), length: count(length, language) });
}

/** The index of the innermost field around a byte. */
export function fieldAt(fields: readonly FrameField[], at: number): number | null {
	const found = fields.findLastIndex(({ offset, length }) => at >= offset && at < offset + length);
	return found < 0 ? null : found;
}
