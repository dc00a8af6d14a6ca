import { FileSearch } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SmallDialog } from '../connections/small-dialog.tsx';
import { appStore, useApp } from '../state/app-store.ts';
import { isComparing } from '../state/columns.ts';
import { changeSettings, focusComposer, openSettings } from '../state/conversations.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import type { WrittenResult } from './search-result-form.tsx';
import { SearchResultForm } from './search-result-form.tsx';
import { addWaitingResult } from './waiting-files.ts';

interface Props {
	/** Whose composer it is. */
	readonly owner: string;
	readonly disabled: boolean;
}

const nothing: WrittenResult = { title: '', source: '', text: '', cited: true };

/** The button that adds a search result to what is being written, and the dialog in which it is written itself. */
export function AddSearchResult({ owner, disabled }: Props) {
	const { t } = useTranslation('attachments');
	const form = useId();
	const [open, setOpen] = useState(false);
	const [result, setResult] = useState(nothing);
	const added = useRef(false);
	// Each column of a comparison has settings of its own.
	const comparing = useApp(isComparing);
	const { title, source, text, cited } = result;
	const complete = [title, source, text].every((part) => /\S/.test(part));
	const show = () => {
		added.current = false;
		setOpen(true);
	};
	const add = () => {
		if (!complete) return;
		addWaitingResult(owner, { title: title.trim(), source: source.trim(), text });
		if (!comparing && openSettings(appStore.getState()).citations !== cited) void changeSettings({ citations: cited });
		setResult(nothing);
		added.current = true;
		setOpen(false);
	};
	return (
		<>
			<IconButton small label={t('result.add')} disabled={disabled} onClick={show}>
				<FileSearch size={15} strokeWidth={1.7} aria-hidden />
			</IconButton>
			<SmallDialog
				open={open}
				onClose={() => setOpen(false)}
				title={t('result.add')}
				finalFocus={() => {
					// What was added is asked about next.
					if (added.current) focusComposer();
					return !added.current;
				}}
				foot={
					<>
						<Button onClick={() => setOpen(false)}>{t('result.cancel')}</Button>
						<Button type="submit" form={form} variant="go" disabled={!complete}>
							{t('result.submit')}
						</Button>
					</>
				}
			>
				<p>{t('result.about')}</p>
				<SearchResultForm id={form} value={result} withCited={!comparing} onChange={setResult} onSubmit={add} />
			</SmallDialog>
		</>
	);
}
