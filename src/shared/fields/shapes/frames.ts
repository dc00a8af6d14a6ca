import type { ShapeTable } from '../field-shape.ts';
import { eventStreamPage, runtimePage } from './pages.ts';

/** The bytes of a frame of the event stream, by the kinds of FrameField, and a frame’s headers. */
export const framesShapes = {
	Frame: {
		docs: eventStreamPage,
		fields: {
			totalLength: { unit: 'bytes' },
			headersLength: { unit: 'bytes' },
			preludeChecksum: { unit: 'hex' },
			header: {},
			nameLength: { unit: 'bytes' },
			name: {},
			type: {},
			valueLength: { unit: 'bytes' },
			value: {},
			unread: {},
			payload: {},
			chunk: { unit: 'base64', docs: runtimePage('PayloadPart') },
			padding: { docs: null },
			messageChecksum: { unit: 'hex' },
		},
	},
	FrameHeaders: {
		docs: eventStreamPage,
		fields: {
			':message-type': { text: 'FrameHeaders.messageType', limits: 'messageTypes' },
			':event-type': { text: 'FrameHeaders.eventType', docs: runtimePage('ConverseStreamOutput') },
			':content-type': { text: 'FrameHeaders.contentType' },
			':exception-type': { text: 'FrameHeaders.exceptionType', docs: runtimePage('ConverseStreamOutput') },
			':error-code': { text: 'FrameHeaders.errorCode' },
			':error-message': { text: 'FrameHeaders.errorMessage' },
		},
	},
} as const satisfies ShapeTable;
