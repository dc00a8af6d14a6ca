import type { Turn } from '../../../shared/model/conversation.ts';
import type { ResultsRefusal } from './results-for.ts';

/** Why a turn could not be started. */
type TurnRefusal =
	| { readonly code: 'conversation-not-found' | 'turn-not-found' | 'not-retryable' | 'body-lost' }
	| { readonly code: 'turn-running'; readonly turnId: string }
	| { readonly code: 'results-not-taken'; readonly reason: ResultsRefusal }
	| { readonly code: 'too-many-texts'; readonly calls: number; readonly most: number };

/** A turn that has begun, or why it could not. */
export type TurnStarted = { readonly turn: Turn } | { readonly refused: TurnRefusal };
