import { assertNever } from '../../../../shared/assert-never.ts';
import type { Operation } from '../../../../shared/model/operation.ts';
import type { FamilyCodec } from '../families/family-codec.ts';
import { converse } from './converse.ts';
import { converseStream } from './converse-stream.ts';
import { invoke } from './invoke.ts';
import { invokeStream } from './invoke-stream.ts';
import type { OperationContext } from './operation.ts';

/**
 * Runs one call. Resolves when the response has ended, closed or not; rejects with what the SDK throws. The invoke
 * operations need the codec of the model's family.
 */
export function runOperation(name: Operation, context: OperationContext, codec: FamilyCodec | null): Promise<void> {
	switch (name) {
		case 'Converse':
			return converse(context);
		case 'ConverseStream':
			return converseStream(context);
		case 'InvokeModel':
			return invoke(context, needed(codec));
		case 'InvokeModelWithResponseStream':
			return invokeStream(context, needed(codec));
		default:
			return assertNever(name);
	}
}

function needed(codec: FamilyCodec | null): FamilyCodec {
	if (codec === null) throw new Error('An invoke operation needs the codec of a model family.');
	return codec;
}
