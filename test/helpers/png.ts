import { crc32, deflateSync } from 'node:zlib';

/** A picture of layers of rock, as a PNG; its noise keeps it from being compressed, so that it is about as large as `width × height × 3`. */
export function pngOf(width: number, height: number, noise = 0): Buffer {
	const rows = Buffer.alloc(height * (1 + width * 3));
	let random = 1;
	for (let y = 0; y < height; y += 1) {
		for (let x = 0; x < width; x += 1) {
			const layer = Math.floor((y * 6) / height + Math.sin((x / width) * 7) / 2 + 1);
			random = (random * 1_103_515_245 + 12_345) % 2_147_483_648;
			const shade = noise === 0 ? 0 : Math.floor((random / 2_147_483_648) * noise);
			const at = y * (1 + width * 3) + 1 + x * 3;
			rows[at] = 120 + layer * 18 - shade;
			rows[at + 1] = 70 + layer * 20 - shade;
			rows[at + 2] = Math.max(0, 40 + layer * 22 - shade);
		}
	}
	const head = Buffer.alloc(13);
	head.writeUInt32BE(width, 0);
	head.writeUInt32BE(height, 4);
	head.set([8, 2, 0, 0, 0], 8);
	const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
	return Buffer.concat([
		signature,
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(type: string, content: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
	const framed = Buffer.alloc(named.length + 8);
	framed.writeUInt32BE(content.length, 0);
	named.copy(framed, 4);
	framed.writeUInt32BE(crc32(named), named.length + 4);
	return framed;
}
