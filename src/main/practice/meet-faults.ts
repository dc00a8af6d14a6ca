import { foreignReplyOf, lastFrameOf, refusalOf } from './fault-answers.ts';
import type { Break, DrawnFault, Fault } from './faults.ts';
import { withWrongChecksum, withWrongPreludeChecksum } from './frames.ts';
import type { PracticeClock } from './practice-clock.ts';
import type { Reply } from './refusal.ts';
import type { Wire } from './wire.ts';

/** The faults that show before the answer begins. True: the answer is over. Throws the `Refusal` that a fault is. */
export async function meetBeforeAnswer(wire: Wire, drawn: DrawnFault, clock: PracticeClock): Promise<boolean> {
	const { fault } = drawn;
	const refusal = refusalOf(fault, { longDate: wire.headers['x-amz-date'] ?? '', now: clock.now() });
	const reply = foreignReplyOf(fault);
	if (refusal !== null || reply !== null || showsAtOnce(fault)) drawn.reach(0);
	if (refusal !== null) throw refusal;
	if (reply !== null) {
		wire.reply(reply);
		return true;
	}
	if (fault.kind === 'connection-reset' && fault.afterFrames === undefined) {
		wire.reset();
		return true;
	}
	if (fault.kind === 'wrong-date') wire.shiftDate(fault.minutes * 60_000);
	if (fault.kind !== 'slow-first-byte') return false;
	const waits = [drawn.released, closing(wire)];
	const over = new AbortController();
	if (fault.ms !== undefined) waits.push(clock.wait(fault.ms, AbortSignal.any([wire.closed, over.signal])));
	await Promise.race(waits);
	over.abort();
	return wire.closed.aborted;
}

function showsAtOnce(fault: Fault): boolean {
	if (fault.kind === 'connection-reset') return fault.afterFrames === undefined;
	return ['slow-first-byte', 'slow-drip', 'wrong-content-type', 'wrong-date'].includes(fault.kind);
}

/** Headers of an answer, with the content type that a fault gives it. */
export function headersWith(
	headers: Readonly<Record<string, string>>,
	fault: Fault | undefined,
): Readonly<Record<string, string>> {
	return fault?.kind === 'wrong-content-type' ? { ...headers, 'Content-Type': fault.contentType } : headers;
}

/** Sends an answer that is not streamed, or what a fault makes of it. */
export async function sendReply(
	wire: Wire,
	reply: Reply,
	drawn: DrawnFault | null,
	clock: PracticeClock,
): Promise<void> {
	const fault = drawn?.fault;
	const begin = () => wire.begin(reply.status, { ...reply.headers, 'Content-Length': String(reply.body.length) });
	const half = Math.floor(reply.body.length / 2);
	switch (fault?.kind) {
		case 'slow-drip':
			begin();
			await drip(wire, reply.body, fault.ms, clock);
			break;
		case 'stalled-body':
			begin();
			await wire.write(reply.body.subarray(0, half));
			drawn?.reach(wire.sentBytes);
			await Promise.race([drawn?.released, closing(wire)]);
			await wire.write(reply.body.subarray(half));
			break;
		case 'cut-body':
			begin();
			await wire.write(reply.body.subarray(0, half));
			await breakOff(wire, drawn, fault);
			return;
		default:
			wire.reply({ ...reply, headers: headersWith(reply.headers, fault) });
			return;
	}
	wire.end();
}

/** Writes a piece of a stream, or what a fault makes of it while it lasts. */
export async function writePiece(
	wire: Wire,
	bytes: Uint8Array,
	fault: Fault | undefined,
	clock: PracticeClock,
): Promise<void> {
	if (fault?.kind === 'slow-drip') await drip(wire, bytes, fault.ms, clock);
	else await wire.write(bytes);
}

/** True where a fault shows at this very frame. */
export function isDue({ fault }: DrawnFault, written: number): boolean {
	return 'afterFrames' in fault && fault.afterFrames === written;
}

/**
 * Writes a frame at which a fault is due, or what the fault makes of it. True: the stream is over. A frame is encoded
 * when it is its turn, because the last one tells the latency.
 */
export async function meetAtFrame(wire: Wire, encode: () => Uint8Array, drawn: DrawnFault): Promise<boolean> {
	const { fault } = drawn;
	const reach = () => drawn.reach(wire.sentBytes);
	const last = lastFrameOf(fault);
	if (last !== null) {
		await wire.write(last);
		reach();
		wire.end();
		return true;
	}
	switch (fault.kind) {
		case 'connection-reset':
			reach();
			wire.reset();
			return true;
		case 'truncated-frame':
			await wire.write(firstHalf(encode()));
			reach();
			wire.end();
			return true;
		case 'cut-stream':
			if (fault.inside === 'length') await wire.write(encode().subarray(0, 2));
			if (fault.inside === 'frame') await wire.write(firstHalf(encode()));
			await breakOff(wire, drawn, fault);
			return true;
		case 'wrong-checksum':
			await wire.write(withWrongChecksum(encode()));
			reach();
			return false;
		case 'wrong-prelude-checksum':
			await wire.write(withWrongPreludeChecksum(encode()));
			reach();
			return false;
		case 'stalled-stream':
			reach();
			await Promise.race([drawn.released, closing(wire)]);
			break;
	}
	await wire.write(encode());
	return false;
}

async function breakOff(
	wire: Wire,
	drawn: DrawnFault | null,
	{ how, held = false }: { readonly how: 'end' | Break; readonly held?: boolean },
): Promise<void> {
	drawn?.reach(wire.sentBytes);
	if (held) await Promise.race([drawn?.released, closing(wire)]);
	if (how === 'end') wire.end();
	else if (how === 'reset') wire.reset();
	else wire.halfClose();
}

async function drip(wire: Wire, bytes: Uint8Array, ms: number | undefined, clock: PracticeClock): Promise<void> {
	for (let at = 0; at < bytes.length && !wire.closed.aborted; at++) {
		if (ms !== undefined) await clock.wait(ms, wire.closed);
		await wire.write(bytes.subarray(at, at + 1));
	}
}

function firstHalf(bytes: Uint8Array): Uint8Array {
	return bytes.subarray(0, Math.floor(bytes.length / 2));
}

/** Resolves when the client has gone. */
function closing(wire: Wire): Promise<void> {
	return new Promise((resolve) => {
		if (wire.closed.aborted) resolve();
		else wire.closed.addEventListener('abort', () => resolve(), { once: true });
	});
}
