import type { Family } from '../../../../shared/model/family.ts';
import { claudeMessages } from './claude-messages.ts';
import { claudeText } from './claude-text.ts';
import { cohereCommand } from './cohere-command.ts';
import { cohereEmbed } from './cohere-embed.ts';
import { deepseekR1 } from './deepseek-r1.ts';
import type { FamilyCodec } from './family-codec.ts';
import { jamba } from './jamba.ts';
import { jurassic } from './jurassic.ts';
import { llama } from './llama.ts';
import { mistralChat } from './mistral-chat.ts';
import { mistralText } from './mistral-text.ts';
import { nova } from './nova.ts';
import { openaiChat } from './openai-chat.ts';
import { titanEmbed } from './titan-embed.ts';
import { titanText } from './titan-text.ts';

/** Every model family whose native body the app writes and reads. */
export const codecs: Readonly<Record<Family, FamilyCodec>> = {
	'claude-messages': claudeMessages,
	'claude-text': claudeText,
	'titan-text': titanText,
	nova,
	llama,
	'mistral-text': mistralText,
	'cohere-command': cohereCommand,
	'deepseek-r1': deepseekR1,
	jamba,
	jurassic,
	'openai-chat': openaiChat,
	'mistral-chat': mistralChat,
	'titan-embed': titanEmbed,
	'cohere-embed': cohereEmbed,
};
