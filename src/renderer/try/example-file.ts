import type { addWaitingResult } from '../attachments/waiting-files.ts';
import type { TryWords } from './thing-facts.ts';
import type { Thing } from './things-to-try.ts';

const WIDTH = 320;
const HEIGHT = 240;
/** The layers of a rock, from its top: where each begins, as a share of the height. */
const LAYERS = [
	['#cfe3ee', 0],
	['#b6a58c', 0.3],
	['#8a7a66', 0.45],
	['#b4653a', 0.6],
	['#5c5248', 0.72],
] as const;

/** The files that go with something to try: made here, so that they need no place and no download. */
export async function exampleFiles({ file }: Thing, t: TryWords): Promise<readonly File[]> {
	if (file === 'document') return [new File([t('documentText')], t('documentName'))];
	return file === 'picture' ? [new File([await drawnLayers()], t('pictureName'))] : [];
}

/** A search result as the composer takes it. */
export type ExampleResult = Parameters<typeof addWaitingResult>[1];

/** The search result that goes with something to try; null: none. */
export function exampleResult({ file }: Thing, t: TryWords): ExampleResult | null {
	if (file !== 'result') return null;
	return { title: t('resultTitle'), source: 'https://example.com/frogs', text: t('documentText') };
}

async function drawnLayers(): Promise<Blob> {
	const canvas = new OffscreenCanvas(WIDTH, HEIGHT);
	const context = canvas.getContext('2d');
	for (const [colour, from] of LAYERS) {
		if (context === null) break;
		context.fillStyle = colour;
		context.fillRect(0, HEIGHT * from, WIDTH, HEIGHT);
	}
	return canvas.convertToBlob({ type: 'image/png' });
}
