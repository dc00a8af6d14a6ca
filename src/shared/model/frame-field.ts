import { z } from 'zod';

/**
 * What a run of bytes in a frame is (Amazon event stream encoding). `padding` and `chunk` are the members `p` and
 * `bytes` of the payload; `unread` are bytes that can't be read as anything else.
 */
const kinds = [
	'totalLength',
	'headersLength',
	'preludeChecksum',
	'header',
	'nameLength',
	'name',
	'type',
	'valueLength',
	'value',
	'unread',
	'payload',
	'chunk',
	'padding',
	'messageChecksum',
] as const;

/** A field of a frame. `offset` counts from the frame's first byte; bytes. */
const frameField = z.object({
	kind: z.enum(kinds),
	/** 2: lies inside the last field of level 1 before it. */
	level: z.union([z.literal(1), z.literal(2)]),
	offset: z.number().int().nonnegative(),
	/** As far as it arrived; 0 for one of which nothing did. */
	length: z.number().int().nonnegative(),
	/** How many bytes of it are missing, because the frame was cut. */
	missing: z.number().int().nonnegative(),
	/** The name of a header. */
	name: z.string().nullable(),
	/** The beginning of what its bytes say. */
	value: z.string(),
	/** The checksum that fits, where another one stands. */
	expected: z.string().nullable(),
});
export type FrameField = z.infer<typeof frameField>;

/** The bytes of one frame and what they are. After the last whole frame: what arrived of a frame that was cut. */
export const frameBytes = z.object({ base64: z.string(), fields: z.array(frameField) });
export type FrameBytes = z.infer<typeof frameBytes>;
