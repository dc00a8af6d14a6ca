import type { Ref } from 'react';
import { useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldContext } from '../../../shared/fields/field-context.ts';
import { pageNonce } from '../../ui/page-nonce.ts';
import { useCodePhrases } from '../../ui/use-code-phrases.ts';
import type { Explainable } from '../explain/explained.ts';
import { hold, pointAt, stopPointing } from '../explain/explained.ts';
import type { PlaceListener } from '../explain/field-pointer.ts';
import type { CodeEditor, CodeOptions } from './code-editor.ts';
import css from './code-view.module.css';
import { useBase64Words } from './use-base64-words.ts';

/** What may be asked of a viewer from outside. */
export interface CodeViewHandle {
	/** False where there is no search, because the editor is not (yet) there. */
	toggleSearch(): boolean;
	/** Goes to a field of JSON; false where it is not there, or the editor is not (yet). */
	show(path: ReadonlyArray<string | number>): boolean;
}

interface Props {
	/** The text in pieces; those of a long one may come one after the other. */
	readonly pieces: readonly string[];
	readonly json: boolean;
	/** Whether JSON is coloured and can be folded. */
	readonly coloured?: boolean;
	readonly label: string;
	/** Whether long base64 strings of laid out JSON are shown as placeholders, which open. */
	readonly foldsBase64?: boolean;
	/** Whether its lines have numbers of their own. */
	readonly numbered?: boolean;
	/** Where its fields are looked up for explaining; null: they are not. */
	readonly fields?: FieldContext | null;
	readonly ref?: Ref<CodeViewHandle>;
}

/** A read-only text with line numbers (unless it is not to have them), folding and search. CodeMirror is loaded when the first one is shown; where it can't be, the text is shown as it is. */
export function CodeView({
	pieces,
	json,
	coloured = false,
	label,
	foldsBase64 = false,
	numbered = true,
	fields = null,
	ref,
}: Props) {
	const { t } = useTranslation('inspector');
	const phrases = useCodePhrases();
	const words = useBase64Words();
	const base64 = foldsBase64 ? words : null;
	const [failed, setFailed] = useState(false);
	const onPlace = usePlaceListener(fields);
	const options = useMemo<CodeOptions>(
		() => ({ pieces, json, coloured, label, numbered, phrases, base64, nonce: pageNonce(), onPlace }),
		[pieces, json, coloured, label, numbered, phrases, base64, onPlace],
	);
	const parent = useRef<HTMLDivElement>(null);
	const editor = useRef<CodeEditor | null>(null);
	const latest = useRef(options);
	latest.current = options;

	// Before the page is drawn: else a frame would pass without the text.
	useLayoutEffect(() => {
		let wanted = true;
		const show = ({ createCodeEditor }: Editors): void => {
			if (wanted && parent.current !== null) editor.current = createCodeEditor(parent.current, latest.current);
		};
		const fail = (): void => {
			if (wanted) setFailed(true);
		};
		if (editors === null) loadEditor().then(show).catch(fail);
		else show(editors);
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
			toggleSearch: () => {
				editor.current?.toggleSearch();
				return editor.current !== null;
			},
			show: (path) => editor.current?.show(path) ?? false,
		}),
		[],
	);

	if (failed) {
		return (
			<>
				<p className={css['notice']} role="status">
					{t('editorFailed')}
				</p>
				<pre className={css['plain']}>{pieces.join('')}</pre>
			</>
		);
	}
	return <div ref={parent} className={css['code']} />;
}

/** Hands the field under pointer or caret on to the explaining strip. Contexts of the same content are one. */
function usePlaceListener(fields: FieldContext | null): PlaceListener | null {
	const written = fields === null ? null : JSON.stringify(fields);
	return useMemo(() => {
		if (written === null) return null;
		const context: FieldContext = JSON.parse(written);
		return (place, how) => {
			if (place === null) return stopPointing();
			const field: Explainable =
				place === 'too-large'
					? { context, path: [], value: null, tooLarge: true }
					: { context, path: place.path, value: place.value };
			if (how === 'pointer') pointAt(field);
			else hold(field, how === 'click' ? 'pointer' : 'keyboard');
		};
	}, [written]);
}

type Editors = typeof import('./code-editor.ts');

/** The editor's own part of the app, once it is there. */
let editors: Editors | null = null;

/** Loads the editor's own part of the app, asked for once more where it did not come. */
async function loadEditor(): Promise<Editors> {
	const load = (): Promise<Editors> => import('./code-editor.ts');
	editors = await load().catch(load);
	return editors;
}
