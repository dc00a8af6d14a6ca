import { RECENT_MODELS } from '../../../shared/model/app-settings.ts';

/** The recent models after a call with this one: it comes first, each id is there once, and the oldest are let go. */
export function withRecent(recent: readonly string[], modelId: string): string[] {
	return [modelId, ...recent.filter((other) => other !== modelId)].slice(0, RECENT_MODELS);
}
