import { useEffect, useRef, useState } from 'react';
import type { Parsed } from './parse-parameter.ts';

const PAUSE_MS = 400;

interface Field {
	readonly text: string;
	readonly wrong: Extract<Parsed<unknown>, { ok: false }>['wrong'] | null;
	readonly setText: (text: string) => void;
	/** Keeps what stands there now. */
	readonly flush: () => void;
}

/**
 * The text of a field whose value is kept elsewhere. It is kept after a pause in typing, when the field is left, and
 * when it goes away; what is wrong is never kept.
 */
export function useField<Value>(
	value: Value,
	show: (value: Value) => string,
	parse: (text: string) => Parsed<Value>,
	keep: (value: Value) => void,
): Field {
	const [text, setOwn] = useState(() => show(value));
	const pending = useRef<string | null>(null);
	const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
	const latest = useRef({ value, parse, keep });
	latest.current = { value, parse, keep };
	const shown = show(value);

	const flush = useRef(() => {
		if (timer.current !== null) clearTimeout(timer.current);
		timer.current = null;
		if (pending.current === null) return;
		const parsed = latest.current.parse(pending.current);
		pending.current = null;
		if (parsed.ok && !sameValue(parsed, latest.current.value)) latest.current.keep(parsed.value);
	});
	useEffect(() => {
		const last = flush.current;
		return () => last();
	}, []);
	// A value that was changed elsewhere is shown, but not over what is being typed.
	useEffect(() => {
		if (pending.current === null)
			setOwn((own) => (sameValue(latest.current.parse(own), latest.current.value) ? own : shown));
	}, [shown]);

	const parsed = parse(text);
	return {
		text,
		wrong: parsed.ok ? null : parsed.wrong,
		setText: (next) => {
			setOwn(next);
			pending.current = next;
			if (timer.current !== null) clearTimeout(timer.current);
			timer.current = setTimeout(flush.current, PAUSE_MS);
		},
		flush: flush.current,
	};
}

function sameValue<Value>(parsed: Parsed<Value>, value: Value): boolean {
	return parsed.ok && (parsed.value === value || JSON.stringify(parsed.value) === JSON.stringify(value));
}
