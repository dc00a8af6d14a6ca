import { expect, test } from 'vitest';
import { createOpenExternal, createWindowOpenHandler } from '../../../src/main/electron/external-links.ts';

/** What was opened outside when a page asked for a window on a URL. */
function opened(url: string): { answer: { action: 'deny' }; urls: string[] } {
	const urls: string[] = [];
	const openExternal = createOpenExternal(async (opening) => {
		urls.push(opening);
	});
	return { answer: createWindowOpenHandler(openExternal)({ url }), urls };
}

test('no window is opened, an https link goes to the browser', () => {
	const url = 'https://docs.aws.amazon.com/bedrock/';
	expect(opened(url)).toEqual({ answer: { action: 'deny' }, urls: [url] });
	expect(opened('HTTPS://EXAMPLE.COM/').urls).toEqual(['HTTPS://EXAMPLE.COM/']);
});

test.each([
	'http://example.com/',
	'file:///etc/passwd',
	'javascript:alert(1)',
	'mailto:a@example.com',
	'ms-settings:',
	'app://outcrop/',
	'about:blank',
	'https:',
	'',
	' ',
])('%j opens nothing', (url) => {
	expect(opened(url)).toEqual({ answer: { action: 'deny' }, urls: [] });
});
