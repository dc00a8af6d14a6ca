import type { Latency, PlannedCall, PlannedFrame } from './call.ts';
import type { DrawnFault } from './faults.ts';
import { refusalOf, streamExceptionPayload } from './faults.ts';
import { exceptionFrame, withWrongChecksum } from './frames.ts';
import type { Pace } from './pace.ts';
import { tokenDueMs } from './pace.ts';
import type { PracticeClock } from './practice-clock.ts';
import type { Wire } from './wire.ts';

/** Answers at a pace, with a fault when one was drawn. Ends early when the client goes. */
export async function answerCall(
	wire: Wire,
	call: PlannedCall,
	drawn: DrawnFault | null,
	time: { readonly clock: PracticeClock; readonly pace: Pace },
): Promise<void> {
	const startedAt = time.clock.monotonic();
	const elapsed = () => time.clock.monotonic() - startedAt;
	const waitUntil = async (dueMs: number) => {
		const left = dueMs - elapsed();
		if (left > 0) await time.clock.wait(left, wire.closed);
	};

	if (drawn !== null && (await meetBeforeAnswer(wire, drawn, time.clock))) return;
	if (call.stream === null) {
		await waitUntil(tokenDueMs(time.pace, call.outputTokens));
		wire.reply(call.reply({ totalMs: whole(elapsed()), firstByteMs: whole(elapsed()) }));
		return;
	}

	await waitUntil(tokenDueMs(time.pace, 0));
	const firstByteMs = whole(elapsed());
	const latency = (): Latency => ({ totalMs: whole(elapsed()), firstByteMs });
	wire.begin(200, call.stream.headers);
	let written = 0;
	let tokens = 0;
	for (const frame of call.stream.frames) {
		if (frame.token) {
			await waitUntil(tokenDueMs(time.pace, tokens));
			tokens += 1;
		}
		if (wire.closed.aborted) return;
		const fault = drawn !== null && isDue(drawn, written) ? drawn : null;
		if (await writeFrame(wire, frame, latency, fault)) return;
		written += 1;
	}
	wire.end();
}

/** The faults that show before the answer begins. True: the answer is over. Throws the `Refusal` that a fault is. */
async function meetBeforeAnswer(wire: Wire, drawn: DrawnFault, clock: PracticeClock): Promise<boolean> {
	const { fault } = drawn;
	const refusal = refusalOf(fault);
	if (refusal !== null) {
		drawn.reach();
		throw refusal;
	}
	if (fault.kind === 'connection-reset' && fault.afterFrames === undefined) {
		drawn.reach();
		wire.reset();
		return true;
	}
	if (fault.kind !== 'slow-first-byte') return false;
	drawn.reach();
	const waits = [drawn.released, closing(wire)];
	const over = new AbortController();
	if (fault.ms !== undefined) waits.push(clock.wait(fault.ms, AbortSignal.any([wire.closed, over.signal])));
	await Promise.race(waits);
	over.abort();
	return wire.closed.aborted;
}

function isDue({ fault }: DrawnFault, written: number): boolean {
	return 'afterFrames' in fault && fault.afterFrames === written;
}

/** Writes a frame, or what a fault makes of it. True: the stream is over. */
async function writeFrame(
	wire: Wire,
	frame: PlannedFrame,
	latency: () => Latency,
	drawn: DrawnFault | null,
): Promise<boolean> {
	const fault = drawn?.fault;
	switch (fault?.kind) {
		case 'stream-exception':
			await wire.write(exceptionFrame(fault.exception, streamExceptionPayload(fault.exception, fault.message)));
			drawn?.reach();
			wire.end();
			return true;
		case 'connection-reset':
			drawn?.reach();
			wire.reset();
			return true;
		case 'truncated-frame': {
			const bytes = frame.encode(latency());
			await wire.write(bytes.subarray(0, Math.floor(bytes.length / 2)));
			drawn?.reach();
			wire.end();
			return true;
		}
		case 'wrong-checksum':
			await wire.write(withWrongChecksum(frame.encode(latency())));
			drawn?.reach();
			return false;
		case 'stalled-stream':
			drawn?.reach();
			await Promise.race([drawn?.released, closing(wire)]);
			break;
	}
	await wire.write(frame.encode(latency()));
	return false;
}

/** Resolves when the client has gone. */
function closing(wire: Wire): Promise<void> {
	return new Promise((resolve) => {
		if (wire.closed.aborted) resolve();
		else wire.closed.addEventListener('abort', () => resolve(), { once: true });
	});
}

function whole(ms: number): number {
	return Math.max(1, Math.round(ms));
}
