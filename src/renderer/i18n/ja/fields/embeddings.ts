import type { embeddingsTexts as english } from '../../en/fields/embeddings.ts';
import type { Translation } from '../../translation.ts';

export const embeddingsTexts: Translation<typeof english> = {
	TitanEmbedRequest: {
		inputText: 'ベクトルにするテキスト。1 回の呼び出しに 1 つです。',
		dimensions: 'ベクトルの次元数。Titan Text Embeddings V2 のみ。',
		normalize: 'ベクトルの長さを 1 に揃えるかどうか。省略しても揃えられます。Titan Text Embeddings V2 のみ。',
		embeddingTypes: 'embeddingsByType に返すベクトルの形式。Titan Text Embeddings V2 のみ。',
	},
	TitanEmbedResponse: {
		embedding: 'ベクトル。常に浮動小数点数です。意味の近いテキストほど、ベクトルの向きが近くなります。',
		embeddingsByType: '指定した形式ごとのベクトル。指定がなければ浮動小数点数のみ。',
		inputTextTokenCount: 'モデルが読んだトークン数。',
	},
	TitanEmbeddingsByType: {
		float: '浮動小数点数のベクトル。embedding と同じです。',
		binary: '0 と 1 のベクトル。',
	},
	CohereEmbedRequest: {
		texts: 'テキストの一覧。それぞれが 1 つのベクトルになります。',
		input_type:
			'ベクトルの用途。検索では、検索される側のテキストに search_document、検索する側に search_query を使います。',
		images: 'データ URL にした画像。texts の代わりに渡します。',
		inputs: 'テキストと画像の組み合わせ。1 組が 1 つのベクトルになります。Cohere Embed v4 のみ。',
		embedding_types: '返すベクトルの形式。省略すると浮動小数点数の一覧になります。',
		output_dimension: 'ベクトルの次元数。Cohere Embed v4 のみ。',
		max_tokens: '各入力から読む最大トークン数。Cohere Embed v4 のみ。',
		truncate: '長すぎるテキストの先頭と末尾のどちらを切り捨てるか。NONE では拒否されます。',
	},
	CohereEmbedResponse: {
		id: 'この応答の ID。',
		response_type: 'embeddings がベクトルの一覧か、形式ごとの一覧か。',
		embeddings: 'テキストごとのベクトル。順序は texts と同じです。',
		texts: '渡したテキスト。小文字になっていることがあります。',
		images: 'ベクトルにした画像の情報。',
		inputs: '渡した入力。',
	},
	CohereEmbeddingsByType: {
		float: '浮動小数点数のベクトル。',
		int8: '−128 から 127 までの整数のベクトル。',
		uint8: '0 から 255 までの整数のベクトル。',
		binary: '1 次元を 1 ビットで表すベクトル。8 次元分を −128 から 127 までの整数にまとめています。',
		ubinary: '1 次元を 1 ビットで表すベクトル。8 次元分を 0 から 255 までの整数にまとめています。',
	},
};
