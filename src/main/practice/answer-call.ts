import type { Latency, PlannedCall } from './call.ts';
import type { DrawnFault } from './faults.ts';
import { headersWith, isDue, meetAtFrame, meetBeforeAnswer, sendReply, writePiece } from './meet-faults.ts';
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
		const reply = call.reply({ totalMs: whole(elapsed()), firstByteMs: whole(elapsed()) });
		await sendReply(wire, reply, drawn, time.clock);
		return;
	}

	await waitUntil(tokenDueMs(time.pace, 0));
	const firstByteMs = whole(elapsed());
	const latency = (): Latency => ({ totalMs: whole(elapsed()), firstByteMs });
	wire.begin(200, headersWith(call.stream.headers, drawn?.fault));
	let written = 0;
	let tokens = 0;
	for (const frame of call.stream.frames) {
		if (frame.token) {
			await waitUntil(tokenDueMs(time.pace, tokens));
			tokens += 1;
		}
		if (wire.closed.aborted) return;
		const encode = () => frame.encode(latency());
		if (drawn === null || !isDue(drawn, written)) await writePiece(wire, encode(), drawn?.fault, time.clock);
		else if (await meetAtFrame(wire, encode, drawn)) return;
		written += 1;
	}
	wire.end();
}

function whole(ms: number): number {
	return Math.max(1, Math.round(ms));
}
