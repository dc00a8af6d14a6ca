import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { apiKeyState } from '../model/api-key.ts';
import { configProblem, connection, connectionId } from '../model/connection.ts';
import { callFailure } from '../model/failure.ts';
import { identity } from '../model/identity.ts';
import { question } from '../model/question.ts';
import { endpointChoice, region } from '../model/settings.ts';
import { signInEvent } from '../model/sign-in.ts';
import { procedure } from './base.ts';

export const connectionsContract = {
	/** Reads the AWS config files anew; what is wrong with them comes beside what could be read. */
	list: procedure.output(z.object({ connections: z.array(connection), problems: z.array(configProblem) })),
	/** Asks STS who a connection's calls are made as. A refusal is an answer, not an error. `region` null: its own. */
	whoAmI: procedure
		.input(endpointChoice.extend({ connection: connectionId, region: region.nullable() }))
		.output(
			z.discriminatedUnion('ok', [
				z.object({ ok: z.literal(true), identity }),
				z.object({ ok: z.literal(false), failure: callFailure }),
			]),
		),
	/**
	 * Signs in to what the connection rests on (its `signIn.profile`). Aborting gives it up. `flow` `device`: with a code,
	 * for a browser on another computer than the app, which can't send it back here.
	 */
	signIn: procedure
		.input(z.object({ connection: connectionId, flow: z.literal('device').optional() }))
		.output(eventIterator(signInEvent)),
};

/** The Bedrock API key that the app keeps. It goes in and never comes out. */
export const apiKeyContract = {
	get: procedure.output(apiKeyState),
	set: procedure.input(z.object({ key: z.string().trim().min(1).max(8192) })).output(apiKeyState),
	remove: procedure.output(apiKeyState),
};

/** What main asks a person (`AppEvent` `questions` says when that changes). */
export const questionsContract = {
	list: procedure.output(z.array(question)),
	answer: procedure.input(z.object({ id: z.string(), answer: z.string().trim().min(1).max(64) })).output(z.void()),
	/** The call that waits for it fails and says so. */
	decline: procedure.input(z.object({ id: z.string() })).output(z.void()),
};
