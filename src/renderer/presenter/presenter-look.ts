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

let anew = false;

/**
 * Loads the window anew, so that nothing stays in it that was shown before: main gives everything else with other eyes.
 * Until then nothing is seen.
 */
export async function showAnew(carry: () => Promise<void>): Promise<void> {
	anew = true;
	document.body.hidden = true;
	// Whatever becomes of files, what was shown must go.
	await carry().catch(() => undefined);
	window.location.reload();
}

/** Whether the window is about to be loaded anew by itself. */
export function isShownAnew(): boolean {
	return anew;
}
