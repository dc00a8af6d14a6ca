import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { connectionId } from '../model/connection.ts';
import { endpointChoice, modelId, region } from '../model/settings.ts';
import { machine, testEvent } from '../model/setup.ts';
import { procedure } from './base.ts';

export const setupContract = {
	/** What this machine has: files, variables, profiles. Calls nobody, and starts nothing. */
	look: procedure.output(machine),
	/** The AWS CLI, as it names itself (`aws-cli/2.31.0`); null where none is on the path. It may take seconds to say so. */
	awsCli: procedure.output(z.string().nullable()),
	/** One real call, step by step. Ends after the first step that fails; aborting ends it at once. */
	test: procedure
		.input(endpointChoice.extend({ connection: connectionId, region: region.nullable(), modelId }))
		.output(eventIterator(testEvent)),
};
