import type { AnyProcedure, AnyRouter, Lazyable } from '@orpc/server';
import { isLazy, isProcedure, ORPCError, Procedure } from '@orpc/server';
import type { Masker } from '../../../shared/masking/mask-text.ts';
import type { TurnEvent } from '../../../shared/model/turn-event.ts';
import { maskTurnEvents } from './mask-turn-events.ts';
import { maskDeep } from './mask-value.ts';
import type { Presenter } from './presenter.ts';

/** What goes in is no text of the window's but a secret or a file: nothing was masked in it. */
const NOT_TAKEN = new Set(['apiKey.set', 'questions.answer', 'files.import']);

/** What comes out is masked already, byte by byte. */
const NOT_SHOWN = new Set([
	'exchanges.body',
	'exchanges.frames',
	'exchanges.pulse',
	'exchanges.frameBytes',
	'files.export',
]);

/**
 * A router whose answers are masked while presenter mode is on, and which puts back what was masked in what it is told.
 * A window never gets what it must not show (docs/decisions/0010-presenting-in-main.md).
 */
export function presentRouter<Router extends AnyRouter>(router: Router, presenter: Presenter): Router {
	return presentPart(router, '', presenter) as Router;
}

function presentPart(part: Lazyable<AnyRouter>, path: string, presenter: Presenter): Lazyable<AnyRouter> {
	if (isLazy(part)) throw new Error(`${path} is loaded later: it can't be masked.`);
	if (isProcedure(part)) return presentProcedure(part, path, presenter);
	const members = Object.entries(part).map(([name, member]) => [
		name,
		presentPart(member, path === '' ? name : `${path}.${name}`, presenter),
	]);
	return Object.fromEntries(members);
}

function presentProcedure(procedure: AnyProcedure, path: string, presenter: Presenter): AnyProcedure {
	const definition = procedure['~orpc'];
	return new Procedure({
		...definition,
		async handler(options) {
			try {
				const input = await takenInput(options.input, path, presenter);
				const answer: unknown = await definition.handler({ ...options, input });
				return await presented(answer, path, presenter);
			} catch (error) {
				throw await presentedError(error, presenter);
			}
		},
	});
}

async function takenInput(input: unknown, path: string, presenter: Presenter): Promise<unknown> {
	if (NOT_TAKEN.has(path)) return input;
	// What stands before a word may tell that it is private: a text is always watched from its beginning.
	if (path === 'turns.watch' && (await presenter.masker()) !== null) return Object.assign({}, input, { after: 0 });
	return presenter.take(input, path);
}

async function presented(answer: unknown, path: string, presenter: Presenter): Promise<unknown> {
	const masker = await presenter.masker();
	if (masker === null || NOT_SHOWN.has(path)) return answer;
	if (path === 'turns.watch') return maskTurnEvents(answer as AsyncIterable<TurnEvent>, masker);
	if (!isStream(answer)) return maskDeep(answer, masker);
	return maskEvents(answer, path, masker, presenter);
}

async function* maskEvents(events: AsyncIterable<unknown>, path: string, masker: Masker, presenter: Presenter) {
	try {
		for await (const event of events) {
			const masked = maskDeep(event, masker);
			yield path === 'connections.signIn' ? withAddress(masked, event) : masked;
		}
	} catch (error) {
		throw await presentedError(error, presenter);
	}
}

/** The page to sign in on has to be opened: its address is the one thing that the window gets as it is, and never shows. */
function withAddress(masked: unknown, event: unknown): unknown {
	return typeof event === 'object' && event !== null && 'url' in event
		? Object.assign({}, masked, { url: event.url })
		: masked;
}

async function presentedError(error: unknown, presenter: Presenter): Promise<unknown> {
	const masker = await presenter.masker();
	if (masker === null || !(error instanceof ORPCError)) return error;
	const { code, status, message, data, defined } = error;
	return new ORPCError(code, { status, message: masker.mask(message), data: maskDeep(data, masker), defined });
}

function isStream(value: unknown): value is AsyncIterable<unknown> {
	return typeof value === 'object' && value !== null && Symbol.asyncIterator in value;
}
