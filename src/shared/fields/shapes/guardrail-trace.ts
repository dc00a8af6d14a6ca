import type { ShapeTable } from '../field-shape.ts';
import { runtimePage } from './pages.ts';

/** What a guardrail tells of a call: trace.guardrail in an answer, and beside the native body of InvokeModel. */
export const guardrailTraceShapes = {
	GuardrailTraceAssessment: {
		docs: runtimePage('GuardrailTraceAssessment'),
		fields: {
			modelOutput: {},
			inputAssessment: { of: 'GuardrailAssessment', map: true },
			outputAssessments: { of: 'GuardrailAssessment', map: true },
			actionReason: {},
		},
	},
	GuardrailAssessment: {
		docs: runtimePage('GuardrailAssessment'),
		fields: {
			topicPolicy: { of: 'GuardrailTopicPolicyAssessment' },
			contentPolicy: { of: 'GuardrailContentPolicyAssessment' },
			wordPolicy: { of: 'GuardrailWordPolicyAssessment' },
			sensitiveInformationPolicy: { of: 'GuardrailSensitiveInformationPolicyAssessment' },
			contextualGroundingPolicy: { of: 'GuardrailContextualGroundingPolicyAssessment' },
			automatedReasoningPolicy: { of: 'GuardrailAutomatedReasoningPolicyAssessment' },
			invocationMetrics: { of: 'GuardrailInvocationMetrics' },
			appliedGuardrailDetails: { of: 'AppliedGuardrailDetails' },
		},
	},
	GuardrailTopicPolicyAssessment: {
		docs: runtimePage('GuardrailTopicPolicyAssessment'),
		fields: {
			topics: { of: 'GuardrailTopic' },
		},
	},
	GuardrailTopic: {
		docs: runtimePage('GuardrailTopic'),
		fields: {
			name: {},
			type: { limits: 'topicType' },
			action: { limits: 'blockActions' },
			detected: {},
		},
	},
	GuardrailContentPolicyAssessment: {
		docs: runtimePage('GuardrailContentPolicyAssessment'),
		fields: {
			filters: { of: 'GuardrailContentFilter' },
		},
	},
	GuardrailContentFilter: {
		docs: runtimePage('GuardrailContentFilter'),
		fields: {
			type: { limits: 'contentFilters' },
			confidence: { limits: 'confidences' },
			filterStrength: { limits: 'confidences' },
			action: { text: 'GuardrailTopic.action', limits: 'blockActions' },
			detected: { text: 'GuardrailTopic.detected' },
		},
	},
	GuardrailWordPolicyAssessment: {
		docs: runtimePage('GuardrailWordPolicyAssessment'),
		fields: {
			customWords: { of: 'GuardrailCustomWord' },
			managedWordLists: { of: 'GuardrailManagedWord' },
		},
	},
	GuardrailCustomWord: {
		docs: runtimePage('GuardrailCustomWord'),
		fields: {
			match: {},
			action: { text: 'GuardrailTopic.action', limits: 'blockActions' },
			detected: { text: 'GuardrailTopic.detected' },
		},
	},
	GuardrailManagedWord: {
		docs: runtimePage('GuardrailManagedWord'),
		fields: {
			match: { text: 'GuardrailCustomWord.match' },
			type: { limits: 'managedWords' },
			action: { text: 'GuardrailTopic.action', limits: 'blockActions' },
			detected: { text: 'GuardrailTopic.detected' },
		},
	},
	GuardrailSensitiveInformationPolicyAssessment: {
		docs: runtimePage('GuardrailSensitiveInformationPolicyAssessment'),
		fields: {
			piiEntities: { of: 'GuardrailPiiEntityFilter' },
			regexes: { of: 'GuardrailRegexFilter' },
		},
	},
	GuardrailPiiEntityFilter: {
		docs: runtimePage('GuardrailPiiEntityFilter'),
		fields: {
			match: {},
			type: {},
			action: { limits: 'piiActions' },
			detected: { text: 'GuardrailTopic.detected' },
		},
	},
	GuardrailRegexFilter: {
		docs: runtimePage('GuardrailRegexFilter'),
		fields: {
			name: {},
			match: {},
			regex: {},
			action: { limits: 'piiActions' },
			detected: { text: 'GuardrailTopic.detected' },
		},
	},
	GuardrailContextualGroundingPolicyAssessment: {
		docs: runtimePage('GuardrailContextualGroundingPolicyAssessment'),
		fields: {
			filters: { of: 'GuardrailContextualGroundingFilter' },
		},
	},
	GuardrailContextualGroundingFilter: {
		docs: runtimePage('GuardrailContextualGroundingFilter'),
		fields: {
			type: { limits: 'groundingTypes' },
			threshold: { unit: 'score' },
			score: { unit: 'score' },
			action: { text: 'GuardrailTopic.action', limits: 'blockActions' },
			detected: { text: 'GuardrailTopic.detected' },
		},
	},
	GuardrailAutomatedReasoningPolicyAssessment: {
		docs: runtimePage('GuardrailAutomatedReasoningPolicyAssessment'),
		fields: {
			findings: { of: 'GuardrailAutomatedReasoningFinding' },
		},
	},
	GuardrailAutomatedReasoningFinding: {
		docs: runtimePage('GuardrailAutomatedReasoningFinding'),
		fields: {
			valid: { of: 'AutomatedReasoningDetails' },
			invalid: { of: 'AutomatedReasoningDetails' },
			satisfiable: { of: 'AutomatedReasoningDetails' },
			impossible: { of: 'AutomatedReasoningDetails' },
			translationAmbiguous: { of: 'AutomatedReasoningDetails' },
			tooComplex: { free: true },
			noTranslations: { free: true },
		},
	},
	AutomatedReasoningDetails: {
		docs: runtimePage('GuardrailAutomatedReasoningFinding'),
		fields: {
			translation: { of: 'GuardrailAutomatedReasoningTranslation' },
			claimsTrueScenario: { of: 'GuardrailAutomatedReasoningScenario' },
			claimsFalseScenario: { of: 'GuardrailAutomatedReasoningScenario' },
			supportingRules: { of: 'GuardrailAutomatedReasoningRule' },
			contradictingRules: { of: 'GuardrailAutomatedReasoningRule' },
			logicWarning: { of: 'GuardrailAutomatedReasoningLogicWarning' },
			options: { of: 'GuardrailAutomatedReasoningTranslationOption' },
			differenceScenarios: { of: 'GuardrailAutomatedReasoningScenario' },
		},
	},
	GuardrailAutomatedReasoningTranslation: {
		docs: runtimePage('GuardrailAutomatedReasoningTranslation'),
		fields: {
			premises: { of: 'GuardrailAutomatedReasoningStatement' },
			claims: { of: 'GuardrailAutomatedReasoningStatement' },
			untranslatedPremises: { of: 'GuardrailAutomatedReasoningInputTextReference' },
			untranslatedClaims: { of: 'GuardrailAutomatedReasoningInputTextReference' },
			confidence: { unit: 'score' },
		},
	},
	GuardrailAutomatedReasoningTranslationOption: {
		docs: runtimePage('GuardrailAutomatedReasoningTranslationOption'),
		fields: {
			translations: { of: 'GuardrailAutomatedReasoningTranslation' },
		},
	},
	GuardrailAutomatedReasoningStatement: {
		docs: runtimePage('GuardrailAutomatedReasoningStatement'),
		fields: {
			logic: {},
			naturalLanguage: {},
		},
	},
	GuardrailAutomatedReasoningInputTextReference: {
		docs: runtimePage('GuardrailAutomatedReasoningInputTextReference'),
		fields: {
			text: {},
		},
	},
	GuardrailAutomatedReasoningScenario: {
		docs: runtimePage('GuardrailAutomatedReasoningScenario'),
		fields: {
			statements: { of: 'GuardrailAutomatedReasoningStatement' },
		},
	},
	GuardrailAutomatedReasoningRule: {
		docs: runtimePage('GuardrailAutomatedReasoningRule'),
		fields: {
			identifier: {},
			policyVersionArn: {},
		},
	},
	GuardrailAutomatedReasoningLogicWarning: {
		docs: runtimePage('GuardrailAutomatedReasoningLogicWarning'),
		fields: {
			type: { limits: 'logicWarnings' },
			premises: { of: 'GuardrailAutomatedReasoningStatement' },
			claims: { of: 'GuardrailAutomatedReasoningStatement' },
		},
	},
	GuardrailInvocationMetrics: {
		docs: runtimePage('GuardrailInvocationMetrics'),
		fields: {
			guardrailProcessingLatency: { unit: 'milliseconds' },
			usage: { of: 'GuardrailUsage' },
			guardrailCoverage: { of: 'GuardrailCoverage' },
		},
	},
	GuardrailUsage: {
		docs: runtimePage('GuardrailUsage'),
		fields: {
			topicPolicyUnits: { unit: 'units' },
			contentPolicyUnits: { unit: 'units' },
			wordPolicyUnits: { unit: 'units' },
			sensitiveInformationPolicyUnits: { unit: 'units' },
			sensitiveInformationPolicyFreeUnits: { unit: 'units' },
			contextualGroundingPolicyUnits: { unit: 'units' },
			contentPolicyImageUnits: {},
			automatedReasoningPolicyUnits: { unit: 'units' },
			automatedReasoningPolicies: {},
		},
	},
	GuardrailCoverage: {
		docs: runtimePage('GuardrailCoverage'),
		fields: {
			textCharacters: { of: 'GuardrailTextCharactersCoverage' },
			images: { of: 'GuardrailImageCoverage' },
		},
	},
	GuardrailTextCharactersCoverage: {
		docs: runtimePage('GuardrailTextCharactersCoverage'),
		fields: {
			guarded: { unit: 'characters' },
			total: { unit: 'characters' },
		},
	},
	GuardrailImageCoverage: {
		docs: runtimePage('GuardrailImageCoverage'),
		fields: {
			guarded: {},
			total: {},
		},
	},
	AppliedGuardrailDetails: {
		docs: runtimePage('AppliedGuardrailDetails'),
		fields: {
			guardrailId: {},
			guardrailVersion: {},
			guardrailArn: {},
			guardrailOrigin: { limits: 'guardrailOrigins' },
			guardrailOwnership: { limits: 'guardrailOwners' },
		},
	},
} as const satisfies ShapeTable;
