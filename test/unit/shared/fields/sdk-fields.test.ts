import * as sdk from '@aws-sdk/client-bedrock-runtime';
import { NormalizedSchema } from '@smithy/core/schema';
import { describe, expect, test } from 'vitest';
import type { FieldContext } from '../../../../src/shared/fields/field-context.ts';
import { findField } from '../../../../src/shared/fields/find-field.ts';
import type { Operation } from '../../../../src/shared/model/operation.ts';

type Schema = NormalizedSchema;
type Path = readonly string[];

const url: FieldContext = { kind: 'url' };

/** What is wrong with a shape: each of its fields, however deep, that has no entry. */
function missingOf(context: FieldContext, schema: Schema, path: Path, around: readonly string[] = []): string[] {
	const missing: string[] = [];
	for (const [name, member] of schema.structIterator()) {
		const { httpHeader, httpLabel, httpPayload, jsonName } = member.getMergedTraits();
		if (typeof httpHeader === 'string') missing.push(...missingHeader(context, httpHeader));
		else if (httpLabel) missing.push(...missingAt(url, [name]));
		else if (!httpPayload) missing.push(...missingMember(context, member, [...path, jsonName ?? name], around));
	}
	return missing;
}

function missingMember(context: FieldContext, member: Schema, path: Path, around: readonly string[]): string[] {
	const here = missingAt(context, path);
	if (here.length > 0) return here;
	let inner = member;
	let at = path;
	while (inner.isListSchema() || inner.isMapSchema()) {
		if (inner.isMapSchema()) at = [...at, 'any key'];
		inner = inner.getValueSchema();
	}
	const name = inner.getName() ?? '';
	if (!inner.isStructSchema() || around.includes(name)) return missingAt(context, at);
	return [...missingAt(context, at), ...missingOf(context, inner, at, [...around, name])];
}

function missingHeader(context: FieldContext, name: string): string[] {
	return context.kind === 'body' ? missingAt({ kind: 'header', side: context.side }, [name]) : [`${name} somewhere`];
}

function missingAt(context: FieldContext, path: Path): string[] {
	return findField(context, path) === null ? [path.join('.')] : [];
}

const operations = [
	['Converse', sdk.ConverseRequest$, sdk.ConverseResponse$],
	['ConverseStream', sdk.ConverseStreamRequest$, null],
	['InvokeModel', sdk.InvokeModelRequest$, sdk.InvokeModelResponse$],
	['InvokeModelWithResponseStream', sdk.InvokeModelWithResponseStreamRequest$, null],
] as const;

const errors = [
	sdk.AccessDeniedException$,
	sdk.BedrockRuntimeServiceException$,
	sdk.ConflictException$,
	sdk.InternalServerException$,
	sdk.ModelErrorException$,
	sdk.ModelNotReadyException$,
	sdk.ModelStreamErrorException$,
	sdk.ModelTimeoutException$,
	sdk.ResourceNotFoundException$,
	sdk.ServiceQuotaExceededException$,
	sdk.ServiceUnavailableException$,
	sdk.ThrottlingException$,
	sdk.ValidationException$,
];

/** How many fields a walk visits, so that a walk that visits nothing fails. */
function countOf(schema: Schema, around: readonly string[] = []): number {
	return [...schema.structIterator()].reduce((sum, [, member]) => {
		let inner = member;
		while (inner.isListSchema() || inner.isMapSchema()) inner = inner.getValueSchema();
		const name = inner.getName() ?? '';
		return sum + 1 + (inner.isStructSchema() && !around.includes(name) ? countOf(inner, [...around, name]) : 0);
	}, 0);
}

describe('every member of the SDK’s schemas has an entry', () => {
	test.each(operations)('%s', (operation: Operation, request, response) => {
		const of = (side: 'request' | 'response'): FieldContext => ({ kind: 'body', side, operation, family: null });
		expect(missingOf(of('request'), NormalizedSchema.of(request), [])).toEqual([]);
		if (response !== null) expect(missingOf(of('response'), NormalizedSchema.of(response), [])).toEqual([]);
	});

	test.each([
		['ConverseStream', sdk.ConverseStreamOutput$],
		['InvokeModelWithResponseStream', sdk.ResponseStream$],
	])('the events of %s', (_, union) => {
		const missing = [...NormalizedSchema.of(union).structIterator()].flatMap(([type, event]) =>
			missingOf({ kind: 'event', type, family: null }, event, []).map((path) => `${type}: ${path}`),
		);
		expect(missing).toEqual([]);
	});

	test('the headers of streamed answers', () => {
		const context: FieldContext = { kind: 'header', side: 'response' };
		const streamed = NormalizedSchema.of(sdk.InvokeModelWithResponseStreamResponse$);
		const names = [...streamed.structIterator()].flatMap(([, member]) => member.getMergedTraits().httpHeader ?? []);
		expect(names.length).toBe(3);
		expect(names.flatMap((name) => missingAt(context, [name]))).toEqual([]);
	});

	test('errors', () => {
		expect(errors.length).toBe(Object.keys(sdk).filter((name) => name.endsWith('Exception$')).length);
		const missing = errors.flatMap((error) => missingOf({ kind: 'error' }, NormalizedSchema.of(error), []));
		expect([...new Set(missing)]).toEqual([]);
	});
});

test('the walk reaches the depth of the shapes', () => {
	expect(countOf(NormalizedSchema.of(sdk.ConverseRequest$))).toBeGreaterThan(200);
	expect(countOf(NormalizedSchema.of(sdk.ConverseResponse$))).toBeGreaterThan(400);
});

test('a member without an entry is listed by its path', () => {
	const context: FieldContext = { kind: 'event', type: 'metadata', family: null };
	// The shape of another event: none of its members is in this one.
	expect(missingOf(context, NormalizedSchema.of(sdk.ContentBlockStartEvent$), [])).toEqual([
		'start',
		'contentBlockIndex',
	]);
});
