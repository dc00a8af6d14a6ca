import { Radio } from '@base-ui/react/radio';
import { RadioGroup } from '@base-ui/react/radio-group';
import { ShieldCheck } from 'lucide-react';
import { useEffect, useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../../shared/model/conversation.ts';
import type { ExportedFile, ExportFormat, ExportScope } from '../../../shared/model/files.ts';
import { exportFormats } from '../../../shared/model/files.ts';
import { SmallDialog } from '../../connections/small-dialog.tsx';
import { closeExport, useExportAsked, useExportColumns } from '../../files/export-request.ts';
import { toasts } from '../../notices/toasts.ts';
import { Choice } from '../../settings/choice.tsx';
import { appStore, useApp } from '../../state/app-store.ts';
import { client } from '../../state/client.ts';
import { readAgain } from '../../state/conversations.ts';
import { reportProblem } from '../../state/errors.ts';
import { Button } from '../../ui/button.tsx';
import field from '../../ui/field.module.css';
import { saveFile } from '../../ui/save-file.ts';
import css from './export-dialog.module.css';
import { failureWordsOf } from './failure-words-of.ts';

/** One toast says what became of the last export. */
const TOAST = 'export';

type Reach = 'exchange' | 'turn' | 'conversation';

/** Asks how to export what was asked for, and does it. */
export function ExportDialog() {
	const asked = useExportAsked();
	return asked === null ? null : <Dialog key={JSON.stringify(asked)} asked={asked} />;
}

function Dialog({ asked }: { readonly asked: ExportScope }) {
	const { t } = useTranslation(['files', 'common']);
	const turns = useApp((state) => state.loaded[asked.conversationId]?.turns);
	const reaches = reachesOf(asked, turns?.find(({ id }) => id === asked.turnId)?.exchanges.length ?? 0);
	const [reach, setReach] = useState<Reach>(reaches.includes('turn') ? 'turn' : 'conversation');
	const [format, setFormat] = useState<ExportFormat>('outcrop');
	const [mask, setMask] = useState(false);
	const [files, setFiles] = useState(false);
	const columns = useExportColumns();
	// One that was exported out of the list may not have been read: whether it has files is not known before.
	useEffect(() => {
		const { loaded } = appStore.getState();
		for (const id of [asked.conversationId, ...columns]) if (loaded[id] === undefined) void readAgain(id);
	}, [asked.conversationId, columns]);
	const hasFiles = useApp((state) =>
		[asked.conversationId, ...columns].some((id) => state.loaded[id]?.turns.some(hasAttachments) === true),
	);
	const make = useExport(
		columns.length === 0
			? [{ ...asked, ...within(asked, reach) }]
			: columns.map((conversationId) => ({ conversationId, turnId: null, exchangeId: null })),
		format,
		{ mask, files: files || !mask },
	);
	const save = () =>
		make((files) => {
			for (const { fileName, mediaType, text } of files) saveFile(fileName, text, mediaType);
			closeExport();
			const name = files.map(({ fileName }) => fileName).join(', ');
			toasts.add({ id: TOAST, title: t('saved', { name }) });
		});
	const copy = () =>
		make((files) =>
			navigator.clipboard.writeText(files.map(({ text }) => text).join('\n')).then(
				() => {
					closeExport();
					toasts.add({ id: TOAST, title: t('common:copied') });
				},
				() => toasts.add({ id: TOAST, title: t('copyFailed'), type: 'refused' }),
			),
		);
	return (
		<SmallDialog
			open
			onClose={closeExport}
			title={t('title')}
			foot={
				<>
					{format === 'markdown' && <Button onClick={copy}>{t('copy')}</Button>}
					<Button variant="go" onClick={save}>
						{t('save')}
					</Button>
				</>
			}
		>
			{reaches.length > 1 && (
				<Choice
					label={t('what')}
					value={reach}
					options={reaches.map((value) => ({ value, label: t(`scope.${value}`) }))}
					onChange={setReach}
				/>
			)}
			<Formats value={format} onChange={setFormat} />
			<Tick label={t('mask')} hint={t('masks')} checked={mask} onChange={setMask} />
			{mask && hasFiles && (
				<Tick
					label={t('leaveOutFiles')}
					hint={t('leftOutFiles')}
					checked={!files}
					onChange={(leftOut) => setFiles(!leftOut)}
				/>
			)}
			<p className={css['secrets']}>
				<ShieldCheck size={14} strokeWidth={1.6} aria-hidden />
				{t('secrets')}
			</p>
		</SmallDialog>
	);
}

function Tick({
	label,
	hint,
	checked,
	onChange,
}: {
	readonly label: string;
	readonly hint: string;
	readonly checked: boolean;
	readonly onChange: (checked: boolean) => void;
}) {
	return (
		<label className={css['mask']}>
			<input type="checkbox" checked={checked} onChange={(event) => onChange(event.currentTarget.checked)} />
			<span>
				<b>{label}</b>
				<small>{hint}</small>
			</span>
		</label>
	);
}

function Formats({
	value,
	onChange,
}: {
	readonly value: ExportFormat;
	readonly onChange: (next: ExportFormat) => void;
}) {
	const { t } = useTranslation('files');
	const id = useId();
	return (
		<div className={field['field']}>
			<span id={id} className={field['label']}>
				{t('as')}
			</span>
			<RadioGroup<ExportFormat> className={css['formats']} value={value} onValueChange={onChange} aria-labelledby={id}>
				{exportFormats.map((format) => (
					<Radio.Root key={format} value={format} className={css['format']} aria-label={t(`format.${format}`)}>
						<i aria-hidden />
						<span>
							<b>{t(`format.${format}`)}</b>
							<small>{t(`means.${format}`)}</small>
						</span>
					</Radio.Root>
				))}
			</RadioGroup>
		</div>
	);
}

function hasAttachments({ question }: Turn): boolean {
	return question.content.some(({ type }) => type === 'attachment');
}

/** What there is to choose: a call by itself only where its turn has several. */
function reachesOf(asked: ExportScope, calls: number): readonly Reach[] {
	if (asked.turnId === null) return ['conversation'];
	return asked.exchangeId !== null && calls > 1 ? ['exchange', 'turn', 'conversation'] : ['turn', 'conversation'];
}

function within({ turnId, exchangeId }: ExportScope, reach: Reach): Pick<ExportScope, 'turnId' | 'exchangeId'> {
	return { turnId: reach === 'conversation' ? null : turnId, exchangeId: reach === 'exchange' ? exchangeId : null };
}

/** Makes the files, and hands them on: of a conversation without a turn there is none. */
function useExport(
	scopes: readonly ExportScope[],
	format: ExportFormat,
	wish: { readonly mask: boolean; readonly files: boolean },
) {
	const { i18n } = useTranslation();
	const language = i18n.language === 'ja' ? 'ja' : 'en';
	const make = async (scope: ExportScope): Promise<readonly ExportedFile[]> => {
		const { turns } = await client().conversations.get({ id: scope.conversationId });
		if (turns.length === 0 && scopes.length > 1) return [];
		const words = failureWordsOf(turns, language);
		return [await client().files.export({ scope, format, ...wish, language, words })];
	};
	return (use: (files: readonly ExportedFile[]) => unknown): void => {
		Promise.all(scopes.map(make))
			.then((made) => use(numberedNames(made.flat())))
			.catch(reportProblem);
	};
}

/** Files of the same second have the same name: then each gets its number. */
function numberedNames(files: readonly ExportedFile[]): readonly ExportedFile[] {
	if (files.length < 2) return files;
	return files.map((file, at) => ({ ...file, fileName: file.fileName.replace(/(?=\.)/, `-${at + 1}`) }));
}
