import { EventEmitter } from 'node:events';
import { describe, expect, test } from 'vitest';
import { guardNavigation } from '../../../src/main/electron/navigation-guard.ts';

/** Whether a guarded page may go to a URL by an event. */
function mayGo(eventName: string, url: string): boolean {
	const contents = new EventEmitter();
	guardNavigation(contents, 'app://outcrop');
	let prevented = false;
	contents.emit(eventName, {
		url,
		preventDefault: () => {
			prevented = true;
		},
	});
	expect(contents.listenerCount(eventName)).toBe(1);
	return !prevented;
}

describe.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('%s', (eventName) => {
	test.each(['app://outcrop/', 'app://outcrop/index.html#a', 'app://outcrop'])('to %s is let be', (url) => {
		expect(mayGo(eventName, url)).toBe(true);
	});

	test.each([
		'https://example.com/',
		'http://127.0.0.1/',
		'app://outcrop.evil/',
		'app://other/',
		'APP://outcrop/',
		'file:///etc/passwd',
		'javascript:alert(1)',
		'data:text/html,x',
		'about:blank',
		'',
	])('to %s is prevented', (url) => {
		expect(mayGo(eventName, url)).toBe(false);
	});
});

test('a webview is never attached', () => {
	expect(mayGo('will-attach-webview', 'app://outcrop/')).toBe(false);
});
