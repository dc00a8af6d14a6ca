/** What the fields of a guardrail’s trace are, by AWS’s names of their types. */
export const guardrailTraceTexts = {
	GuardrailTraceAssessment: {
		modelOutput: 'What the model had written before the guardrail put its own text there.',
		inputAssessment: 'What was found in the input, by the guardrail’s ID.',
		outputAssessments: 'What was found in the output, by the guardrail’s ID.',
		actionReason: 'Why the guardrail did what it did, in words.',
	},
	GuardrailAssessment: {
		topicPolicy: 'Denied topics that were met.',
		contentPolicy: 'Harmful content that was met: hate, insults, violence, attacks on the prompt and so on.',
		wordPolicy: 'Forbidden words that were met.',
		sensitiveInformationPolicy: 'Personal data and other secrets that were met.',
		contextualGroundingPolicy: 'Whether the answer rests on its source and fits the question.',
		automatedReasoningPolicy: 'Whether what was said can be proved from the rules of an automated reasoning policy.',
		invocationMetrics: 'How long the guardrail took, and how much it checked.',
		appliedGuardrailDetails: 'Which guardrail it was, and who had ordered it.',
	},
	GuardrailTopicPolicyAssessment: {
		topics: 'The topics that were recognised.',
	},
	GuardrailTopic: {
		name: 'The topic’s name in the guardrail.',
		type: 'What is to be done with the topic: it is denied.',
		action: 'What the guardrail did about it. NONE: it only told of it.',
		detected: 'Whether something was found that the guardrail forbids.',
	},
	GuardrailContentPolicyAssessment: {
		filters: 'The filters that saw something.',
	},
	GuardrailContentFilter: {
		type: 'The kind of harm.',
		confidence: 'How sure the filter is.',
		filterStrength: 'How strict the filter was set to be.',
	},
	GuardrailWordPolicyAssessment: {
		customWords: 'Words of your own list.',
		managedWordLists: 'Words of a list that AWS keeps.',
	},
	GuardrailCustomWord: {
		match: 'The words that were found.',
	},
	GuardrailManagedWord: {
		type: 'Which of AWS’s lists it is.',
	},
	GuardrailSensitiveInformationPolicyAssessment: {
		piiEntities: 'Personal data of a kind that AWS knows: names, addresses, numbers.',
		regexes: 'Texts that fit a pattern of your own.',
	},
	GuardrailPiiEntityFilter: {
		match: 'The text that was found. It is personal data itself: mind where you show it.',
		type: 'The kind of data, such as EMAIL or NAME.',
		action: 'What the guardrail did. ANONYMIZED: it put the kind’s name in the place of the data.',
	},
	GuardrailRegexFilter: {
		name: 'The pattern’s name in the guardrail.',
		match: 'The text that fits it.',
		regex: 'The pattern.',
		action: 'What the guardrail did. ANONYMIZED: it put the pattern’s name in the place of the text.',
	},
	GuardrailContextualGroundingPolicyAssessment: {
		filters: 'The two measures: grounding and relevance.',
	},
	GuardrailContextualGroundingFilter: {
		type: 'GROUNDING: whether the answer rests on the source. RELEVANCE: whether it answers the question.',
		threshold: 'The score that the guardrail demands.',
		score: 'The score that the answer got. Below the threshold it counts as found.',
	},
	GuardrailAutomatedReasoningPolicyAssessment: {
		findings: 'What the check by logic found; each finding has exactly one member, which says how it came out.',
	},
	GuardrailAutomatedReasoningFinding: {
		valid: 'The claims follow from the rules.',
		invalid: 'The claims contradict the rules.',
		satisfiable: 'The claims can be true or false, depending on what was not said.',
		impossible: 'Nothing can be concluded: the premises or the rules contradict each other.',
		translationAmbiguous: 'The text can be read in several ways.',
		tooComplex: 'The text is too long or too entangled for the check.',
		noTranslations: 'Nothing in the text can be put into the policy’s logic.',
	},
	AutomatedReasoningDetails: {
		translation: 'How the text was read as logic.',
		claimsTrueScenario: 'An example in which the claims are true.',
		claimsFalseScenario: 'An example in which the claims are false.',
		supportingRules: 'The rules from which the claims follow.',
		contradictingRules: 'The rules that the claims or their premises contradict.',
		logicWarning: 'Something is odd already without the rules, such as a claim that is always true.',
		options: 'The ways in which the text can be read.',
		differenceScenarios: 'Examples that show how those readings differ.',
	},
	GuardrailAutomatedReasoningTranslation: {
		premises: 'What is taken as given.',
		claims: 'What is said to follow.',
		untranslatedPremises: 'Parts of the premises that could not be put into logic.',
		untranslatedClaims: 'Parts of the claims that could not be put into logic.',
		confidence: 'How sure the reading is.',
	},
	GuardrailAutomatedReasoningTranslationOption: {
		translations: 'One way to read the text.',
	},
	GuardrailAutomatedReasoningStatement: {
		logic: 'The statement in the language of logic.',
		naturalLanguage: 'The statement in words.',
	},
	GuardrailAutomatedReasoningInputTextReference: {
		text: 'The words of the text that are meant.',
	},
	GuardrailAutomatedReasoningScenario: {
		statements: 'What holds in this example.',
	},
	GuardrailAutomatedReasoningRule: {
		identifier: 'The rule’s ID in the policy.',
		policyVersionArn: 'The version of the policy that has the rule.',
	},
	GuardrailAutomatedReasoningLogicWarning: {
		type: 'What is odd.',
		premises: 'The premises that it concerns.',
		claims: 'The claims that it concerns.',
	},
	GuardrailInvocationMetrics: {
		guardrailProcessingLatency: 'How long the guardrail took.',
		usage: 'How much each policy checked. A guardrail is billed by this.',
		guardrailCoverage: 'How much of the content was checked.',
	},
	GuardrailUsage: {
		topicPolicyUnits: 'What the denied topics checked.',
		contentPolicyUnits: 'What the content filters checked.',
		wordPolicyUnits: 'What the word filters checked.',
		sensitiveInformationPolicyUnits: 'What the filter of personal data checked.',
		sensitiveInformationPolicyFreeUnits: 'The part of that which costs nothing.',
		contextualGroundingPolicyUnits: 'What the grounding check checked.',
		contentPolicyImageUnits: 'How many pictures the content filters checked.',
		automatedReasoningPolicyUnits: 'What the check by logic checked.',
		automatedReasoningPolicies: 'How many automated reasoning policies took part.',
	},
	GuardrailCoverage: {
		textCharacters: 'The text that was checked, in characters.',
		images: 'The pictures that were checked.',
	},
	GuardrailTextCharactersCoverage: {
		guarded: 'How many were checked.',
		total: 'How many there were.',
	},
	GuardrailImageCoverage: {
		guarded: 'How many were checked.',
		total: 'How many there were.',
	},
	AppliedGuardrailDetails: {
		guardrailId: 'The guardrail’s ID.',
		guardrailVersion: 'Its version.',
		guardrailArn: 'Its ARN.',
		guardrailOrigin: 'Who wanted it: the request, the account or the organization.',
		guardrailOwnership: 'Whether it belongs to your account or to another one.',
	},
} as const;
