import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { connectionId } from '../model/connection.ts';
import { modelId, region } from '../model/settings.ts';
import { machine, testEvent } from '../model/setup.ts';
import { procedure } from './base.ts';

export const setupContract = {
	/** What this machine has: files, variables, profiles, the AWS CLI. Calls nobody. */
	look: procedure.output(machine),
	/** One real call, step by step. Ends after the first step that fails; aborting ends it at once. */
	test: procedure
		.input(z.object({ connection: connectionId, region: region.nullable(), modelId }))
		.output(eventIterator(testEvent)),
};
