import type { JsonObject } from '../json.ts';
import type { CallContext, Prompt } from '../prompt.ts';
import { questionOf } from '../question.ts';
import { arithmeticIn } from './arithmetic.ts';
import { evaluate } from './evaluate.ts';
import { toolUseId } from './tool-use-id.ts';

/** A tool that the service ran by itself before the answer. */
export interface ServiceRun {
	readonly id: string;
	readonly name: string;
	readonly input: JsonObject;
	readonly result: JsonObject;
}

const INTERPRETER = 'nova_code_interpreter';

/**
 * What Nova's code interpreter would be run for: the arithmetic of a question (Nova 2 user guide, "Code interpreter"). Web
 * Grounding is never run: practice does not look into the web.
 */
export function serviceRun(prompt: Prompt, context: Pick<CallContext, 'format'>): ServiceRun | null {
	const expression = prompt.tools?.system?.includes(INTERPRETER) ? arithmeticIn(questionOf(prompt)) : null;
	const value = expression === null ? null : evaluate(expression);
	if (expression === null || value === null) return null;
	return {
		id: toolUseId(context.format, [JSON.stringify(prompt.turns), INTERPRETER]),
		name: INTERPRETER,
		input: { snippet: `print(${expression.replaceAll('^', '**')})` },
		result: { exitCode: 0, isError: false, stdErr: '', stdOut: `${value}\n` },
	};
}
