import type { ShapeTable } from '../field-shape.ts';
import { runtimePage } from './pages.ts';

/** The body of Converse and ConverseStream, but for its messages. */
export const converseRequestShapes = {
	ConverseRequest: {
		docs: runtimePage('Converse'),
		fields: {
			inferenceConfig: { of: 'InferenceConfiguration' },
			additionalModelRequestFields: { free: true },
		},
	},
	InferenceConfiguration: {
		docs: runtimePage('InferenceConfiguration'),
		fields: {
			maxTokens: { unit: 'tokens', limits: 'atLeastOneAndModel' },
			temperature: { limits: 'zeroToOne' },
		},
	},
} as const satisfies ShapeTable;
