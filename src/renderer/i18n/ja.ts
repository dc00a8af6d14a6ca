import type { en } from './en.ts';
import { access } from './ja/access.ts';
import { attachments } from './ja/attachments.ts';
import { blocks } from './ja/blocks.ts';
import { chat } from './ja/chat.ts';
import { common } from './ja/common.ts';
import { compare } from './ja/compare.ts';
import { comparison } from './ja/comparison.ts';
import { connections } from './ja/connections.ts';
import { continuation } from './ja/continuation.ts';
import { conversations } from './ja/conversations.ts';
import { cost } from './ja/cost.ts';
import { editor } from './ja/editor.ts';
import { explain } from './ja/explain.ts';
import { failure } from './ja/failure.ts';
import { fields } from './ja/fields.ts';
import { files } from './ja/files.ts';
import { inspector } from './ja/inspector.ts';
import { models } from './ja/models.ts';
import { notices } from './ja/notices.ts';
import { presenter } from './ja/presenter.ts';
import { request } from './ja/request.ts';
import { sent } from './ja/sent.ts';
import { settings } from './ja/settings.ts';
import { signature } from './ja/signature.ts';
import { stops } from './ja/stops.ts';
import { storage } from './ja/storage.ts';
import { stream } from './ja/stream.ts';
import { timeline } from './ja/timeline.ts';
import { tries } from './ja/tries.ts';
import { welcome } from './ja/welcome.ts';
import type { Translation } from './translation.ts';

/** The Japanese texts: a key that English has and this has not is a type error. */
export const ja: Translation<typeof en> = {
	access,
	attachments,
	blocks,
	common,
	chat,
	compare,
	comparison,
	connections,
	continuation,
	conversations,
	cost,
	editor,
	explain,
	failure,
	fields,
	files,
	inspector,
	models,
	notices,
	presenter,
	request,
	sent,
	settings,
	signature,
	stops,
	storage,
	stream,
	timeline,
	tries,
	welcome,
};
