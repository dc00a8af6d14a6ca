import { z } from 'zod';
import { family } from './family.ts';

/** Where a model stands in its life (AWS: model lifecycle). `retired`: AWS refuses it; the practice endpoint does not. */
export const lifecycle = z.enum(['active', 'legacy', 'retired']);

/** One model of the shipped catalogue (`resources/models.json`). */
export const catalogueModel = z.object({
	/** Base model id, without an inference profile's prefix. */
	id: z.string(),
	name: z.string(),
	provider: z.string(),
	/** null: only the Converse operations are offered. */
	family: family.nullable(),
	/** Whether the bare id may be called. */
	onDemand: z.boolean(),
	/** Prefixes of the system inference profiles (`us`, `eu`, `apac`, `jp`, `global`); empty: none. */
	profiles: z.array(z.string()),
	lifecycle,
	/** ISO day of the end of life, where known. */
	endOfLife: z.string().nullable(),
	/** Tokens. */
	contextWindow: z.number().int(),
	maxOutput: z.number().int(),
	/** What the model accepts (bedrock-facts.md, 3.2). */
	system: z.boolean(),
	prefill: z.boolean(),
	/** `both`: temperature with top p; `one`: either; `none`: neither. */
	sampling: z.enum(['both', 'one', 'none']),
});
export type CatalogueModel = z.infer<typeof catalogueModel>;

/** A model as the picker offers it: the catalogue's entry and the id to call from this region. */
export const modelEntry = catalogueModel.extend({ callId: z.string() });
export type ModelEntry = z.infer<typeof modelEntry>;
