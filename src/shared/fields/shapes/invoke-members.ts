import type { ShapeTable } from '../field-shape.ts';
import { invokeGuardrailPage, invokePage } from './pages.ts';

/** What Bedrock itself puts beside the members of a native body. */
export const invokeMembersShapes = {
	InvokeMembers: {
		docs: invokePage,
		fields: {
			'amazon-bedrock-invocationMetrics': { text: 'InvokeMembers.invocationMetrics', of: 'InvocationMetrics' },
			'amazon-bedrock-guardrailConfig': {
				text: 'InvokeMembers.guardrailConfig',
				docs: invokeGuardrailPage,
				free: true,
			},
			'amazon-bedrock-guardrailAction': {
				text: 'InvokeMembers.guardrailAction',
				limits: 'invokeGuardrailActions',
				docs: invokeGuardrailPage,
			},
			'amazon-bedrock-trace': { text: 'InvokeMembers.trace', docs: invokeGuardrailPage, free: true },
		},
	},
} as const satisfies ShapeTable;
