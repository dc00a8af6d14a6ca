const bedrockGuide = 'https://docs.aws.amazon.com/bedrock/latest/userguide';
const claudeDocs = 'https://platform.claude.com/docs/en';

/** The page of an operation or a type of Bedrock Runtime in AWS's API reference. */
export function runtimePage<const Name extends string>(name: Name) {
	return `https://docs.aws.amazon.com/bedrock/latest/APIReference/API_runtime_${name}.html` as const;
}

/** Where HTTP itself defines a header (RFC 9110). */
export function httpField<const Name extends string>(name: Name) {
	return `https://www.rfc-editor.org/rfc/rfc9110.html#field.${name}` as const;
}

/** Where HTTP/1.1 defines how a body of unknown length is sent (RFC 9112). */
export const transferEncodingPage = 'https://www.rfc-editor.org/rfc/rfc9112.html#field.transfer-encoding';

/** The operations of Bedrock Runtime. */
export const runtimeActionsPage =
	'https://docs.aws.amazon.com/bedrock/latest/APIReference/API_Operations_Amazon_Bedrock_Runtime.html';

/** InvokeModel, whose body is the model's own. */
export const invokePage = runtimePage('InvokeModel');

/** The errors of Bedrock, and what to do about them. */
export const commonErrorsPage = `${bedrockGuide}/troubleshooting-api-error-codes.html`;

/** Hosts and regions of Bedrock. */
export const bedrockEndpointsPage = 'https://docs.aws.amazon.com/general/latest/gr/bedrock.html';

/** Bedrock API keys as bearer tokens. */
export const apiKeyPage = `${bedrockGuide}/api-keys-use.html`;

/** Calls of Bedrock in CloudTrail, by their request ids. */
export const requestIdPage = `${bedrockGuide}/logging-using-cloudtrail.html`;

/** Guardrails with each way of calling a model. */
export const invokeGuardrailPage = `${bedrockGuide}/guardrails-use.html`;

/** Anthropic's Messages body on Bedrock. */
export const claudeMessagesPage = `${bedrockGuide}/model-parameters-anthropic-claude-messages-request-response.html`;

/** Anthropic's old text completion body on Bedrock. */
export const claudeTextPage = `${bedrockGuide}/model-parameters-anthropic-claude-text-completion.html`;

/** Titan Text's body. */
export const titanPage = `${bedrockGuide}/model-parameters-titan-text.html`;

/** Nova's body. */
export const novaPage = 'https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html';

/** Meta Llama's body. */
export const llamaPage = `${bedrockGuide}/model-parameters-meta.html`;

/** The text completion body of Mistral's first models. */
export const mistralTextPage = `${bedrockGuide}/model-parameters-mistral-text-completion.html`;

/** Cohere Command R's body. */
export const cohereCommandPage = `${bedrockGuide}/model-parameters-cohere-command-r-plus.html`;

/** DeepSeek's body. */
export const deepseekPage = `${bedrockGuide}/model-parameters-deepseek.html`;

/** AI21 Jamba's body. */
export const jambaPage = `${bedrockGuide}/model-parameters-jamba.html`;

/** AI21 Jurassic-2's body. */
export const jurassicPage = `${bedrockGuide}/model-parameters-jurassic2.html`;

/** OpenAI's models through InvokeModel: Chat Completions. */
export const openaiChatPage = `${bedrockGuide}/model-parameters-openai.html`;

/** Mistral's chat body. */
export const mistralChatPage = `${bedrockGuide}/model-parameters-mistral-chat-completion.html`;

/** The bodies of Titan Text Embeddings. */
export const titanEmbedPage = `${bedrockGuide}/model-parameters-titan-embed-text.html`;

/** The body of Cohere Embed v4, which is near to v3's. */
export const cohereEmbedPage = `${bedrockGuide}/model-parameters-embed-v4.html`;

/** The body of Cohere Embed v3. */
export const cohereEmbed3Page = `${bedrockGuide}/model-parameters-embed-v3.html`;

/** How Nova 2 thinks. */
export const novaReasoningPage = 'https://docs.aws.amazon.com/nova/latest/nova2-userguide/reasoning-capabilities.html';

/** Anthropic's own reference of the Messages API. */
export const claudeApiPage = `${claudeDocs}/api/messages`;

/** Anthropic's own page about the events of a stream. */
export const claudeStreamPage = `${claudeDocs}/build-with-claude/streaming`;

/** Anthropic's own page about thinking. */
export const claudeThinkingPage = `${claudeDocs}/build-with-claude/thinking`;

/** Anthropic's own page about the prompt cache. */
export const claudeCachePage = `${claudeDocs}/build-with-claude/prompt-caching`;

/** The event stream encoding: Lex V2 documents what all services have in common, Bedrock's own guide does not. */
export const eventStreamPage = 'https://docs.aws.amazon.com/lexv2/latest/dg/event-stream-encoding.html';

/** How a request is signed, step by step. */
export const sigv4RequestPage =
	'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-create-signed-request.html';

/** The parts of a signature. */
export const sigv4ElementsPage =
	'https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-signing-elements.html';

/** When and how the SDKs try again. */
export const retryPage = 'https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html';

/** The trace header of AWS X-Ray. */
export const xrayPage = 'https://docs.aws.amazon.com/xray/latest/devguide/xray-concepts.html';
