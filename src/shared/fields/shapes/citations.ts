import type { ShapeTable } from '../field-shape.ts';
import { runtimePage } from './pages.ts';

/** The text of an answer of Converse together with the places that it rests on. */
export const citationsShapes = {
	CitationsContentBlock: {
		docs: runtimePage('CitationsContentBlock'),
		fields: {
			content: { of: 'CitationGeneratedContent' },
			citations: { of: 'Citation' },
		},
	},
	CitationGeneratedContent: {
		docs: runtimePage('CitationGeneratedContent'),
		fields: {
			text: {},
		},
	},
	Citation: {
		docs: runtimePage('Citation'),
		fields: {
			title: {},
			source: {},
			sourceContent: { of: 'CitationSourceContent' },
			location: { of: 'CitationLocation' },
		},
	},
	CitationSourceContent: {
		docs: runtimePage('CitationSourceContent'),
		fields: {
			text: {},
		},
	},
	CitationLocation: {
		docs: runtimePage('CitationLocation'),
		fields: {
			web: { of: 'WebLocation' },
			documentChar: { of: 'DocumentCharLocation' },
			documentPage: { of: 'DocumentPageLocation' },
			documentChunk: { of: 'DocumentChunkLocation' },
			searchResultLocation: { of: 'SearchResultLocation' },
		},
	},
	WebLocation: {
		docs: runtimePage('WebLocation'),
		fields: {
			url: {},
			domain: {},
		},
	},
	DocumentCharLocation: {
		docs: runtimePage('DocumentCharLocation'),
		fields: {
			documentIndex: { unit: 'index' },
			start: {},
			end: {},
		},
	},
	DocumentPageLocation: {
		docs: runtimePage('DocumentPageLocation'),
		fields: {
			documentIndex: { text: 'DocumentCharLocation.documentIndex', unit: 'index' },
			start: {},
			end: {},
		},
	},
	DocumentChunkLocation: {
		docs: runtimePage('DocumentChunkLocation'),
		fields: {
			documentIndex: { text: 'DocumentCharLocation.documentIndex', unit: 'index' },
			start: {},
			end: {},
		},
	},
	SearchResultLocation: {
		docs: runtimePage('SearchResultLocation'),
		fields: {
			searchResultIndex: { unit: 'index' },
			start: {},
			end: {},
		},
	},
} as const satisfies ShapeTable;
