import type { Recording } from './recording.ts';
export function markdownText(recording: Recording, _l: string, _w: unknown): string {
	return recording.title;
}
