import type { AnyContractRouter } from '@orpc/contract';
import type { Router } from '@orpc/server';

/** A router that a host can serve: it needs no context of the host. */
export type ServableRouter = Router<AnyContractRouter, Record<never, never>>;
