/** Lets a person choose files, and hands on what was chosen. */
export function chooseAny(take: (files: readonly File[]) => Promise<void>): void {
	const input = document.createElement('input');
	input.type = 'file';
	input.multiple = true;
	input.addEventListener('change', () => void take([...(input.files ?? [])]));
	input.click();
}

/** Bytes as base64. The browser's own encoder works beside the window's thread. Rejects where they can’t be read. */
export function base64Of(bytes: Blob): Promise<string> {
	const { promise, resolve, reject } = Promise.withResolvers<string>();
	const reader = new FileReader();
	reader.addEventListener('load', () => resolve(String(reader.result).replace(/^[^,]*,/, '')));
	reader.addEventListener('error', () => reject(reader.error ?? new Error('The file can’t be read')));
	reader.readAsDataURL(bytes);
	return promise;
}
