import type { ShapeTable } from '../field-shape.ts';
import { jurassicPage } from './pages.ts';

/** The native body of AI21’s Jurassic-2. Of the answer, AWS’s page has the id alone: the rest is as it was recorded. */
export const jurassicShapes = {
	JurassicRequest: {
		docs: jurassicPage,
		fields: {
			prompt: { limits: 'required' },
			maxTokens: { unit: 'tokens', limits: 'jurassicTokens' },
			temperature: { limits: 'jurassicSampling' },
			topP: { limits: 'jurassicSampling' },
			stopSequences: {},
			presencePenalty: { of: 'JurassicPenalty' },
			countPenalty: { of: 'JurassicPenalty' },
			frequencyPenalty: { of: 'JurassicPenalty' },
		},
	},
	JurassicPenalty: {
		docs: jurassicPage,
		fields: {
			scale: { limits: 'jurassicScale' },
			applyToWhitespaces: { limits: 'trueWithoutIt' },
			applyToPunctuations: { limits: 'trueWithoutIt' },
			applyToNumbers: { limits: 'trueWithoutIt' },
			applyToStopwords: { limits: 'trueWithoutIt' },
			applyToEmojis: { limits: 'trueWithoutIt' },
		},
	},
	JurassicResponse: {
		docs: jurassicPage,
		fields: {
			id: {},
			prompt: { of: 'JurassicText' },
			completions: { of: 'JurassicCompletion' },
		},
	},
	JurassicCompletion: {
		docs: jurassicPage,
		fields: {
			data: { of: 'JurassicText' },
			finishReason: { of: 'JurassicFinishReason' },
		},
	},
	JurassicFinishReason: {
		docs: jurassicPage,
		fields: {
			reason: { limits: 'jurassicReasons' },
			length: { unit: 'tokens' },
			sequence: {},
		},
	},
	JurassicText: {
		docs: jurassicPage,
		fields: {
			text: {},
			tokens: { of: 'JurassicToken' },
		},
	},
	JurassicToken: {
		docs: jurassicPage,
		fields: {
			generatedToken: { of: 'JurassicGeneratedToken' },
			topTokens: { free: true },
			textRange: { of: 'JurassicTextRange' },
		},
	},
	JurassicGeneratedToken: {
		docs: jurassicPage,
		fields: {
			token: {},
			logprob: {},
			raw_logprob: {},
		},
	},
	JurassicTextRange: {
		docs: jurassicPage,
		fields: {
			start: { unit: 'index' },
			end: { unit: 'index' },
		},
	},
} as const satisfies ShapeTable;
