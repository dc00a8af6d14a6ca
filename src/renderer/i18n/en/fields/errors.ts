/** What the fields of an error are. */
export const errorsTexts = {
	ErrorBody: {
		message:
			'What is wrong, in AWS’s words. The kind of error stands in the header x-amzn-errortype, or in a stream in :exception-type.',
		capitalMessage: 'The same as message. Refusals of API keys write it with a capital letter.',
		originalStatusCode: 'The status with which the model itself failed behind Bedrock.',
		originalMessage: 'What the model itself said when it failed.',
		resourceName: 'The model or resource that failed.',
		exceptionMetadata: 'More about why the call was throttled, where the service says more. AWS does not document it.',
		coralType: 'The name of the error in AWS’s own protocol. Bedrock normally writes it into a header instead.',
		code: 'The name of the error, where it is not in a header.',
		unknownOutput: 'AWS does not know this path. Bedrock answers like this where the address fits no operation.',
		unknownVersion: 'The version of that form of answer.',
	},
} as const;
