import type { Attempt } from '../../../shared/model/exchange.ts';

/** Phases of an attempt as HAR has them, milliseconds; -1: not known or not needed. `connect` includes `ssl`. */
export interface HarTimings {
	readonly blocked: number;
	readonly dns: number;
	readonly connect: number;
	readonly ssl: number;
	readonly send: number;
	readonly wait: number;
	readonly receive: number;
}

/** The phases of an attempt and their sum, which HAR wants to be its whole time. */
export function harTimings(attempt: Attempt): { readonly timings: HarTimings; readonly time: number } {
	const { startedMs, sending, response } = attempt;
	let from = startedMs;
	/** From the end of the phase before to this time. */
	const until = (at: number | null): number => {
		if (at === null) return -1;
		const phase = rounded(Math.max(0, at - from));
		from = Math.max(from, at);
		return phase;
	};
	const dns = until(sending?.lookedUpMs ?? null);
	const open = [until(sending?.connectedMs ?? null), until(sending?.tunnelledMs ?? null)];
	const ssl = until(sending?.securedMs ?? null);
	const connected = [...open, ssl].filter((phase) => phase >= 0);
	const connect = connected.length === 0 ? -1 : rounded(sum(connected));
	const end = attempt.endedMs ?? response?.headersMs ?? from;
	const send = Math.max(0, until(sending?.sentMs ?? null));
	const wait = Math.max(0, until(response?.headersMs ?? end));
	const receive = Math.max(0, until(end));
	const timings = { blocked: -1, dns, connect, ssl, send, wait, receive };
	return { timings, time: rounded(sum([dns, connect, send, wait, receive].filter((phase) => phase >= 0))) };
}

function sum(phases: readonly number[]): number {
	return phases.reduce((total, phase) => total + phase, 0);
}

/** To a microsecond: more is noise of the clock. */
function rounded(ms: number): number {
	return Math.round(ms * 1000) / 1000;
}
