import { useEffect, useMemo, useState } from 'react';
import { readOn } from './read-on.ts';
import type { Reading, Source } from './reading.ts';
import { readBeginning } from './reading.ts';

/**
 * Reads a source: its beginning at once, so that nothing jumps, and the rest of a long one in a worker, so that the window
 * goes on moving. `source` must stay the same object as long as it means the same. Of one that has grown the former
 * reading is shown until the new one is done.
 */
export function useReading(source: Source): Reading {
	const beginning = useMemo(() => readBeginning(source), [source]);
	const [held, setHeld] = useState<{ readonly source: Source; readonly reading: Reading } | null>(null);
	useEffect(() => {
		if (beginning.done) return;
		return readOn(source, beginning, (reading) => {
			setHeld((former) =>
				former !== null && former.source !== source && !reading.done ? former : { source, reading },
			);
		});
	}, [source, beginning]);
	return beginning.done ? beginning : (held?.reading ?? beginning);
}
