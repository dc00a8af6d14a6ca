import type { Pixels } from './attachments.ts';

/** How large an image is, read from its header; null where that is cut off or broken. `format` as Converse names it. */
export function pixelsOf(format: string, bytes: Uint8Array): Pixels | null {
	const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	try {
		if (format === 'png') return { width: view.getUint32(16), height: view.getUint32(20) };
		if (format === 'gif') return { width: view.getUint16(6, true), height: view.getUint16(8, true) };
		if (format === 'webp') return webp(view);
		return format === 'jpeg' ? jpeg(view) : null;
	} catch {
		// It ends before its header does.
		return null;
	}
}

/** The three forms of a WebP (RFC 9649, 2.4 to 2.7). */
function webp(view: DataView): Pixels | null {
	const form = String.fromCharCode(view.getUint8(12), view.getUint8(13), view.getUint8(14), view.getUint8(15));
	if (form === 'VP8X') return { width: 1 + uint24(view, 24), height: 1 + uint24(view, 27) };
	if (form === 'VP8L') {
		const bits = view.getUint32(21, true);
		return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >> 14) & 0x3fff) };
	}
	if (form !== 'VP8 ') return null;
	return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff };
}

function uint24(view: DataView, at: number): number {
	return view.getUint16(at, true) | (view.getUint8(at + 2) << 16);
}

/** Goes from segment to segment until the one of the frame (ITU-T T.81, B.1.1.3 and B.2.2). */
function jpeg(view: DataView): Pixels | null {
	for (let at = 2; ; ) {
		if (view.getUint8(at) !== 0xff) return null;
		const marker = view.getUint8(at + 1);
		// Fill bytes may stand before a marker.
		if (marker === 0xff) at += 1;
		else if (isFrame(marker)) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
		else at += 2 + view.getUint16(at + 2);
	}
}

function isFrame(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;
}
