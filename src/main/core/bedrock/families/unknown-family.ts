import { isJsonObject } from '../../../../shared/json-object.ts';
import type { FamilyCodec } from './family-codec.ts';
import { silentPiece } from './family-codec.ts';

/**
 * For a model whose body nobody knows, called with a body that a person wrote. Nothing of the answer is guessed: it can be
 * read where it is shown as it came. Its end is known all the same: the last chunk of a stream has Bedrock's own counts
 * (bedrock-facts.md, 1.5).
 */
export const unknownFamily: FamilyCodec = {
	family: null,
	toBody: () => ({}),
	fromResponse: () => ({ ...silentPiece, closes: true }),
	fromChunk: (json) => ({ ...silentPiece, closes: isLast(json) }),
};

function isLast(json: unknown): boolean {
	return isJsonObject(json) && 'amazon-bedrock-invocationMetrics' in json;
}
