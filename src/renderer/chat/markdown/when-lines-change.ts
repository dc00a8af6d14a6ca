/** Tells when lines of an element may begin elsewhere: it became wider or narrower, or fonts have come. */
export function whenLinesChange(element: HTMLElement, tell: () => void): () => void {
	let width = element.clientWidth;
	const observer = new ResizeObserver(() => {
		if (element.clientWidth === width) return;
		width = element.clientWidth;
		tell();
	});
	observer.observe(element);
	document.fonts.addEventListener('loadingdone', tell);
	return () => {
		observer.disconnect();
		document.fonts.removeEventListener('loadingdone', tell);
	};
}
