import { readCliOptions, usage } from './cli-options.ts';
import { paces } from './pace.ts';
import type { PracticeServer } from './practice-server.ts';
import { startPractice } from './practice-server.ts';

/** Where the command writes, a line at a time. */
export interface CliOutput {
	out(line: string): void;
	error(line: string): void;
}

/** Runs `npm run practice`: gives the running server, or the exit code where there is none to run. */
export async function runCli(args: readonly string[], output: CliOutput): Promise<PracticeServer | number> {
	const options = readCliOptions(args);
	if (typeof options === 'string') {
		output.error(options);
		output.error(usage);
		return 2;
	}
	if (options.help) {
		output.out(usage);
		return 0;
	}
	try {
		const server = await startPractice({ port: options.port, pace: paces[options.pace] });
		output.out(options.json ? asJson(server) : asText(server));
		return server;
	} catch (error) {
		const reason = error instanceof Error ? error.message : String(error);
		output.error(`The practice endpoint could not start on port ${options.port}: ${reason}`);
		return 1;
	}
}

function asJson({ endpoint, region, accessKeyId, secretAccessKey, apiKey }: PracticeServer): string {
	return JSON.stringify({ endpoint, region, accessKeyId, secretAccessKey, apiKey });
}

function asText(server: PracticeServer): string {
	return `Practice endpoint for Amazon Bedrock. It answers on this computer only; these keys open nothing else.

  endpoint           ${server.endpoint}
  region             ${server.region}
  access key id      ${server.accessKeyId}
  secret access key  ${server.secretAccessKey}
  API key            ${server.apiKey}

Try it:

${curlLine(server)}

Ctrl+C ends it.`;
}

/**
 * A signed call with curl 7.75 or newer. The model's id has no colon in it: curl before 8.3 signs an encoded path
 * otherwise than AWS does.
 */
export function curlLine(server: PracticeServer): string {
	const body = JSON.stringify({
		messages: [{ role: 'user', content: [{ text: 'Hello' }] }],
		inferenceConfig: { maxTokens: 200 },
	});
	return `curl --silent --aws-sigv4 'aws:amz:${server.region}:bedrock' --user '${server.accessKeyId}:${server.secretAccessKey}' --header 'Content-Type: application/json' --data '${body}' '${server.endpoint}/model/us.anthropic.claude-sonnet-4-6/converse'`;
}
