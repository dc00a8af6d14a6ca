import { oc } from '@orpc/contract';
import { appErrors } from '../errors.ts';

/** Where every procedure begins: all of them share the closed list of errors. */
export const procedure = oc.errors(appErrors);
