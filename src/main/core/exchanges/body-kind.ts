import { headerOf } from '../../../shared/header-of.ts';
import type { Attempt, HeaderLines } from '../../../shared/model/exchange.ts';

/** What a response's body is, by its content type. */
export function bodyKind(headers: HeaderLines): NonNullable<Attempt['response']>['kind'] {
	const type = headerOf(headers, 'content-type')?.toLowerCase() ?? '';
	if (type.startsWith('application/vnd.amazon.eventstream')) return 'event-stream';
	return /^application\/(.+\+)?json\b/.test(type) ? 'json' : 'other';
}
