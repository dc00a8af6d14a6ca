import type { Rows } from '../scenarios.ts';

/** The bodies of families that take one prompt (bedrock-facts.md, 2; the makers' own pages for the templates). */

const noTools = 'the body has no place for tools';
const noImages = 'the body has no place for images';
const noThoughts = { absent: 'it does not think' } as const;

/** Claude's text completion: turns of `Human` and `Assistant`, the system prompt before the first. */
export const claudeText: Rows = {
	plain: { first: { prompt: '\n\nHuman: Hello\n\nAssistant:', max_tokens_to_sample: 2000 } },
	system: { first: { prompt: 'Be brief — “now”.\n\nHuman: Hello\n\nAssistant:', max_tokens_to_sample: 2000 } },
	'multi-turn': {
		first: { prompt: '\n\nHuman: Hello\n\nAssistant:', max_tokens_to_sample: 2000 },
		// Its own answer begins with the space after the colon.
		second: ({ text }) => ({
			prompt: `\n\nHuman: Hello\n\nAssistant:${text}\n\nHuman: And then?\n\nAssistant:`,
			max_tokens_to_sample: 2000,
		}),
	},
	japanese: {
		first: { prompt: '\n\nHuman: カエルの俳句 🐸 を作ってください\n\nAssistant:', max_tokens_to_sample: 2000 },
	},
	'stop sequence': {
		first: { prompt: '\n\nHuman: Hello\n\nAssistant:', max_tokens_to_sample: 2000, stop_sequences: ['practice'] },
	},
	'max tokens': { first: { prompt: '\n\nHuman: Hello\n\nAssistant:', max_tokens_to_sample: 7 } },
	tools: {
		first: { prompt: '\n\nHuman: What is the weather in Kyoto?\n\nAssistant:', max_tokens_to_sample: 2000 },
		leftOut: noTools,
	},
	image: {
		first: { prompt: '\n\nHuman: What is this?\n\nAssistant:', max_tokens_to_sample: 2000 },
		leftOut: noImages,
	},
	thoughts: noThoughts,
};

/** Titan Text: lines of `User` and `Bot`; a system prompt is text before them. */
export const titanText: Rows = {
	plain: { first: { inputText: 'User: Hello\nBot:', textGenerationConfig: { maxTokenCount: 2000 } } },
	system: {
		first: { inputText: 'Be brief — “now”.\nUser: Hello\nBot:', textGenerationConfig: { maxTokenCount: 2000 } },
	},
	'multi-turn': {
		first: { inputText: 'User: Hello\nBot:', textGenerationConfig: { maxTokenCount: 2000 } },
		second: ({ text }) => ({
			inputText: `User: Hello\nBot: ${text}\nUser: And then?\nBot:`,
			textGenerationConfig: { maxTokenCount: 2000 },
		}),
	},
	japanese: {
		first: {
			inputText: 'User: カエルの俳句 🐸 を作ってください\nBot:',
			textGenerationConfig: { maxTokenCount: 2000 },
		},
	},
	'stop sequence': {
		first: {
			inputText: 'User: Hello\nBot:',
			textGenerationConfig: { maxTokenCount: 2000, stopSequences: ['practice'] },
		},
	},
	'max tokens': { first: { inputText: 'User: Hello\nBot:', textGenerationConfig: { maxTokenCount: 7 } } },
	tools: {
		first: {
			inputText: 'User: What is the weather in Kyoto?\nBot:',
			textGenerationConfig: { maxTokenCount: 2000 },
		},
		leftOut: noTools,
	},
	image: {
		first: { inputText: 'User: What is this?\nBot:', textGenerationConfig: { maxTokenCount: 2000 } },
		leftOut: noImages,
	},
	thoughts: noThoughts,
};

const llamaPlain = {
	prompt:
		'<|begin_of_text|><|header_start|>user<|header_end|>\n\nHello<|eot|><|header_start|>assistant<|header_end|>\n\n',
	max_gen_len: 2000,
};

/** Llama 4: a header before each message, an end after it. */
export const llama: Rows = {
	plain: { first: llamaPlain },
	system: {
		first: {
			prompt:
				'<|begin_of_text|><|header_start|>system<|header_end|>\n\nBe brief — “now”.<|eot|><|header_start|>user<|header_end|>\n\nHello<|eot|><|header_start|>assistant<|header_end|>\n\n',
			max_gen_len: 2000,
		},
	},
	'multi-turn': {
		first: llamaPlain,
		second: ({ text }) => ({
			prompt: `<|begin_of_text|><|header_start|>user<|header_end|>\n\nHello<|eot|><|header_start|>assistant<|header_end|>\n\n${text}<|eot|><|header_start|>user<|header_end|>\n\nAnd then?<|eot|><|header_start|>assistant<|header_end|>\n\n`,
			max_gen_len: 2000,
		}),
	},
	japanese: {
		first: {
			prompt:
				'<|begin_of_text|><|header_start|>user<|header_end|>\n\nカエルの俳句 🐸 を作ってください<|eot|><|header_start|>assistant<|header_end|>\n\n',
			max_gen_len: 2000,
		},
	},
	'stop sequence': { first: llamaPlain, leftOut: 'the body has no key for stop sequences' },
	'max tokens': { first: { ...llamaPlain, max_gen_len: 7 } },
	tools: {
		first: {
			prompt:
				'<|begin_of_text|><|header_start|>user<|header_end|>\n\nWhat is the weather in Kyoto?<|eot|><|header_start|>assistant<|header_end|>\n\n',
			max_gen_len: 2000,
		},
		leftOut: noTools,
	},
	image: {
		first: {
			prompt:
				'<|begin_of_text|><|header_start|>user<|header_end|>\n\nWhat is this?<|eot|><|header_start|>assistant<|header_end|>\n\n',
			max_gen_len: 2000,
		},
		leftOut: noImages,
	},
	thoughts: noThoughts,
};

/** Mistral 7B: instructions in brackets; there is no system role, so that a system prompt leads the first of them. */
export const mistralText: Rows = {
	plain: { first: { prompt: '<s>[INST] Hello [/INST]', max_tokens: 2000 } },
	system: { first: { prompt: '<s>[INST] Be brief — “now”.\n\nHello [/INST]', max_tokens: 2000 } },
	'multi-turn': {
		first: { prompt: '<s>[INST] Hello [/INST]', max_tokens: 2000 },
		// Its own answer begins with the space after the bracket.
		second: ({ text }) => ({
			prompt: `<s>[INST] Hello [/INST]${text}</s> [INST] And then? [/INST]`,
			max_tokens: 2000,
		}),
	},
	japanese: { first: { prompt: '<s>[INST] カエルの俳句 🐸 を作ってください [/INST]', max_tokens: 2000 } },
	'stop sequence': { first: { prompt: '<s>[INST] Hello [/INST]', max_tokens: 2000, stop: ['practice'] } },
	'max tokens': { first: { prompt: '<s>[INST] Hello [/INST]', max_tokens: 7 } },
	tools: {
		first: { prompt: '<s>[INST] What is the weather in Kyoto? [/INST]', max_tokens: 2000 },
		leftOut: noTools,
	},
	image: { first: { prompt: '<s>[INST] What is this? [/INST]', max_tokens: 2000 }, leftOut: noImages },
	thoughts: noThoughts,
};

const r1Plain = { prompt: '<｜begin▁of▁sentence｜><｜User｜>Hello<｜Assistant｜><think>\n', max_tokens: 2000 };
const r1Then = ({ text }: { text: string }) => ({
	prompt: `<｜begin▁of▁sentence｜><｜User｜>Hello<｜Assistant｜>${text}<｜end▁of▁sentence｜><｜User｜>And then?<｜Assistant｜><think>\n`,
	max_tokens: 2000,
});

/** DeepSeek-R1: the prompt opens the thoughts, and those of earlier answers do not go back. */
export const deepseekR1: Rows = {
	plain: { first: r1Plain },
	system: {
		first: {
			prompt: '<｜begin▁of▁sentence｜>Be brief — “now”.<｜User｜>Hello<｜Assistant｜><think>\n',
			max_tokens: 2000,
		},
	},
	'multi-turn': { first: r1Plain, second: r1Then },
	japanese: {
		first: {
			prompt: '<｜begin▁of▁sentence｜><｜User｜>カエルの俳句 🐸 を作ってください<｜Assistant｜><think>\n',
			max_tokens: 2000,
		},
	},
	'stop sequence': { first: { ...r1Plain, stop: ['practice'] } },
	'max tokens': { first: { ...r1Plain, max_tokens: 7 } },
	tools: {
		first: {
			prompt: '<｜begin▁of▁sentence｜><｜User｜>What is the weather in Kyoto?<｜Assistant｜><think>\n',
			max_tokens: 2000,
		},
		leftOut: noTools,
	},
	image: {
		first: {
			prompt: '<｜begin▁of▁sentence｜><｜User｜>What is this?<｜Assistant｜><think>\n',
			max_tokens: 2000,
		},
		leftOut: noImages,
	},
	thoughts: { first: r1Plain, second: r1Then },
};

/** Jurassic-2: a question is the prompt; for a talk there is no form of its maker's. */
export const jurassic: Rows = {
	plain: { first: { prompt: 'Hello', maxTokens: 2000 } },
	system: { first: { prompt: 'Be brief — “now”.\nUser: Hello\nAssistant:', maxTokens: 2000 } },
	'multi-turn': {
		first: { prompt: 'Hello', maxTokens: 2000 },
		// Its own answer begins with a line break.
		second: ({ text }) => ({
			prompt: `User: Hello\nAssistant:${text}\nUser: And then?\nAssistant:`,
			maxTokens: 2000,
		}),
	},
	japanese: { first: { prompt: 'カエルの俳句 🐸 を作ってください', maxTokens: 2000 } },
	'stop sequence': { first: { prompt: 'Hello', maxTokens: 2000, stopSequences: ['practice'] } },
	'max tokens': { first: { prompt: 'Hello', maxTokens: 7 } },
	tools: { first: { prompt: 'What is the weather in Kyoto?', maxTokens: 2000 }, leftOut: noTools },
	image: { first: { prompt: 'What is this?', maxTokens: 2000 }, leftOut: noImages },
	thoughts: noThoughts,
};
