/** How much larger everything is in presenter mode; `--zoom` in styles/tokens.css is the same. */
const SCALE = 1.25;

/** CSS pixels of the screen for one of the window's own. */
export function pixelScale(): number {
	return document.documentElement.dataset['presenter'] === undefined ? 1 : SCALE;
}

/** Makes everything larger, or as large as usual. */
export function applyPresenter(on: boolean): void {
	const root = document.documentElement;
	if (on) root.dataset['presenter'] = '';
	else delete root.dataset['presenter'];
	window.dispatchEvent(new Event('resize'));
}

/**
 * Loads the window anew, so that nothing stays in it that was shown before: main gives everything else with other eyes.
 * Until then nothing is seen.
 */
export function showAnew(): void {
	document.body.hidden = true;
	window.location.reload();
}
