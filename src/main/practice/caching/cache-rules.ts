import type { CatalogueModel } from '../../../shared/model/model-entry.ts';
import { isClaude } from '../models.ts';
import type { PromptPart } from '../prompt-parts.ts';
import { invalidForModel, Refusal } from '../refusal.ts';

const MOST_POINTS = 4;

/**
 * Refuses cache points where there are none, too many, or in the wrong order. The first text is AWS's; the two others are
 * Anthropic's as far as known ([MEM]).
 */
export function checkCachePoints(parts: readonly PromptPart[], model: CatalogueModel): void {
	const ttls = parts.flatMap((part) => (part.type === 'cache' ? [part.ttl] : []));
	if (ttls.length === 0) return;
	if (!model.caching) {
		throw new Refusal(
			'AccessDeniedException',
			'You invoked an unsupported model or your request did not allow prompt caching. See the documentation for more information.',
		);
	}
	if (ttls.length > MOST_POINTS) {
		throw invalidForModel(
			`A maximum of ${MOST_POINTS} blocks with cache_control may be provided. Found ${ttls.length}.`,
		);
	}
	if (isClaude(model) && ttls.lastIndexOf('1h') > ttls.indexOf('5m') && ttls.includes('5m')) {
		throw invalidForModel(
			"a ttl='1h' cache_control block must not come after a ttl='5m' cache_control block. Note that blocks are processed in the following order: `tools`, `system`, `messages`.",
		);
	}
}
