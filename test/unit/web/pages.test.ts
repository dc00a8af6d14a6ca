import { expect, test } from 'vitest';
import { refusalPage } from '../../../src/main/web/pages.ts';

test.each([
	[undefined, 'en'],
	['en-US,en;q=0.9,ja;q=0.8', 'en'],
	['ja,en-US;q=0.9,en;q=0.8', 'ja'],
	['ja-JP', 'ja'],
	['fr-FR,de', 'en'],
])('a browser that asks for %s reads %s first, and the other below it', (acceptLanguage, first) => {
	const html = refusalPage('usedToken', 'abc', acceptLanguage);
	const second = first === 'en' ? 'ja' : 'en';
	expect(html.startsWith(`<!doctype html><html lang="${first}">`)).toBe(true);
	expect(html.indexOf(`<section lang="${first}"><h1>`)).toBeGreaterThan(0);
	expect(html.indexOf(`<section lang="${second}"><h2>`)).toBeGreaterThan(html.indexOf(`<section lang="${first}">`));
	expect(html).toContain('<style nonce="abc">');
});
