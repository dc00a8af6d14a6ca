import { createHash } from 'node:crypto';
import { expect } from 'vitest';
import { countTokens } from '../../../src/main/practice/tokens.ts';
import type { ContentBlock } from '../../../src/shared/model/content.ts';
import type { Exchange } from '../../../src/shared/model/exchange.ts';
import type { Operation } from '../../../src/shared/model/operation.ts';
import { isInvoke, isStreaming } from '../../../src/shared/model/operation.ts';
import { inOperation } from './in-operation.ts';
import type { RawAnswer } from './read-raw.ts';
import { readFrames, readWhole } from './read-raw.ts';
import type { Bench, CellCall } from './run-cell.ts';
import type { Seen } from './scenarios.ts';
import type { Target } from './targets.ts';

const PATHS: Readonly<Record<Operation, string>> = {
	Converse: 'converse',
	ConverseStream: 'converse-stream',
	InvokeModel: 'invoke',
	InvokeModelWithResponseStream: 'invoke-with-response-stream',
};

/** Holds what the app kept of a call to what the service says of it, byte for byte. */
export async function checkCapture(
	bench: Bench,
	call: CellCall,
	target: Pick<Exchange, 'modelId' | 'family'>,
	operation: Operation,
): Promise<void> {
	const { exchange, practice } = call;
	const family = isInvoke(operation) ? target.family : null;
	const streams = isStreaming(operation);
	const url = `${bench.practice.endpoint}/model/${encodeURIComponent(target.modelId)}/${PATHS[operation]}`;
	expect.soft(exchange, operation).toMatchObject({
		operation,
		modelId: target.modelId,
		family,
		connection: 'practice',
		region: 'us-east-1',
		endpoint: bench.practice.endpoint,
		edited: false,
		requestId: practice.requestId,
		attemptCount: 1,
	});
	expect.soft(exchange.attempts, operation).toHaveLength(1);
	const [attempt] = exchange.attempts;
	expect.soft(attempt, operation).toMatchObject({
		index: 1,
		request: { method: 'POST', url, body: kept(practice.requestBody) },
		response: { status: practice.status, body: kept(practice.responseBody) },
		error: null,
	});
	expect.soft(attempt?.endedMs, operation).toBeGreaterThan(attempt?.startedMs ?? Number.POSITIVE_INFINITY);
	const { client } = bench.app;
	for (const [side, bytes] of [
		['request', practice.requestBody],
		['response', practice.responseBody],
	] as const) {
		const { base64 } = await client.exchanges.body({ attemptId: attempt?.id ?? '', side });
		expect.soft(Buffer.from(base64, 'base64').equals(bytes), `${operation}, ${side}`).toBe(true);
	}
	if (!streams || practice.status !== 200) return;
	const page = await client.exchanges.frames({ attemptId: attempt?.id ?? '', after: 0, limit: 5000 });
	expect.soft(page.trailingBytes, operation).toBe(0);
	expect
		.soft(
			page.frames.every((frame) => frame.preludeChecksumValid && frame.messageChecksumValid),
			operation,
		)
		.toBe(true);
}

function kept(bytes: Uint8Array) {
	return { size: bytes.byteLength, sha256: createHash('sha256').update(bytes).digest('hex') };
}

/** Reads a response's bytes without the app's code. */
function rawAnswer(call: CellCall, target: Target, operation: Operation): RawAnswer {
	const { places, streams } = inOperation(target, operation);
	return (streams ? readFrames : readWhole)(call.practice.responseBody, places);
}

/** What the blocks that a call brought say. */
export function saidIn(blocks: readonly ContentBlock[]) {
	const use = blocks.find((block) => block.type === 'tool-use');
	return {
		text: blocks.map((block) => (block.type === 'text' ? block.text : '')).join(''),
		thoughts: blocks.map((block) => (block.type === 'reasoning' ? block.text : '')).join(''),
		signature: blocks.map((block) => (block.type === 'reasoning' ? (block.signature ?? '') : '')).join(''),
		toolUseId: use?.id ?? '',
		toolInput: use === undefined ? undefined : (JSON.parse(use.input) as unknown),
	};
}

/**
 * Holds the blocks that a call brought to its bytes, its stop reason and its counts: told by the body, by the headers of
 * InvokeModel or the metrics of its stream, and counted once more. Gives what the next body of the cell has of it.
 */
export function checkAnswer(
	call: CellCall,
	blocks: readonly ContentBlock[],
	target: Target,
	operation: Operation,
	stopReason: string,
): Seen {
	const { native, streams, tags } = inOperation(target, operation);
	const raw = rawAnswer(call, target, operation);
	const said = saidIn(blocks);
	const { text, thoughts, signature, toolUseId, toolInput } = raw;
	if (tags === null) {
		expect.soft(said, operation).toEqual({ text, thoughts, signature, toolUseId, toolInput });
	} else {
		// A call that was cut in its thoughts has closed them all the same (gpt-oss on practice), or has not.
		const [open, close] = tags;
		const whole = `${open}${said.thoughts}${close}${said.text}`;
		const cut = `${open}${said.thoughts}`;
		expect.soft(said.text === '' ? [whole, cut] : [whole], operation).toContain(text);
		expect.soft([said.toolUseId, said.toolInput, said.signature], operation).toEqual([toolUseId, toolInput, '']);
	}
	const { exchange } = call;
	expect
		.soft([exchange.state, exchange.failure, exchange.stopReason], operation)
		.toEqual(['complete', null, stopReason]);
	expect.soft(raw.stop, operation).toBe(stopReason);
	if (operation === 'ConverseStream') expect.soft(raw.frames.slice(-2)).toEqual(['messageStop', 'metadata']);
	if (operation === 'InvokeModelWithResponseStream') expect.soft(new Set(raw.frames)).toEqual(new Set(['chunk']));

	const { inputTokens = -1, outputTokens = -1 } = exchange.usage ?? {};
	const counts = [
		raw.input === undefined ? null : [raw.input, raw.output],
		native && !streams ? ['Input', 'Output'].map((kind) => Number(header(call, `${kind}-Token-Count`))) : null,
		raw.metrics === null ? null : [raw.metrics.inputTokenCount, raw.metrics.outputTokenCount],
	].filter((pair) => pair !== null);
	expect.soft(counts.length, operation).toBeGreaterThan(0);
	expect.soft(native && streams ? raw.metrics : 'none', operation).not.toBeNull();
	for (const pair of counts) expect.soft([inputTokens, outputTokens], operation).toEqual(pair);
	expect.soft(inputTokens, operation).toBeGreaterThan(0);
	const input = said.toolInput === undefined ? 0 : countTokens(JSON.stringify(said.toolInput));
	// Hidden thoughts are counted all the same.
	if (said.thoughts !== '[REDACTED]') {
		// What stands around thoughts is not counted by practice, the line breaks next to a tag included.
		const [words, thought] =
			tags === null ? [said.text, said.thoughts] : [said.text.trimStart(), said.thoughts.trimEnd()];
		expect.soft(outputTokens, operation).toBe(countTokens(thought) + countTokens(words) + input);
	}
	return { text: said.text, thoughts: said.thoughts, signature: said.signature, toolUseId: said.toolUseId };
}

function header({ exchange }: CellCall, name: string): string | undefined {
	const wanted = `x-amzn-bedrock-${name}`.toLowerCase();
	const { headers = [] } = exchange.attempts[0]?.response ?? {};
	return headers.find(([key]) => key.toLowerCase() === wanted)?.[1];
}
