import { TriangleAlert, X } from 'lucide-react';
import type { RefObject } from 'react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { MAX_ATTACHED_BYTES } from '../../shared/attachments/attachments.ts';
import type { AttachmentBlock } from '../../shared/model/content.ts';
import type { Conversation } from '../../shared/model/conversation.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { byteSize } from '../ui/quantities.ts';
import { scrollable } from '../ui/scrollable.ts';
import type { AttachmentNote } from './attachment-notes.ts';
import { attachmentNotes } from './attachment-notes.ts';
import css from './attachment-shelf.module.css';
import { FileIcon } from './file-icon.tsx';
import type { RefusedFiles } from './refused-files.ts';
import { setRefused, useRefusedFiles } from './refused-files.ts';
import { useFileFacts } from './use-file-facts.ts';
import type { WaitingFile } from './waiting-files.ts';
import { removeWaiting } from './waiting-files.ts';

interface Props {
	/** Whose composer it is. */
	readonly owner: string;
	readonly files: readonly WaitingFile[];
	readonly settings: RequestSettings;
	readonly conversation: Conversation | null;
	readonly hasText: boolean;
	/** What takes the focus when the last file has gone. */
	readonly field: RefObject<HTMLTextAreaElement | null>;
}

/** The files that go with what is being written, and what is to be known before they do. */
export function AttachmentShelf({ owner, files, settings, conversation, hasText, field }: Props) {
	const { t } = useTranslation('attachments');
	const list = useRef<HTMLUListElement>(null);
	const earlier = useMemo(() => sentAgain(conversation), [conversation]);
	const notes = attachmentNotes(settings, files, earlier, hasText);
	const remove = (id: number) => {
		const at = files.findIndex((file) => file.id === id);
		removeWaiting(owner, [id]);
		// The button that was pressed goes away: its neighbour takes the focus.
		requestAnimationFrame(() => {
			const buttons = list.current?.querySelectorAll('button') ?? [];
			(buttons[Math.min(at, buttons.length - 1)] ?? field.current)?.focus();
		});
	};
	const refused = useRefusedFiles(owner);
	if (files.length === 0 && refused.length === 0) return null;
	return (
		<div className={css['shelf']}>
			<RefusedList owner={owner} refused={refused} field={field} />
			{files.length > 0 && (
				<ul ref={list} className={css['files']} aria-label={t('attached')}>
					{files.map((file) => (
						<WaitingCard key={file.id} file={file} onRemove={() => remove(file.id)} />
					))}
				</ul>
			)}
			<div role="status">
				{notes.map((note) => (
					<p key={`${note.code} ${'kind' in note ? note.kind : ''}`} className={css['note']}>
						<TriangleAlert size={13} aria-hidden />
						<Note note={note} />
					</p>
				))}
			</div>
		</div>
	);
}

function RefusedList({ owner, refused, field }: Pick<Props, 'owner' | 'field'> & { refused: readonly RefusedFiles[] }) {
	const { t, i18n } = useTranslation(['attachments', 'common']);
	const list = new Intl.ListFormat(i18n.language, { type: 'conjunction' });
	const limit = byteSize(MAX_ATTACHED_BYTES, i18n.language);
	const putAway = () => {
		setRefused(owner, []);
		field.current?.focus();
	};
	return (
		<div role="alert" className={css['refused']} hidden={refused.length === 0}>
			<div className={css['reasons']} {...scrollable(t('refused'))}>
				<p>{t('refused')}</p>
				<ul>
					{refused.map(({ why, names }) => (
						<li key={why}>
							<b>{list.format(names)}</b> {t(`why.${why}`, { limit })}
						</li>
					))}
				</ul>
			</div>
			<IconButton small label={t('common:close')} onClick={putAway}>
				<X size={14} />
			</IconButton>
		</div>
	);
}

function WaitingCard({ file, onRemove }: { readonly file: WaitingFile; readonly onRemove: () => void }) {
	const { t } = useTranslation('attachments');
	const { facts, formatName } = useFileFacts();
	const { kind, format, name, url, renamed } = file;
	const said = { format: formatName(format) };
	return (
		<li className={css['file']} title={renamed ? undefined : name}>
			{url === null ? (
				<span className={css['icon']}>
					<FileIcon kind={kind} format={format} />
				</span>
			) : (
				<img className={css['thumb']} src={url} alt="" />
			)}
			<span className={css['words']}>
				<span className={css['name']}>{name}</span>
				{renamed ? (
					<span className={css['facts']} data-renamed title={t(format === 'txt' ? 'sentAsText' : 'sentAsHint', said)}>
						{facts(file, t('sentAs', said))}
					</span>
				) : (
					<span className={css['facts']}>{kind === 'search-result' ? facts(file, t('result.kind')) : facts(file)}</span>
				)}
			</span>
			<IconButton small label={t('remove', { name })} onClick={onRemove}>
				<X size={14} />
			</IconButton>
		</li>
	);
}

function Note({ note }: { readonly note: AttachmentNote }) {
	const { t, i18n } = useTranslation('attachments');
	const { formatName } = useFileFacts();
	const size = (bytes: number) => byteSize(bytes, i18n.language);
	switch (note.code) {
		case 'modelKind':
			return t(`note.modelKind.${note.kind}`, { model: note.model });
		case 'noPlace':
			return t(`note.noPlace.${note.kind}`);
		case 'noPlaceFormat':
			return t('note.noPlaceFormat', {
				formats: new Intl.ListFormat(i18n.language).format(note.formats.map(formatName)),
			});
		case 'needsText':
		case 'notCited':
			return t(`note.${note.code}`);
		case 'images':
		case 'documents':
			return t(`note.${note.code}`, { count: note.count, limit: note.limit });
		case 'body':
			return t('note.body', { size: size(note.size), limit: size(note.limit) });
	}
}

/** The files of the turns that go out again with the next one: those that were answered. */
function sentAgain(conversation: Conversation | null): readonly AttachmentBlock[] {
	const answered = conversation?.turns.filter(({ answer }) => answer !== null && answer.content.length > 0) ?? [];
	return answered.flatMap(({ question }) => question.content.filter((block) => block.type === 'attachment'));
}
