import type { ShapeTable } from '../field-shape.ts';
import { cohereEmbed3Page, cohereEmbedPage, titanEmbedPage } from './pages.ts';

/** The native bodies of the models that make vectors of texts. */
export const embeddingsShapes = {
	TitanEmbedRequest: {
		docs: titanEmbedPage,
		fields: {
			inputText: { limits: 'titanEmbedText' },
			dimensions: { limits: 'titanEmbedDimensions' },
			normalize: {},
			embeddingTypes: { limits: 'titanEmbedTypes' },
		},
	},
	TitanEmbedResponse: {
		docs: titanEmbedPage,
		fields: {
			embedding: {},
			embeddingsByType: { of: 'TitanEmbeddingsByType' },
			inputTextTokenCount: { unit: 'tokens' },
		},
	},
	TitanEmbeddingsByType: { docs: titanEmbedPage, fields: { float: {}, binary: {} } },
	CohereEmbedRequest: {
		docs: cohereEmbedPage,
		fields: {
			texts: { limits: 'cohereEmbedTexts' },
			input_type: { limits: 'cohereEmbedInputTypes' },
			images: { unit: 'base64', limits: 'cohereEmbedImages' },
			inputs: { free: true },
			embedding_types: { limits: 'cohereEmbedTypes' },
			output_dimension: { limits: 'cohereEmbedDimensions' },
			max_tokens: { unit: 'tokens' },
			truncate: { limits: 'cohereTruncate' },
		},
	},
	CohereEmbedResponse: {
		docs: cohereEmbed3Page,
		fields: {
			id: {},
			response_type: { limits: 'cohereResponseTypes' },
			embeddings: { of: 'CohereEmbeddingsByType' },
			texts: {},
			images: { free: true },
			inputs: { free: true },
		},
	},
	CohereEmbeddingsByType: {
		docs: cohereEmbedPage,
		fields: { float: {}, int8: {}, uint8: {}, binary: {}, ubinary: {} },
	},
} as const satisfies ShapeTable;
