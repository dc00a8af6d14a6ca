import { z } from 'zod';

const members = z.object({
	'amazon-bedrock-trace': z.record(z.string(), z.json()).optional(),
	'amazon-bedrock-guardrailAction': z.string().optional(),
});

/**
 * What Bedrock puts into a native body or chunk about a guardrail (Bedrock user guide, "Use a guardrail with inference
 * operations"): its trace as it came, and that it stepped in; null where it says nothing.
 */
export function guardrailTold(json: unknown): Readonly<Record<string, unknown>> | null {
	const { 'amazon-bedrock-trace': trace, 'amazon-bedrock-guardrailAction': action } =
		members.safeParse(json).data ?? {};
	if (trace === undefined && action !== 'INTERVENED') return null;
	return { ...trace, ...(action !== undefined && { 'amazon-bedrock-guardrailAction': action }) };
}
