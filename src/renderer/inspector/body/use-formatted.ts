import { useEffect, useState } from 'react';
import type { FormattedJson } from '../../../shared/json-format.ts';
import { prettyJson } from './pretty-json.ts';

/** The text laid out; null until that is done. A worker that fails leaves the text as it is. */
export function useFormatted(text: string): FormattedJson | null {
	const [held, setHeld] = useState<{ readonly source: string; readonly formatted: FormattedJson } | null>(null);
	useEffect(() => {
		let wanted = true;
		const settle = (formatted: FormattedJson): void => {
			if (wanted) setHeld({ source: text, formatted });
		};
		prettyJson(text).then(settle, () => settle({ text, valid: false }));
		return () => {
			wanted = false;
		};
	}, [text]);
	return held?.source === text ? held.formatted : null;
}
