import { useEffect, useMemo, useState } from 'react';
import type { FormattedJson } from '../../../shared/json-format.ts';
import { formatJson } from '../../../shared/json-format.ts';
import { prettyJson } from './pretty-json.ts';

/** Up to here a text is laid out with the first picture, so that nothing jumps. Characters. */
const SHORT = 20_000;

/** The text laid out; null until that is done. A worker that fails leaves the text as it is. */
export function useFormatted(text: string): FormattedJson | null {
	const short = useMemo(() => (text.length <= SHORT ? formatJson(text) : null), [text]);
	const [held, setHeld] = useState<{ readonly source: string; readonly formatted: FormattedJson } | null>(null);
	useEffect(() => {
		if (text.length <= SHORT) return;
		let wanted = true;
		const settle = (formatted: FormattedJson): void => {
			if (wanted) setHeld({ source: text, formatted });
		};
		prettyJson(text).then(settle, () => settle({ text, valid: false }));
		return () => {
			wanted = false;
		};
	}, [text]);
	return short ?? (held?.source === text ? held.formatted : null);
}
