import { z } from 'zod';
import { connectionId } from '../model/connection.ts';
import { modelListing } from '../model/model-entry.ts';
import { endpointChoice } from '../model/settings.ts';
import { procedure } from './base.ts';

const from = endpointChoice.extend({ connection: connectionId, region: z.string().nullable() });

export const modelsContract = {
	/** The shipped catalogue, joined with what the account said the last time it was asked. Asks nobody. */
	list: procedure.input(from).output(modelListing),
	/** Asks the account (ListFoundationModels, ListInferenceProfiles) and answers as `list` does. */
	refresh: procedure.input(from).output(modelListing),
};
