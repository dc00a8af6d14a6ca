/** What the fields of the models of embeddings are. */
export const embeddingsTexts = {
	TitanEmbedRequest: {
		inputText: 'The text that the vector is made of. One call takes one text.',
		dimensions: 'How many numbers the vector has. Titan Text Embeddings V2 only.',
		normalize:
			'Whether the vector is brought to length 1, which is what happens without it, too. Titan Text Embeddings V2 only.',
		embeddingTypes: 'In which forms the vector comes in embeddingsByType. Titan Text Embeddings V2 only.',
	},
	TitanEmbedResponse: {
		embedding: 'The vector, always of floats. Texts of like meaning have vectors of like direction.',
		embeddingsByType: 'The vector in each form that was asked for; in floats where none was.',
		inputTextTokenCount: 'Tokens that the model read.',
	},
	TitanEmbeddingsByType: {
		float: 'The vector in floats, the same as embedding.',
		binary: 'The vector in ones and zeros.',
	},
	CohereEmbedRequest: {
		texts: 'The texts. Each one becomes a vector.',
		input_type:
			'What the vectors are for. In a search, the texts that are searched are search_document, and what is searched for is search_query.',
		images: 'Pictures as data URLs, in place of texts.',
		inputs: 'Texts and pictures together, each list of them for one vector. Cohere Embed v4 only.',
		embedding_types: 'In which forms the vectors come. Without it: lists of floats.',
		output_dimension: 'How many numbers a vector has. Cohere Embed v4 only.',
		max_tokens: 'How many tokens of each input are read at most. Cohere Embed v4 only.',
		truncate:
			'What is left out of a text that is too long: its beginning or its end. With NONE such a text is refused.',
	},
	CohereEmbedResponse: {
		id: 'The id of this answer.',
		response_type: 'Whether embeddings is a list of vectors, or such a list for each type.',
		embeddings: 'A vector for each text, in their order.',
		texts: 'The texts once more. Letters may have become small ones.',
		images: 'What pictures the vectors are of.',
		inputs: 'The inputs once more.',
	},
	CohereEmbeddingsByType: {
		float: 'The vectors in floats.',
		int8: 'The vectors in whole numbers from −128 to 127.',
		uint8: 'The vectors in whole numbers from 0 to 255.',
		binary: 'The vectors in one bit a dimension. Eight of them are a whole number from −128 to 127.',
		ubinary: 'The vectors in one bit a dimension. Eight of them are a whole number from 0 to 255.',
	},
} as const;
