import { expect, test } from 'vitest';
import { awsCliCode } from '../../../../../src/main/core/export/code/aws-cli.ts';
import type { CodeSource } from '../../../../../src/main/core/export/code/code-source.ts';
import { curlCode } from '../../../../../src/main/core/export/code/curl.ts';
import { javaScriptCode } from '../../../../../src/main/core/export/code/javascript.ts';
import { lambdaNodeCode } from '../../../../../src/main/core/export/code/lambda-node.ts';
import { lambdaPythonCode } from '../../../../../src/main/core/export/code/lambda-python.ts';
import type { LeastPolicy } from '../../../../../src/shared/model/policy.ts';

const body = { messages: [{ role: 'user', content: [{ text: "岩's\n" }] }] };
const source: CodeSource = {
	operation: 'Converse',
	modelId: 'amazon.nova-lite-v1:0',
	region: 'ap-northeast-1',
	access: { kind: 'profile', name: 'team work' },
	endpoint: null,
	fips: false,
	dualStack: false,
	url: 'https://bedrock-runtime.ap-northeast-1.amazonaws.com/model/amazon.nova-lite-v1%3A0/converse',
	text: JSON.stringify(body),
	body,
	whole: true,
	family: null,
	parameters: {},
	headers: [['Content-Type', 'application/json']],
	timeoutSeconds: 60,
	goingOn: null,
	remarks: [],
};

test('JavaScript with a profile, no endpoint where it was the own one of AWS', () => {
	expect(javaScriptCode(source, 'javascript')).toEqual({
		language: 'javascript',
		fileName: 'converse.mjs',
		code: `// npm install @aws-sdk/client-bedrock-runtime
import { BedrockRuntimeClient, ConverseCommand } from "@aws-sdk/client-bedrock-runtime";

const client = new BedrockRuntimeClient({ region: "ap-northeast-1", profile: "team work" });

const input = {
  modelId: "amazon.nova-lite-v1:0",
  messages: [
    {
      role: "user",
      content: [
        {
          text: "岩's\\n",
        },
      ],
    },
  ],
};

const response = await client.send(new ConverseCommand(input));
for (const block of response.output?.message?.content ?? []) console.log(block.text ?? block);
console.log(response.stopReason, response.usage);
`,
	});
});

test('curl with the keys of a profile', () => {
	expect(curlCode(source).code).toBe(`# Needs curl 8.3 or later: older ones sign the id of this model wrong.
# Takes the keys from the AWS CLI, version 2.
eval "$(aws configure export-credentials --profile 'team work' --format env)"
printf '%s' '{"messages":[{"role":"user","content":[{"text":"岩'\\''s\\n"}]}]}' | curl --silent --show-error --no-buffer \\
  --aws-sigv4 aws:amz:ap-northeast-1:bedrock \\
  --user "$AWS_ACCESS_KEY_ID:$AWS_SECRET_ACCESS_KEY" \\
  \${AWS_SESSION_TOKEN:+--header} \${AWS_SESSION_TOKEN:+"x-amz-security-token: $AWS_SESSION_TOKEN"} \\
  --header 'Content-Type: application/json' \\
  --data-binary @- \\
  ${source.url}
`);
});

test('what a file from elsewhere says can’t become an option, a line of code or another direction of writing', () => {
	const hostile = '--endpoint-url=https://example.com\u2028process.exit(1)\u202e';
	const named = { ...source, modelId: hostile, access: { kind: 'profile', name: hostile } } as const;
	const cli = awsCliCode({ ...named, operation: 'InvokeModel', family: null, body: {}, text: '{}' }).code;
	expect(cli).toContain("--model-id='--endpoint-url=");
	expect(cli).toContain("--profile='--endpoint-url=");
	expect(curlCode(named).code).toContain("--profile='--endpoint-url=");
	expect(javaScriptCode(named, 'javascript').code).not.toMatch(/[\u2028\u202e]/);
});

test('the AWS CLI sends an invoke body to the byte and says what it can not do', () => {
	const invoke = {
		...source,
		operation: 'InvokeModelWithResponseStream',
		text: '{ "a": 1.0 }',
		body: { a: 1 },
	} as const;
	expect(
		awsCliCode(invoke).code,
	).toBe(`# The AWS CLI has no InvokeModelWithResponseStream: this is InvokeModel with the same body.
printf '%s' '{ "a": 1.0 }' > request.json
aws bedrock-runtime invoke-model \\
  --profile 'team work' \\
  --region ap-northeast-1 \\
  --model-id amazon.nova-lite-v1:0 \\
  --body fileb://request.json \\
  answer.json
cat answer.json
`);
});

test('a Lambda handler says what it needs around it: timeout, API Gateway’s limit, the least policy', () => {
	const policy: LeastPolicy = {
		action: 'bedrock:InvokeModel',
		resources: ['*'],
		json: '{\n  "Statement": []\n}',
		regionsFrom: 'one',
		asOf: null,
		account: null,
	};
	const head = (language: string, comment: string) =>
		[
			`AWS Lambda, ${language}. Timeout: 60 seconds (Lambda's own default of 3 is too short).`,
			'API Gateway waits 29 seconds by default for a proxy integration.',
			"Calls with the function's role; the profile stays on your machine.",
			"Policy of the function's role:",
			'  {',
			'    "Statement": []',
			'  }',
			'',
		]
			.join('\n')
			.replaceAll(/^(?=.)/gm, `${comment} `);
	const node = lambdaNodeCode(source, policy).code;
	expect(node.slice(0, node.indexOf('import '))).toBe(head('Node.js 22 or later', '//'));
	const python = lambdaPythonCode(source, policy).code;
	expect(python.slice(0, python.indexOf('import '))).toBe(head('Python 3.12 or later', '#'));
	// botocore would give up after 60 seconds of its own, however long the call may take.
	expect(lambdaPythonCode({ ...source, timeoutSeconds: 300 }, policy).code).toContain('Config(read_timeout=300)');
});
