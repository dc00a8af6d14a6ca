import { expect, test } from 'vitest';
import { createOpenExternal, createWindowOpenHandler } from '../../../src/main/electron/external-links.ts';

/** What was opened outside when a page asked for a window on a URL. */
function opened(url: string): { answer: { action: 'deny' }; urls: string[] } {
	const urls: string[] = [];
	const openExternal = createOpenExternal(async (opening) => {
		urls.push(opening);
	});
	return { answer: createWindowOpenHandler(openExternal, () => {})({ url }), urls };
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

test('a link that the system can’t open is told, and ends nothing', async () => {
	const told = Promise.withResolvers<unknown>();
	const error = new Error('No application knows how to open URL');
	const open = createWindowOpenHandler(() => Promise.reject(error), told.resolve);
	expect(open({ url: 'https://example.com/' })).toEqual({ action: 'deny' });
	expect(await told.promise).toBe(error);
});
