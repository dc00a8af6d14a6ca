import { describe, expect, test } from 'vitest';
import { createSeam } from '../../../../../src/main/core/bedrock/continuation/seam.ts';
import type { CodeSource } from '../../../../../src/main/core/export/code/code-source.ts';
import type { GoingOn } from '../../../../../src/main/core/export/code/how-to-go-on.ts';
import { javaScriptCode } from '../../../../../src/main/core/export/code/javascript.ts';

const source: CodeSource = {
	operation: 'Converse',
	modelId: 'm',
	region: 'us-east-1',
	access: { kind: 'default' },
	endpoint: null,
	fips: false,
	dualStack: false,
	url: '',
	text: '{}',
	body: {},
	whole: true,
	family: null,
	parameters: {},
	headers: [],
	timeoutSeconds: 60,
	goingOn: null,
	remarks: [],
};

/** The program's own function that joins two texts. */
async function joinedOf(words: string | null): Promise<(answer: string, text: string) => string> {
	const goingOn: GoingOn = { calls: 1, limit: 1, words, talk: { kind: 'messages', content: 'blocks' } };
	const { code } = javaScriptCode({ ...source, goingOn }, 'javascript');
	const [text = ''] = /^function joined[\s\S]*?^\}/m.exec(code) ?? [];
	const { joined } = await import(`data:text/javascript,${encodeURIComponent(`export ${text}`)}`);
	return joined;
}

function byTheApp(answer: string, text: string, words: string | null): string {
	const seam = createSeam(answer, words !== null);
	return answer + seam.add(text) + seam.end();
}

const LONG = 'with a sentence that is long enough';
const cases: readonly (readonly [string, string])[] = [
	['', ' ## Hello'],
	['One', ' two'],
	['One ', ' two'],
	['One\n', '\n\nTwo'],
	['One\n\n', '\nTwo'],
	['One \n', '\nTwo'],
	['One\u3000', '\u3000二'],
	['One\n', '\n'],
	['the prac', 'practice'],
	['the prac', ' practice'],
	['x1prac', 'practice'],
	['für größ', 'größere'],
	['an elephant', 'elephants'],
	['very', ' very good'],
	['行きます', 'ます。'],
	[`It ends ${LONG}`, `${LONG} and goes on`],
	[`It ends ${LONG} `, `${LONG}`],
	[`It ends ${LONG}\n`, `\n${LONG}, then`],
	[`## It ends ${LONG}`, `\n${LONG}: below a heading`],
	[`${LONG}\n${LONG}`, `${LONG} comes again`],
	['岩石は、地球の表面を作っている固い物質', '地球の表面を作っている固い物質です。'],
	['| a | b |\n|---|---|', '\n| 1 | 2 |'],
	['}\n}', '\n}\n}'],
];

describe.each([
	['a prefill', null],
	['words', 'Go on.'],
] as const)('after %s, a copied program joins as the app does', (_, words) => {
	test.each(cases)('%j and %j', async (answer, text) => {
		const joined = await joinedOf(words);
		expect(joined(answer, text)).toBe(byTheApp(answer, text, words));
	});
});

test('what a repetition is not sure to be, stays', async () => {
	// The app sees that these few words would be doubled; the program's plain rules don't, and lose nothing.
	expect((await joinedOf('Go on.'))('see the prac', 'the practice')).toBe('see the practhe practice');
});
