/** Lets the browser (or Electron's window) save bytes or text as a file: a download, so no host is asked for a path. */
export function saveFile(name: string, content: BlobPart, type: string): void {
	const url = URL.createObjectURL(new Blob([content], { type }));
	const link = document.createElement('a');
	link.href = url;
	link.download = name;
	link.click();
	// The download has its own hold on the content once the click is through.
	setTimeout(() => URL.revokeObjectURL(url), 0);
}
