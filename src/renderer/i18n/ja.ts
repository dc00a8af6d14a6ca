import type { en } from './en.ts';
import { common } from './ja/common.ts';
import { inspector } from './ja/inspector.ts';
import type { Translation } from './translation.ts';

/** The Japanese texts: a key that English has and this has not is a type error. */
export const ja: Translation<typeof en> = { common, inspector };
