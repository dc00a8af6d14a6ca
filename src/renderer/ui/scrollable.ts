/**
 * For an element that scrolls and has nothing in it to focus: it must be reachable by keyboard (WCAG 2.1.1; axe's
 * `scrollable-region-focusable`), and be called something.
 */
export function scrollable(label: string): { tabIndex: 0; role: 'group'; 'aria-label': string } {
	return { tabIndex: 0, role: 'group', 'aria-label': label };
}
