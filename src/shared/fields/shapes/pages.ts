/** The page of a type of Bedrock Runtime in AWS's API reference. */
export function runtimePage<const Name extends string>(name: Name) {
	return `https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_${name}.html` as const;
}
