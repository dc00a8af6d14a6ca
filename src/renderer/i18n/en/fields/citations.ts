/** What the parts of a citation are, by AWS’s names of their types. */
export const citationsTexts = {
	CitationsContentBlock: {
		content: 'What the model wrote.',
		citations: 'The places in your documents that it rests on.',
	},
	CitationGeneratedContent: {
		text: 'The sentence or passage of the answer that the citations belong to.',
	},
	Citation: {
		title: 'The title of the cited source.',
		source: 'Where the cited search result came from.',
		sourceContent: 'The cited words themselves.',
		location: 'Where in the source they stand.',
	},
	CitationSourceContent: {
		text: 'Words of the source, as they stand there.',
	},
	CitationLocation: {
		web: 'A page on the web.',
		documentChar: 'A place in a document, counted in characters.',
		documentPage: 'A place in a document, counted in pages.',
		documentChunk: 'A place in a document, counted in the pieces that you gave.',
		searchResultLocation: 'A place in one of the search results.',
	},
	WebLocation: {
		url: 'The page’s address.',
		domain: 'The page’s site.',
	},
	DocumentCharLocation: {
		documentIndex: 'Which of the documents of the request.',
		start: 'The character at which the cited words begin.',
		end: 'The character at which they end.',
	},
	DocumentPageLocation: {
		start: 'The page on which the cited words begin.',
		end: 'The page on which they end.',
	},
	DocumentChunkLocation: {
		start: 'The piece with which the cited words begin.',
		end: 'The piece with which they end.',
	},
	SearchResultLocation: {
		searchResultIndex: 'Which of the search results of the request.',
		start: 'The piece of its content with which the citation begins.',
		end: 'The piece of its content with which it ends.',
	},
} as const;
