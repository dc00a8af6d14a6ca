import type { CSSProperties } from 'react';
import { useTranslation } from 'react-i18next';
import type { StorageSettings } from '../../shared/model/app-settings.ts';
import type { StorageUse } from '../../shared/model/storage.ts';
import { useApp } from '../state/app-store.ts';
import { askToForget, freeSpace, useFreeing, useStorageUse } from '../state/storage.ts';
import { Button } from '../ui/button.tsx';
import field from '../ui/field.module.css';
import { byteSize, count } from '../ui/quantities.ts';
import form from './parameters-form.module.css';
import { parseDaysOrNone, parseMegabytesOrNone } from './parse-parameter.ts';
import css from './storage-form.module.css';
import { TextField } from './text-field.tsx';

interface Props {
	readonly settings: StorageSettings;
	readonly onChange: (patch: Partial<StorageSettings>) => void;
}

const show = (value: number | null) => (value === null ? '' : String(value));

/** What is kept on the disk, how long, and how to have it forgotten. */
export function StorageForm({ settings, onChange }: Props) {
	const { t } = useTranslation('storage');
	const use = useStorageUse();
	return (
		<div className={form['form']}>
			<Use use={use} />
			<div className={css['two']}>
				<TextField
					label={t('keepDays')}
					value={settings.keepDays}
					show={show}
					parse={parseDaysOrNone}
					placeholder={t('ever')}
					clearLabel={t('ever')}
					hint={t('keepDaysHint')}
					onKeep={(keepDays) => onChange({ keepDays })}
				/>
				<TextField
					label={t('maxMegabytes')}
					value={settings.maxMegabytes}
					show={show}
					parse={parseMegabytesOrNone}
					placeholder={t('noLimit')}
					clearLabel={t('noLimit')}
					hint={t('maxMegabytesHint')}
					onKeep={(maxMegabytes) => onChange({ maxMegabytes })}
				/>
			</div>
			<p className={field['hint']}>{t('stays')}</p>
			{use !== null && use.conversations.length > 0 && <Largest use={use} />}
		</div>
	);
}

function Use({ use }: { readonly use: StorageUse | null }) {
	const { t, i18n } = useTranslation('storage');
	const freeing = useFreeing();
	const readOnly = useApp((state) => state.info?.readOnly === true);
	if (use === null) return <div className={css['use']} aria-busy="true" />;
	const size = (bytes: number) => byteSize(bytes, i18n.language);
	const kept = use.keptBytes + use.attachmentBytes;
	const parts = [
		{ name: 'captured', words: t('capturedPart'), bytes: use.keptBytes },
		...(use.attachmentBytes > 0
			? [{ name: 'attachments', words: t('attachmentsPart'), bytes: use.attachmentBytes }]
			: []),
		{ name: 'rest', words: t('restPart'), bytes: Math.max(0, use.fileBytes - use.freeBytes - kept) },
		{ name: 'free', words: t('freePart'), bytes: use.freeBytes },
	];
	const share = new Intl.NumberFormat(i18n.language, { style: 'percent', maximumSignificantDigits: 2 });
	return (
		<div className={css['use']}>
			<p className={css['file']}>{t('fileOf', { size: size(use.fileBytes) })}</p>
			<div className={css['bar']} aria-hidden>
				{parts.map(({ name, bytes }) => (
					<i key={name} data-part={name} style={{ flexGrow: bytes } satisfies CSSProperties} />
				))}
			</div>
			<ul className={css['parts']} aria-label={t('inUse')}>
				{parts.map(({ name, words, bytes }) => (
					<li key={name}>
						<i data-part={name} />
						{words} <b>{size(bytes)}</b>
					</li>
				))}
			</ul>
			<p className={css['calls']}>
				{use.exchanges === 0
					? t('callsNone')
					: t('calls', {
							count: use.exchanges,
							calls: count(use.exchanges, i18n.language),
							original: size(use.originalBytes),
							kept: size(use.keptBytes),
							share: share.format(use.keptBytes / Math.max(1, use.originalBytes)),
						})}
			</p>
			{!readOnly && use.freeBytes > 0 && (
				<div className={css['free']}>
					<Button onClick={() => void freeSpace()} disabled={freeing}>
						{t(freeing ? 'freeing' : 'freeSpace')}
					</Button>
					<span className={field['hint']}>{t('freeSpaceHint')}</span>
				</div>
			)}
		</div>
	);
}

function Largest({ use }: { readonly use: StorageUse }) {
	const { t, i18n } = useTranslation(['storage', 'conversations']);
	const readOnly = useApp((state) => state.info?.readOnly === true);
	return (
		<div>
			<h4 className={css['heading']}>{t('largest')}</h4>
			<ul className={css['largest']}>
				{use.conversations.map((one) => {
					const title = one.title === '' ? t('conversations:untitled') : one.title;
					return (
						<li key={one.id}>
							<span className={css['name']} title={title}>
								{title}
							</span>
							<span className={css['size']}>{byteSize(one.keptBytes, i18n.language)}</span>
							{!readOnly && (
								<Button variant="quiet" aria-label={t('forgetOf', { title })} onClick={() => askToForget([one.id])}>
									{t('forget')}
								</Button>
							)}
						</li>
					);
				})}
			</ul>
		</div>
	);
}
