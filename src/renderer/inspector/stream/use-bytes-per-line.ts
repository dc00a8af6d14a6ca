import type { RefObject } from 'react';
import { useLayoutEffect, useState } from 'react';
import type { BytesPerLine } from '../body/hex-dump.ts';
import { bytesPerLine } from '../body/hex-dump.ts';

/** How many bytes fit into a line of an element, also after the pane was made wider or narrower. */
export function useBytesPerLine(element: RefObject<HTMLElement | null>): BytesPerLine {
	const [perLine, setPerLine] = useState<BytesPerLine>(8);
	useLayoutEffect(() => {
		const { current } = element;
		if (current === null) return;
		const measure = (): void => setPerLine(bytesPerLine(current.clientWidth));
		measure();
		const observer = new ResizeObserver(measure);
		observer.observe(current);
		return () => observer.disconnect();
	}, [element]);
	return perLine;
}
