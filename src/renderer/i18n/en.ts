import { common } from './en/common.ts';
import { inspector } from './en/inspector.ts';

/** The English texts, a namespace an area. They are the source of the keys. */
export const en = { common, inspector } as const;
