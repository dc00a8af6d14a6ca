import { z } from 'zod';
import { configProblem, connection, connectionId } from '../model/connection.ts';
import { modelEntry } from '../model/model-entry.ts';
import { procedure } from './base.ts';

export const connectionsContract = {
	/** Reads the AWS config files anew; what is wrong with them comes beside what could be read. */
	list: procedure.output(z.object({ connections: z.array(connection), problems: z.array(configProblem) })),
};

export const modelsContract = {
	/** The shipped catalogue as seen from a connection and a region (null: unknown yet). */
	list: procedure
		.input(z.object({ connection: connectionId, region: z.string().nullable() }))
		.output(z.object({ models: z.array(modelEntry), regions: z.array(z.string()) })),
};
