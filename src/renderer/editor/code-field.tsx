import type { Ref } from 'react';
import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldContext } from '../../shared/fields/field-context.ts';
import { pageNonce } from '../ui/page-nonce.ts';
import type { BodyEditor, BodyEditorOptions } from './body-editor.ts';
import type { Problem } from './check-body.ts';
import css from './editor-dialog.module.css';
import { useEditorWords } from './use-editor-words.ts';

/** What may be asked of an editor from outside. */
export interface CodeFieldHandle {
	/** Its text now; null while it is not there. */
	text(): string | null;
	/** What is wrong with it now; empty while it is not there. */
	check(): readonly Problem[];
	replace(text: string): void;
	reveal(from: number): void;
	focus(): void;
}

interface Props {
	/** What it begins with. */
	readonly text: string;
	/** Where the caret is at first; characters. */
	readonly caret: number;
	readonly context: FieldContext;
	readonly byPrompt: boolean;
	readonly onText: (text: string) => void;
	readonly onProblems: (problems: readonly Problem[]) => void;
	readonly onSend: () => void;
	readonly ref: Ref<CodeFieldHandle>;
}

/** The editor of a body. CodeMirror is loaded with the first one; where it can't be, a plain field is there. */
export function CodeField({ text, caret, context, byPrompt, onText, onProblems, onSend, ref }: Props) {
	const words = useEditorWords(context);
	const [failed, setFailed] = useState(false);
	const parent = useRef<HTMLDivElement>(null);
	const plain = useRef<HTMLTextAreaElement>(null);
	const editor = useRef<BodyEditor | null>(null);
	const listeners = useRef({ onText, onProblems, onSend });
	listeners.current = { onText, onProblems, onSend };
	const options = useMemo<BodyEditorOptions>(
		() => ({
			nonce: pageNonce(),
			context,
			byPrompt,
			words,
			onText: (next) => listeners.current.onText(next),
			onProblems: (problems) => listeners.current.onProblems(problems),
			onSend: () => listeners.current.onSend(),
		}),
		[context, byPrompt, words],
	);
	const first = useRef({ text, caret, options });

	useLayoutEffect(() => {
		let wanted = true;
		import('./body-editor.ts')
			.then(({ createBodyEditor }) => {
				if (!wanted || parent.current === null) return;
				editor.current = createBodyEditor(parent.current, first.current.text, first.current.options);
				editor.current.reveal(first.current.caret);
			})
			.catch(() => {
				if (wanted) setFailed(true);
			});
		return () => {
			wanted = false;
			editor.current?.destroy();
			editor.current = null;
		};
	}, []);
	useEffect(() => editor.current?.update(options), [options]);
	useImperativeHandle(
		ref,
		() => ({
			text: () => editor.current?.text() ?? plain.current?.value ?? null,
			check: () => editor.current?.check() ?? [],
			replace(next) {
				editor.current?.replace(next);
				if (plain.current !== null) plain.current.value = next;
			},
			reveal: (from) => editor.current?.reveal(from),
			focus: () => (editor.current ?? plain.current)?.focus(),
		}),
		[],
	);

	if (failed) return <PlainField ref={plain} text={text} onText={onText} />;
	return <div ref={parent} className={css['code']} data-body-editor />;
}

function PlainField({
	text,
	onText,
	ref,
}: {
	readonly text: string;
	readonly onText: (text: string) => void;
	readonly ref: Ref<HTMLTextAreaElement>;
}) {
	const { t } = useTranslation('editor');
	return (
		<textarea
			ref={ref}
			className={css['plain']}
			defaultValue={text}
			aria-label={t('label')}
			spellCheck={false}
			onChange={(event) => onText(event.currentTarget.value)}
		/>
	);
}
