import type { embeddingsTexts as english } from '../../en/fields/embeddings.ts';
import type { Translation } from '../../translation.ts';

export const embeddingsTexts: Translation<typeof english> = {
	TitanEmbedRequest: {
		inputText: 'ベクトルにするテキストです。1 回の呼び出しに 1 つです。',
		dimensions: 'ベクトルの次元数です。Titan Text Embeddings V2 だけにあります。',
		normalize:
			'ベクトルの長さを 1 に揃えるかどうかです。省略しても揃えられます。Titan Text Embeddings V2 だけにあります。',
		embeddingTypes: 'embeddingsByType に返すベクトルの形式です。Titan Text Embeddings V2 だけにあります。',
	},
	TitanEmbedResponse: {
		embedding: 'ベクトルです。常に浮動小数点数です。意味の近いテキストほど、ベクトルの向きが近くなります。',
		embeddingsByType: '指定した形式ごとのベクトルです。指定がなければ浮動小数点数だけです。',
		inputTextTokenCount: 'モデルが読んだトークンの数です。',
	},
	TitanEmbeddingsByType: {
		float: '浮動小数点数のベクトルです。embedding と同じです。',
		binary: '0 と 1 のベクトルです。',
	},
	CohereEmbedRequest: {
		texts: 'テキストの一覧です。それぞれが 1 つのベクトルになります。',
		input_type:
			'ベクトルの用途です。検索では、検索される側のテキストに search_document、検索する側に search_query を使います。',
		images: 'データ URL にした画像です。texts の代わりに渡します。',
		inputs: 'テキストと画像の組み合わせです。1 組が 1 つのベクトルになります。Cohere Embed v4 だけにあります。',
		embedding_types: '返すベクトルの形式です。省略すると浮動小数点数の一覧になります。',
		output_dimension: 'ベクトルの次元数です。Cohere Embed v4 だけにあります。',
		max_tokens: '各入力から読むトークン数の上限です。Cohere Embed v4 だけにあります。',
		truncate: '長すぎるテキストの先頭と末尾のどちらを切り捨てるかです。NONE では拒否されます。',
	},
	CohereEmbedResponse: {
		id: 'この回答の ID です。',
		response_type: 'embeddings がベクトルの一覧か、形式ごとの一覧かです。',
		embeddings: 'テキストごとのベクトルです。順序は texts と同じです。',
		texts: '渡したテキストです。小文字になっていることがあります。',
		images: 'ベクトルにした画像の情報です。',
		inputs: '渡した入力です。',
	},
	CohereEmbeddingsByType: {
		float: '浮動小数点数のベクトルです。',
		int8: '−128 から 127 までの整数のベクトルです。',
		uint8: '0 から 255 までの整数のベクトルです。',
		binary: '1 次元を 1 ビットで表すベクトルです。8 次元分を −128 から 127 までの整数にまとめています。',
		ubinary: '1 次元を 1 ビットで表すベクトルです。8 次元分を 0 から 255 までの整数にまとめています。',
	},
};
