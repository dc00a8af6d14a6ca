import { expect, test } from 'vitest';
import { failureOf, ownFailure } from '../../../../src/main/core/bedrock/failure.ts';
import type { LastResponse } from '../../../../src/main/core/bedrock/wiretap.ts';

function named(name: string, message: string, extra: object = {}): Error {
	return Object.assign(new Error(message), { name, ...extra });
}

/** The texts themselves: test/unit/shared/explanations. */
test.each([
	['AccessDeniedException', "You don't have access to the model with the specified model ID.", 'model-access'],
	['ResourceNotFoundException', 'Could not find the model.', 'model-not-found'],
	['ThrottlingException', 'Too many requests, please wait before trying again.', 'throttled'],
	['throttlingException', 'Too many tokens, please wait before trying again.', 'throttled-tokens'],
	['ServiceQuotaExceededException', 'Quota.', 'quota'],
	['modelStreamErrorException', 'Broken.', 'model-error'],
	['InternalServerException', 'The system encountered an unexpected error during processing.', 'unavailable'],
	['CredentialsProviderError', 'Your session has expired. Please reauthenticate.', 'login-expired'],
	['SomethingNewException', 'New.', 'unknown'],
] as const)('%s: %s', (name, message, code) => {
	expect(failureOf(named(name, message), 'request', null)).toEqual({
		code,
		type: name.charAt(0).toUpperCase() + name.slice(1),
		message,
		status: null,
		requestId: null,
		systemCode: null,
	});
});

test.each([
	['ENOTFOUND', 'no-network'],
	['EAI_AGAIN', 'no-network'],
	['ECONNREFUSED', 'no-network'],
	['EHOSTUNREACH', 'no-network'],
	['ECONNRESET', 'connection-lost'],
	['EPIPE', 'connection-lost'],
	['CERT_HAS_EXPIRED', 'tls-expired'],
	['SOMETHING_ELSE', 'unknown'],
] as const)('system code %s', (systemCode, code) => {
	const error = named('Error', 'getaddrinfo …', { code: systemCode });
	expect(failureOf(error, 'request', null)).toMatchObject({ code, systemCode });
	expect(failureOf(new Error('outer', { cause: error }), 'request', null)).toMatchObject({ code, systemCode });
});

test.each([
	['ETIMEDOUT', 'connect ETIMEDOUT 10.0.0.1:443', 'no-network'],
	['ECONNRESET', 'read ECONNRESET', 'connection-lost'],
	['EPIPE', 'write EPIPE', 'connection-lost'],
] as const)('does not call %s a timeout, as the SDK does', (code, message, meaning) => {
	expect(failureOf(named('TimeoutError', message, { code }), 'request', null)).toMatchObject({
		code: meaning,
		type: 'Error',
		message,
		systemCode: code,
	});
});

function answered(status: number, type: string, beginning: string, reason = ''): LastResponse {
	return {
		status,
		reason,
		beginning,
		headers: [
			['Content-Type', type],
			['X-Amzn-RequestId', 'id-1'],
		],
	};
}

test('takes status and request id from the response where the error has none', () => {
	const response = answered(403, 'application/json', '');
	expect(failureOf(named('AccessDeniedException', 'No.'), 'request', response)).toMatchObject({
		status: 403,
		requestId: 'id-1',
	});
	const metadata = { $metadata: { httpStatusCode: 400, requestId: 'id-2' } };
	expect(failureOf(named('ValidationException', 'No.', metadata), 'request', null)).toMatchObject({
		status: 400,
		requestId: 'id-2',
	});
});

test('says in short what a page of a proxy says', () => {
	const error = new SyntaxError('Unexpected token <\n  Deserialization error: to see the raw response, …');
	const page = '<html><head><title>502 Bad Gateway</title></head><body>long</body></html>';
	expect(failureOf(error, 'request', answered(502, 'text/html', page, 'Bad Gateway'))).toMatchObject({
		code: 'unavailable',
		type: 'UnreadableAnswer',
		message: 'HTTP 502 Bad Gateway (text/html)',
	});
	const login = '<title>Sign in</title>';
	expect(failureOf(error, 'request', answered(200, 'text/html', login, 'OK'))).toMatchObject({
		code: 'unreadable-answer',
		message: 'HTTP 200 OK: Sign in (text/html)',
	});
	const truncated = new Error('Truncated event message received.');
	expect(failureOf(truncated, 'stream', answered(200, 'text/html', login, 'OK'))).toMatchObject({
		code: 'unreadable-answer',
	});
});

test('blames a lost connection for a body that is not whole, whatever its content type', () => {
	const hint =
		'\n  Deserialization error: to see the raw response, inspect the hidden field {error}.$response on this object.';
	const lost = named('Error', `aborted${hint}`, { code: 'ECONNRESET' });
	const stalled = named('StalledResponse', `No byte of the response arrived for 9 ms.${hint}`);
	for (const type of ['application/json', 'text/html']) {
		for (const phase of ['request', 'stream'] as const) {
			const response = answered(200, type, '{"out');
			expect(failureOf(lost, phase, response)).toMatchObject({
				code: 'connection-lost',
				type: 'Error',
				message: 'aborted',
				systemCode: 'ECONNRESET',
			});
			expect(failureOf(stalled, phase, response)).toMatchObject({
				code: 'timeout-idle',
				type: 'StalledResponse',
				message: 'No byte of the response arrived for 9 ms.',
			});
		}
	}
});

test('says where a redirect leads, without its query', () => {
	const response: LastResponse = {
		...answered(302, 'text/html', '<title>Moved</title>'),
		headers: [
			['location', 'https://login.example/start?from=secret#top'],
			['content-type', 'text/html'],
		],
	};
	expect(failureOf(named('Unknown', 'UnknownError'), 'request', response)).toMatchObject({
		code: 'unknown',
		message: 'HTTP 302 Found to https://login.example/start: Moved (text/html)',
	});
});

test('finds AWS’s words where the SDK found none', () => {
	const unknown = named('Unknown', 'UnknownError');
	const body = '{"Output":{"__type":"com.amazon.coral.service#UnknownOperationException"},"Version":"1.0"}';
	expect(failureOf(unknown, 'request', answered(404, 'application/json', body, 'Not Found'))).toMatchObject({
		code: 'unknown',
		type: 'UnknownOperationException',
		message: 'HTTP 404 Not Found (application/json)',
	});
	expect(failureOf(unknown, 'request', answered(403, 'application/json', '{"Message":"Words."}'))).toMatchObject({
		message: 'Words.',
	});
	expect(failureOf(named('newException', '{"message":"In the stream."}'), 'stream', null).message).toBe(
		'In the stream.',
	);
	expect(failureOf(named('newException', '{not json'), 'request', null).message).toBe('{not json');
});

test('tells a broken stream from one that was cut', () => {
	const stream = answered(200, 'application/vnd.amazon.eventstream', '');
	const code = (error: unknown) => failureOf(error, 'stream', stream).code;
	expect(code(new Error('The message checksum (1) did not match the expected value of 2'))).toBe('bad-stream');
	expect(code(new RangeError('Invalid typed array length: 1'))).toBe('bad-stream');
	expect(code(new SyntaxError('Unexpected end of JSON input'))).toBe('bad-stream');
	expect(code(new Error('Truncated event message received.'))).toBe('incomplete-stream');
	expect(code(named('brandNewException', 'x'))).toBe('unknown');
	expect(code('thrown text')).toBe('bad-stream');
});

test('states what the app itself knows', () => {
	expect(ownFailure('no-region', 'Region is missing')).toEqual({
		code: 'no-region',
		type: 'NoRegion',
		message: 'Region is missing',
		status: null,
		requestId: null,
		systemCode: null,
	});
});

test('tells the time limits of a call apart, and from those of a sign-in server', () => {
	const connect = named('TimeoutError', 'the request socket did not establish a connection with the server');
	expect(failureOf(connect, 'request', null).code).toBe('timeout-connect');
	expect(failureOf(connect, 'credentials', null).code).toBe('no-network');
	expect(failureOf(named('NoResponse', 'No response began.'), 'request', null).code).toBe('timeout-first-byte');
	expect(failureOf(named('TotalLimit', 'Not over.'), 'stream', null).code).toBe('timeout-total');
	expect(failureOf(named('TimeoutError', 'no answer'), 'request', null).code).toBe('connection-lost');
});
