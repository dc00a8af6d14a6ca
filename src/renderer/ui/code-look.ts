import { HighlightStyle, syntaxHighlighting } from '@codemirror/language';
import type { Extension } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const colours = HighlightStyle.define([
	{ tag: tags.propertyName, color: 'var(--j-key)' },
	{ tag: tags.string, color: 'var(--j-string)' },
	{ tag: tags.number, color: 'var(--j-number)' },
	{ tag: [tags.bool, tags.null], color: 'var(--j-word)' },
	{ tag: [tags.separator, tags.squareBracket, tags.brace], color: 'var(--j-mark)' },
	{ tag: tags.invalid, color: 'var(--bad)' },
]);

const theme = EditorView.theme({
	'&': { fontSize: '12px', color: 'var(--ink)', backgroundColor: 'transparent' },
	'&.cm-focused': { outline: 'none' },
	'&.cm-focused .cm-content': { boxShadow: 'inset 2px 0 var(--copper)' },
	'.cm-scroller': { fontFamily: 'var(--mono)', lineHeight: '1.62' },
	'.cm-content': { padding: '8px 0' },
	'.cm-content:not([contenteditable=true])': { caretColor: 'transparent' },
	'.cm-content:focus-visible': { outline: 'none' },
	'.cm-line': { padding: '0 16px 0 6px' },
	'&.cm-unnumbered .cm-line': { paddingLeft: '16px' },
	'.cm-gutters': { backgroundColor: 'transparent', border: '0', color: 'var(--ink-3)' },
	'.cm-lineNumbers .cm-gutterElement': { minWidth: '34px', padding: '0 4px 0 8px' },
	'.cm-foldGutter .cm-gutterElement': { width: '12px', color: 'var(--ink-3)', cursor: 'pointer' },
	'.cm-foldPlaceholder': {
		backgroundColor: 'var(--sunken)',
		border: '1px solid var(--line)',
		color: 'var(--ink-2)',
		padding: '0 5px',
	},
	'.cm-explained': {
		borderRadius: '3px',
		backgroundColor: 'var(--copper-wash)',
		boxShadow: '0 0 0 1px color-mix(in srgb, var(--copper) 45%, transparent)',
	},
	'.cm-searchMatch': { backgroundColor: 'color-mix(in srgb, var(--copper) 22%, transparent)' },
	'.cm-searchMatch-selected': { backgroundColor: 'color-mix(in srgb, var(--copper) 48%, transparent)' },
	'.cm-panels': { backgroundColor: 'var(--sheet)', color: 'var(--ink)', fontFamily: 'var(--ui)' },
	'.cm-panels.cm-panels-top': { borderBottom: '1px solid var(--line)', position: 'sticky', top: '0', zIndex: '2' },
	'.cm-panel.cm-search': {
		display: 'flex',
		flexWrap: 'wrap',
		alignItems: 'center',
		gap: '6px',
		padding: '8px 40px 8px 16px',
		fontSize: '12px',
	},
	'.cm-panel.cm-search br': { display: 'none' },
	'.cm-panel.cm-search label': {
		display: 'inline-flex',
		alignItems: 'center',
		gap: '4px',
		margin: '0',
		fontSize: '12px',
		color: 'var(--ink-2)',
	},
	'.cm-panel.cm-search input': { margin: '0' },
	'.cm-panel.cm-search input[type=checkbox]': { accentColor: 'var(--copper)' },
	'.cm-textfield': {
		fontSize: '12px',
		height: '26px',
		minWidth: '0',
		flex: '1 1 140px',
		padding: '0 8px',
		backgroundColor: 'var(--pane)',
		border: '1px solid var(--line-strong)',
		borderRadius: 'var(--radius-s)',
	},
	'.cm-button': {
		fontSize: '12px',
		height: '26px',
		margin: '0',
		padding: '0 9px',
		backgroundImage: 'none',
		backgroundColor: 'var(--raised)',
		border: '1px solid var(--line)',
		borderRadius: 'var(--radius-s)',
		color: 'var(--ink)',
	},
	'.cm-button:active': { backgroundImage: 'none' },
	'.cm-panel.cm-search [name=close]': {
		top: '6px',
		right: '10px',
		width: '28px',
		height: '28px',
		fontSize: '16px',
		color: 'var(--ink-2)',
	},
});

/** What JSON looks like in a viewer or an editor: colours, numbers of lines, search. */
export const codeLook: Extension = [syntaxHighlighting(colours), theme];
