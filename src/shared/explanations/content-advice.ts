import { certain, refused } from './give-advice.ts';

/** What to do about refused files, tools, thoughts and other parts of a request (bedrock-facts.md, 3.1 and 3.2). */
export const contentAdvice = {
	// Files.
	'too-many-files': refused([certain('too-many-files')], ['without-files', 'new-conversation', 'see-request']),
	'file-too-large': refused([certain('file-too-large')], ['smaller-file', 'without-files']),
	'image-pixels': refused([certain('image-pixels')], ['smaller-image', 'without-files']),
	'image-type': refused([certain('image-type')], ['save-image-anew', 'edit-body', 'without-files']),
	'image-unreadable': refused([certain('image-unreadable')], ['save-image-anew', 'without-files']),
	'image-address': refused([certain('image-address')], ['edit-body', 'see-request']),
	'document-name': refused([certain('document-name')], ['edit-body', 'without-files']),
	'document-names-same': refused([certain('document-names-same')], ['edit-body', 'without-files']),
	'document-without-text': refused([certain('document-without-text')], ['write-question', 'edit-body']),
	'file-refused': refused([certain('file-refused')], ['without-files', 'model-with-files']),

	// Tools.
	'tool-results-missing': refused([certain('tool-results-missing')], ['edit-body', 'see-messages', 'new-conversation']),
	'tool-result-stray': refused([certain('tool-result-stray')], ['edit-body', 'see-messages', 'new-conversation']),
	'tool-block-role': refused([certain('tool-block-role')], ['edit-body', 'see-messages']),
	'tool-schema': refused([certain('tool-schema')], ['open-tools', 'edit-body', 'without-tools']),
	'tool-names-same': refused([certain('tool-names-same')], ['open-tools', 'edit-body']),
	'tool-unknown': refused([certain('tool-unknown')], ['let-choose-tool', 'open-tools', 'edit-body']),

	// Thoughts.
	'no-thinking': refused([certain('no-thinking')], ['leave-out-thinking', 'edit-body', 'other-model']),
	'thinking-sampling': refused([certain('thinking-sampling')], ['leave-out-field', 'without-thinking']),
	'thinking-adaptive': refused([certain('thinking-adaptive')], ['open-thinking', 'without-thinking']),
	'thinking-always': refused([certain('thinking-always')], ['leave-out-thinking', 'edit-body', 'other-model']),
	'thought-changed': refused([certain('thought-changed')], ['edit-body', 'see-messages', 'new-conversation']),
	'thoughts-missing': refused(
		[certain('thoughts-missing')],
		['leave-out-thinking', 'see-messages', 'new-conversation'],
	),

	// What else a request may ask for.
	'caching-refused': refused([certain('caching-refused')], ['leave-out-cache', 'other-model']),
	'cache-points': refused([certain('cache-points')], ['open-cache', 'edit-body', 'without-cache']),
	'cache-order': refused([certain('cache-order')], ['edit-body', 'open-cache', 'without-cache']),
	'prompt-field': refused([certain('prompt-field')], ['leave-out-field', 'edit-body']),
	'prompt-variables-missing': refused([certain('prompt-variables-missing')], ['open-variables', 'edit-body']),
	'prompt-variables-unknown': refused([certain('prompt-variables-unknown')], ['open-variables', 'edit-body']),
	'variables-without-prompt': refused([certain('variables-without-prompt')], ['leave-out-variables', 'call-prompt']),
	'output-schema': refused([certain('output-schema')], ['open-output', 'edit-body', 'without-schema']),
	'output-schema-open': refused([certain('output-schema-open')], ['open-output', 'edit-body', 'without-schema']),
	'response-path': refused([certain('response-path')], ['open-more', 'without-paths']),
	'request-metadata': refused([certain('request-metadata')], ['open-more', 'without-metadata']),
	'service-tier': refused([certain('service-tier')], ['open-more', 'without-tier']),
	'no-reservation': refused([certain('no-reservation')], ['leave-out-tier', 'open-more']),

	// Its form.
	'no-messages': refused([certain('no-messages')], ['edit-body', 'see-request']),
	'block-kind': refused([certain('block-kind')], ['edit-body', 'see-request']),
	'wrong-type': refused([certain('wrong-type')], ['edit-body', 'see-request']),
	'body-too-large': refused([certain('body-too-large')], ['without-files', 'new-conversation', 'see-request']),
	'not-for-operation': refused([certain('not-for-operation')], ['use-invoke', 'other-model']),
	'text-too-long': refused([certain('text-too-long')], ['shorter-text', 'other-model']),
	'text-too-many-tokens': refused([certain('text-too-many-tokens')], ['shorter-text', 'other-model']),
	'no-texts': refused([certain('no-texts')], ['edit-body', 'see-request']),
	'practice-texts': refused([certain('practice-texts')], ['without-files', 'edit-body']),
	'practice-converse': refused([certain('practice-converse')], ['use-converse', 'other-model']),
} as const;
