import { createHash } from 'node:crypto';
import type { CallContext } from '../prompt.ts';

/**
 * An id as each body has it: `toolu_bdrk_01…` in Claude's own, `tooluse_…` elsewhere (bedrock-facts.md, 1.5). Always the
 * same for the same question and place in the answer.
 */
export function toolUseId(format: CallContext['format'], of: readonly string[]): string {
	const hash = createHash('sha256').update(of.join('\0')).digest();
	const letters = hash
		.toString('base64')
		.replace(/[^A-Za-z0-9]/g, 'x')
		.slice(0, 22);
	return format === 'claude-messages' ? `toolu_bdrk_01${letters}` : `tooluse_${letters}`;
}
