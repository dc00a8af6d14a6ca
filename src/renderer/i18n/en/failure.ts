/**
 * What a failed call means, and what to do: one entry for each code of shared/model/failure.ts. `steps` are lines;
 * chat/failure-steps.ts says which of them has a button.
 */
export const failure = {
	'access-denied': {
		title: 'These credentials may not make this call',
		means: 'AWS knows who is calling, but no policy allows the call, or one forbids it. AWS’s own words are below.',
		steps:
			'Have this policy given to the user or the role\nOr use another connection, or a model that it may call\nOr try the same call without an account',
	},
	'model-access': {
		title: 'This account can’t use the model yet',
		means:
			'The model has to be opened for the account first: by a use case form (Anthropic), or by a subscription in AWS Marketplace with a valid means of payment.',
		steps:
			'Open the model once in the Bedrock console, under Model catalog, in the region of this call. Then wait up to 15 minutes\nOr choose another model\nOr try the same call without an account',
	},
	throttled: {
		title: 'Too many requests or tokens at the moment',
		means: 'The account’s quota for this model in this region is used up for now.',
		steps:
			'Wait a minute, then try again\nLower max tokens: a call reserves the whole of it from the quota when it starts\nIf it keeps happening, choose an inference profile that spans regions, or have the quota raised in Service Quotas',
	},
	quota: {
		title: 'A quota of the account is used up',
		means: 'AWS refuses the call until there is room again, or until the quota is raised.',
		steps:
			'See the account’s quotas for Amazon Bedrock in Service Quotas\nOr use another model\nOr use another connection',
	},
	'expired-credentials': {
		title: 'The credentials have expired',
		means: 'AWS no longer accepts them. They have to be renewed outside the app.',
		steps:
			'Sign in again with the AWS CLI, or put new temporary keys in the place of the old ones\nThen try again\nOr use another connection',
	},
	'sign-in': {
		title: 'This connection needs you to sign in',
		means: 'You are not signed in, or the sign-in has expired. No call was made.',
		steps: 'Sign in with the AWS CLI\nThen try again\nOr use another connection',
	},
	'invalid-credentials': {
		title: 'AWS does not know these credentials',
		means: 'The access key id or the session token is wrong, or the key was deleted. It was not tried with others.',
		steps:
			'Check the access key id; a temporary key also needs its session token\nOr use another connection\nOr try the same call without an account',
	},
	'no-credentials': {
		title: 'Couldn’t get credentials for this connection',
		means: 'The call was not made. The app uses the connection that was chosen, and never another one silently.',
		steps:
			'Sign in with the AWS CLI, or complete the connection’s entry in your AWS config files\nOr use another connection\nOr try the same call without an account',
	},
	'bad-signature': {
		title: 'The signature does not match',
		means:
			'AWS calculated another signature than the one that was sent. Often the secret key is not the one that belongs to the access key id, or something on the way changed the request.',
		steps:
			'Check that the secret key is whole and belongs to the access key id\nIf a gateway or a proxy stands between, check what it changes\nOr use another connection',
	},
	'clock-skew': {
		title: 'This computer’s clock differs from AWS’s',
		means: 'A signature is only valid for a few minutes around its time.',
		steps: 'Have the system set its clock by itself, then try again',
	},
	'model-not-found': {
		title: 'AWS finds no such model here',
		means: 'The id may be mistyped, or the model is not offered in this region: AWS has the same words for both.',
		steps: 'Choose the model from the list\nOr choose another region',
	},
	'model-retired': {
		title: 'AWS has retired this model',
		means: 'It can’t be called at AWS any more. On the practice endpoint it still answers.',
		steps: 'Choose a model that is still offered\nOr see it on the practice endpoint',
	},
	'on-demand-not-supported': {
		title: 'This model is called through an inference profile',
		means: 'Its bare id can’t be called. A profile’s id has a prefix in front, such as us., eu., jp. or global.',
		steps: 'Use the profile’s id\nOr choose another model',
	},
	validation: {
		title: 'The request was refused as it is',
		means: 'AWS’s own words below say what it does not accept.',
		steps: 'See what was sent\nChange the parameters\nOr choose another model',
	},
	'one-sampling': {
		title: 'This model takes temperature or top p, not both',
		means: 'Both are set, and AWS refuses them together.',
		steps: 'Leave top p out, and keep temperature\nOr change the parameters\nOr choose another model',
	},
	'model-timeout': {
		title: 'The model took too long',
		means: 'It did not finish in the time that Bedrock gives it. Such a call is not retried by itself.',
		steps: 'Try again\nLower max tokens, or ask for less at once',
	},
	'model-error': {
		title: 'The model failed while it worked on this',
		means: 'The error comes from the model, not from the account or the network.',
		steps: 'Try again\nOr choose another model',
	},
	unavailable: {
		title: 'Bedrock can’t serve the call at the moment',
		means: 'The error is on the service’s side.',
		steps: 'Wait a little, then try again\nOr choose another region\nOr choose another model',
	},
	'no-network': {
		title: 'The endpoint could not be reached',
		means:
			'No connection was made: there may be no network, the region or the endpoint URL may be wrong, or a firewall stands between.',
		steps:
			'Check the network, then try again\nCheck the region\nCheck the endpoint URL\nOr use the practice endpoint, which needs no network',
	},
	'connection-lost': {
		title: 'The connection broke off',
		means: 'It was there, and ended before the answer did. What had arrived is kept.',
		steps: 'Try again\nSee how far it came',
	},
	'bad-stream': {
		title: 'The stream could not be read',
		means: 'What arrived is not a correct event stream: a checksum or a length is wrong. What could be read is kept.',
		steps: 'See the frame in the inspector\nTry again',
	},
	'incomplete-stream': {
		title: 'The stream ended before its closing event',
		means: 'So it is not known whether this is the whole answer. What had arrived is kept.',
		steps: 'Try again\nSee the last frames in the inspector',
	},
	'timeout-connect': {
		title: 'No connection within the time limit',
		means:
			'The endpoint did not take the connection in time. Often a firewall or a proxy swallows it, or the address is wrong.',
		steps:
			'Check the network, then try again\nCheck the region\nCheck the endpoint URL\nRaise the time limit “To connect”\nOr use the practice endpoint, which needs no network',
	},
	'timeout-first-byte': {
		title: 'No answer began within the time limit',
		means:
			'The request was sent, and nothing came back before the limit in your settings. The model may still have been at work: AWS may charge for it, so it was not tried again.',
		steps: 'Raise the time limit “Until the answer begins”\nTry again\nOr ask for less at once',
	},
	'timeout-idle': {
		title: 'The answer stalled',
		means: 'It had begun, and then nothing came before the limit in your settings. What had arrived is kept.',
		steps: 'Try again\nRaise the time limit “Silence in an answer”\nSee how far it came',
	},
	'timeout-total': {
		title: 'The call took longer than its time limit',
		means: 'It was given up at the limit for the whole call in your settings. What had arrived is kept.',
		steps: 'Raise the time limit “The whole call”\nTry again\nOr ask for less at once',
	},
	'no-region': {
		title: 'No region is chosen',
		means: 'Neither the connection nor this conversation names a region, so there is no address to call.',
		steps: 'Choose a region',
	},
	'no-family': {
		title: 'The native body of this model is not known',
		means: 'InvokeModel takes a body in the model’s own format, and the app does not know it for this id.',
		steps: 'Use Converse, which has one format for all models\nOr choose another model',
	},
	'unreadable-answer': {
		title: 'The answer could not be read',
		means: 'It arrived, but not in the form that is expected from this model.',
		steps: 'See it in the inspector\nUse Converse, which has one format for all models',
	},
	unknown: {
		title: 'The call failed',
		means: 'The app has no explanation for this error. Its own words are below.',
		steps: 'See what was sent and what came back\nTry again',
	},
	/** The first step where credentials have to be renewed, by how they come about. */
	renew: {
		sso: 'Run this in a terminal',
		login: 'Run this in a terminal',
		process: 'Check that the command in credential_process works',
		static: 'Replace the access key',
		'assume-role': 'Sign in to the profile that the role is assumed from (source_profile), or renew its credentials',
		'web-identity': 'Have the token in web_identity_token_file renewed',
		'api-key': 'Put a new API key in the place of the old one',
		container: 'Check the container’s task role, then try again',
		instance: 'Check the instance’s role, then try again',
		environment: 'Set new keys in the environment, and start Outcrop again',
	},
	action: {
		retry: 'Try again',
		inspect: 'Inspect',
		connection: 'Choose connection',
		region: 'Choose region',
		model: 'Choose model',
		practice: 'Practice',
		parameters: 'Parameters',
		noTopP: 'Try without top p',
		profileId: 'Use this id',
		converse: 'Use Converse',
		policy: 'Copy policy',
		signIn: 'Copy command',
		console: 'Open console',
		quotas: 'Open Service Quotas',
		settings: 'Settings',
	},
	policyMeans: 'The least that allows this call',
	requestId: 'request {{id}}',
	notRetried: 'not retried, it would be refused again',
	practiceRefused: 'The practice endpoint refused this, in AWS’s own words.',
	inStream: 'After HTTP {{status}}, in the stream: {{type}}',
	noRequest: 'no request was sent',
	attempts_one: '{{count}} attempt',
	attempts_other: '{{count}} attempts',
	words: 'The error’s own words',
} as const;
