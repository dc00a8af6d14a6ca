import { z } from 'zod';
import type { RequestSettings } from '../../../../shared/model/settings.ts';

const additional = z.object({
	thinking: z.object({ type: z.string() }).optional(),
	reasoningConfig: z.object({ type: z.string() }).optional(),
	reasoning_config: z.object({ type: z.string() }).optional(),
});

/** Whether a call asks the model to think, by its settings or by its additional fields: then it takes no prefill. */
export function thinks({ reasoning, additionalFields }: RequestSettings): boolean {
	const { thinking, reasoningConfig, reasoning_config } = fieldsOf(additionalFields);
	const type = (thinking ?? reasoningConfig ?? reasoning_config)?.type;
	// What the person wrote wins over the setting, as it does in the request.
	if (type !== undefined) return type !== 'disabled';
	return reasoning !== null && reasoning.mode !== 'disabled';
}

function fieldsOf(text: string): z.infer<typeof additional> {
	try {
		return additional.safeParse(JSON.parse(text)).data ?? {};
	} catch {
		// What is no JSON is refused before it is sent.
		return {};
	}
}
