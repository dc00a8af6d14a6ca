import { toolsWaiting } from '../../../shared/answers/can-continue.ts';
import { toolInputJson } from '../../../shared/answers/tool-input.ts';
import type { ToolResultBlock } from '../../../shared/model/content.ts';
import type { Turn } from '../../../shared/model/conversation.ts';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { BuiltInTool } from '../../../shared/model/tools.ts';
import type { Clock } from '../ports.ts';
import { calculator } from './calculator.ts';
import { currentTime } from './current-time.ts';
import type { ToolAnswer } from './tool-answer.ts';

/**
 * The results of all tools that a turn waits for, where all of them are the app's own; else none, and the person is
 * waited for.
 */
export function ownResults(
	turn: Turn,
	{ tools }: Pick<RequestSettings, 'tools'>,
	clock: Pick<Clock, 'now'>,
): readonly ToolResultBlock[] {
	const uses = toolsWaiting(turn).map((use) => ({
		...use,
		tool: tools.find(({ name }) => name === use.name)?.builtIn ?? null,
	}));
	if (uses.some(({ tool }) => tool === null)) return [];
	return uses.flatMap(({ id, tool, input }) =>
		tool === null
			? []
			: [{ type: 'tool-result', toolUseId: id, ...answered(tool, input, clock.now()), by: 'built-in' } as const],
	);
}

/** What one of the app's own tools says to a use that a turn waits for; null where none of them is asked. */
export function ownResult(
	turn: Turn,
	toolUseId: string,
	{ tools }: Pick<RequestSettings, 'tools'>,
	clock: Pick<Clock, 'now'>,
): ToolAnswer | null {
	const use = toolsWaiting(turn).find(({ id }) => id === toolUseId);
	const tool = tools.find(({ name }) => name === use?.name)?.builtIn ?? null;
	return use === undefined || tool === null ? null : answered(tool, use.input, clock.now());
}

function answered(tool: BuiltInTool, input: string, now: number): ToolAnswer {
	const json: unknown = JSON.parse(toolInputJson(input));
	switch (tool) {
		case 'calculator':
			return calculator(json);
		case 'current_time':
			return currentTime(json, now);
	}
}
