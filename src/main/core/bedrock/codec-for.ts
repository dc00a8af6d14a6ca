import { familyOf } from '../../../shared/catalogue.ts';
import { isInvoke } from '../../../shared/model/operation.ts';
import type { Call } from './call.ts';
import type { FamilyCodec } from './families/family-codec.ts';
import { codecs } from './families/registry.ts';
import { unknownFamily } from './families/unknown-family.ts';

/**
 * Who writes and reads the native body of a call; null where the operation has none. `unknown`: nobody can write it. A
 * body that a person wrote can be sent all the same.
 */
export function codecFor({ settings, body }: Pick<Call, 'settings' | 'body'>): FamilyCodec | null | 'unknown' {
	if (!isInvoke(settings.operation)) return null;
	const family = familyOf(settings.modelId);
	if (family !== null) return codecs[family];
	return body === null ? 'unknown' : unknownFamily;
}
