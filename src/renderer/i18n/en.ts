import { access } from './en/access.ts';
import { attachments } from './en/attachments.ts';
import { blocks } from './en/blocks.ts';
import { chat } from './en/chat.ts';
import { common } from './en/common.ts';
import { compare } from './en/compare.ts';
import { comparison } from './en/comparison.ts';
import { connections } from './en/connections.ts';
import { continuation } from './en/continuation.ts';
import { conversations } from './en/conversations.ts';
import { cost } from './en/cost.ts';
import { editor } from './en/editor.ts';
import { explain } from './en/explain.ts';
import { failure } from './en/failure.ts';
import { fields } from './en/fields.ts';
import { files } from './en/files.ts';
import { inspector } from './en/inspector.ts';
import { models } from './en/models.ts';
import { notices } from './en/notices.ts';
import { presenter } from './en/presenter.ts';
import { request } from './en/request.ts';
import { sent } from './en/sent.ts';
import { settings } from './en/settings.ts';
import { signature } from './en/signature.ts';
import { stops } from './en/stops.ts';
import { storage } from './en/storage.ts';
import { stream } from './en/stream.ts';
import { timeline } from './en/timeline.ts';
import { tries } from './en/tries.ts';
import { welcome } from './en/welcome.ts';

/** The English texts, a namespace an area. They are the source of the keys. */
export const en = {
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
} as const;
