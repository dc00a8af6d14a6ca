import { expect, test } from 'vitest';
import { attachmentNotes } from '../../../../src/renderer/attachments/attachment-notes.ts';
import type { AlongKind } from '../../../../src/shared/attachments/attachments.ts';
import type { Operation } from '../../../../src/shared/model/operation.ts';

const HAIKU = 'us.anthropic.claude-haiku-4-5-20251001-v1:0';
const NOVA_MICRO = 'us.amazon.nova-micro-v1:0';

const usual = { image: 'png', document: 'pdf', video: 'mp4', audio: 'mp3', 'search-result': 'txt' };
const file = (kind: AlongKind, size = 10, format: string = usual[kind]) => ({ kind, size, format });
const many = (count: number, kind: AlongKind) => Array.from({ length: count }, () => file(kind));
const to = (operation: Operation, modelId: string, citations = true) => ({ operation, modelId, citations });

test('nothing is said of what a model takes, nor where there is no file', () => {
	expect(attachmentNotes(to('Converse', HAIKU), [file('image'), file('document')], [], true)).toEqual([]);
	expect(attachmentNotes(to('InvokeModel', HAIKU), [file('image')], [], true)).toEqual([]);
	expect(attachmentNotes(to('Converse', 'nobody.knows-this'), [file('video')], [], true)).toEqual([]);
	expect(attachmentNotes(to('Converse', NOVA_MICRO), [], many(30, 'image'), false)).toEqual([]);
});

test('what a model is not known to take is said by its name', () => {
	expect(attachmentNotes(to('ConverseStream', NOVA_MICRO), [file('image'), file('image')], [], true)).toEqual([
		{ code: 'modelKind', kind: 'image', model: 'Nova Micro' },
	]);
	expect(attachmentNotes(to('Converse', HAIKU), [file('video')], [], true)).toEqual([
		{ code: 'modelKind', kind: 'video', model: 'Claude Haiku 4.5' },
	]);
});

test('few models hear', () => {
	const recording = [file('audio')];
	expect(attachmentNotes(to('Converse', 'mistral.voxtral-mini-3b-2507'), recording, [], true)).toEqual([]);
	expect(attachmentNotes(to('Converse', HAIKU), recording, [], true)).toEqual([
		{ code: 'modelKind', kind: 'audio', model: 'Claude Haiku 4.5' },
	]);
	expect(attachmentNotes(to('InvokeModel', 'mistral.voxtral-mini-3b-2507'), recording, [], true)).toEqual([
		{ code: 'noPlace', kind: 'audio' },
	]);
});

test('search results are Claude’s, and are there to be cited', () => {
	const result = [file('search-result')];
	for (const operation of ['Converse', 'InvokeModel'] as const)
		expect(attachmentNotes(to(operation, HAIKU), result, [], true)).toEqual([]);
	expect(attachmentNotes(to('Converse', HAIKU, false), result, [], true)).toEqual([{ code: 'notCited' }]);
	expect(attachmentNotes(to('Converse', NOVA_MICRO), result, [], true)).toEqual([
		{ code: 'modelKind', kind: 'search-result', model: 'Nova Micro' },
	]);
	expect(attachmentNotes(to('InvokeModel', NOVA_MICRO), result, [], true)).toEqual([
		{ code: 'noPlace', kind: 'search-result' },
	]);
	expect(attachmentNotes(to('Converse', 'anthropic.claude-3-haiku-20240307-v1:0'), result, [], true)).toEqual([
		{ code: 'modelKind', kind: 'search-result', model: 'Claude 3 Haiku' },
	]);
});

test('what a native body has no place for would not be sent: that comes first', () => {
	const llama = 'us.meta.llama3-3-70b-instruct-v1:0';
	expect(attachmentNotes(to('InvokeModel', llama), [file('image')], [], true)).toEqual([
		{ code: 'noPlace', kind: 'image' },
	]);
	expect(attachmentNotes(to('InvokeModelWithResponseStream', HAIKU), [file('video')], [], true)).toEqual([
		{ code: 'noPlace', kind: 'video' },
	]);
});

test('formats that a native body has no place for are named, the others go', () => {
	const documents = ['pdf', 'docx', 'md', 'xlsx', 'docx'].map((format) => file('document', 1, format));
	expect(attachmentNotes(to('InvokeModel', HAIKU), documents, [], true)).toEqual([
		{ code: 'noPlaceFormat', formats: ['docx', 'xlsx'] },
	]);
	expect(attachmentNotes(to('Converse', HAIKU), documents, [], true)).toEqual([]);
});

test('a document needs words, an image does not', () => {
	expect(attachmentNotes(to('Converse', HAIKU), [file('document')], [], false)).toEqual([{ code: 'needsText' }]);
	expect(attachmentNotes(to('Converse', HAIKU), [file('image')], [], false)).toEqual([]);
});

test('as many as AWS takes are not too many', () => {
	expect(attachmentNotes(to('Converse', HAIKU), [...many(20, 'image'), ...many(5, 'document')], [], true)).toEqual([]);
});

test('files of earlier messages count, because they are sent again', () => {
	const notes = attachmentNotes(
		to('Converse', HAIKU),
		many(2, 'image'),
		[...many(19, 'image'), ...many(5, 'document')],
		true,
	);
	expect(notes).toEqual([{ code: 'images', count: 21, limit: 20 }]);
	expect(attachmentNotes(to('Converse', HAIKU), [file('document')], many(5, 'document'), true)).toEqual([
		{ code: 'documents', count: 6, limit: 5 },
	]);
});

test('the largest body of InvokeModel is told by what base64 makes of the bytes', () => {
	const half = file('image', 9_375_000);
	expect(attachmentNotes(to('InvokeModel', HAIKU), [half], [half], true)).toEqual([]);
	expect(attachmentNotes(to('InvokeModel', HAIKU), [half], [half, file('image', 1)], true)).toEqual([
		{ code: 'body', size: 25_000_004, limit: 25_000_000 },
	]);
	expect(attachmentNotes(to('Converse', HAIKU), [half], [half, half], true)).toEqual([]);
});
