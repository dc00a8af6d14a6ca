import type { ShapeTable } from '../field-shape.ts';
import { commonErrorsPage, runtimePage } from './pages.ts';

/** The body of a refusal, and the payload of an exception in a stream. */
export const errorsShapes = {
	ErrorBody: {
		docs: commonErrorsPage,
		fields: {
			message: {},
			Message: { text: 'ErrorBody.capitalMessage' },
			originalStatusCode: { unit: 'httpStatus', docs: runtimePage('InvokeModel') },
			originalMessage: { docs: runtimePage('ConverseStream') },
			resourceName: { docs: runtimePage('InvokeModel') },
			exceptionMetadata: { docs: null, free: true },
			__type: { text: 'ErrorBody.coralType', docs: null },
			code: { docs: null },
			Output: { text: 'ErrorBody.unknownOutput', docs: null, of: 'UnknownOperation' },
			Version: { text: 'ErrorBody.unknownVersion', docs: null },
		},
	},
	UnknownOperation: {
		docs: null,
		fields: {
			__type: { text: 'ErrorBody.coralType' },
		},
	},
} as const satisfies ShapeTable;
