import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldContext } from '../../shared/fields/field-context.ts';
import { findField } from '../../shared/fields/find-field.ts';
import { useBase64Words } from '../inspector/body/use-base64-words.ts';
import { useCodePhrases } from '../ui/use-code-phrases.ts';
import type { EditorWords } from './body-editor.ts';
import { problemWords } from './problem-words.ts';

/** The words of an editor, in the language that is spoken. */
export function useEditorWords(context: FieldContext): EditorWords {
	const { t } = useTranslation('editor');
	const { t: f } = useTranslation('fields');
	const viewer = useCodePhrases();
	const base64 = useBase64Words();
	return useMemo(
		() => ({
			label: t('label'),
			base64,
			phrases: {
				...viewer,
				Completions: t('completions'),
				Diagnostics: t('diagnostics'),
				'No diagnostics': t('noDiagnostics'),
				'Control character': t('controlCharacter'),
				Replace: t('replaceWith'),
				replace: t('replace'),
				'replace all': t('replaceAll'),
				'replaced match on line $': t('replacedMatch'),
				'replaced $ matches': t('replacedMatches'),
			},
			problem: (problem) => problemWords(problem, t),
			field(path) {
				const entry = findField(context, path);
				if (entry === null) return null;
				const name = path.findLast((step) => typeof step === 'string') ?? '';
				return {
					name: String(name),
					text: f(entry.id),
					limits: entry.limits === null ? null : f(`limits.${entry.limits}`),
				};
			},
			offer: ({ kind, id }) => ({
				detail: kind === 'required' ? t('required') : null,
				text: id === null ? null : f(id),
			}),
		}),
		[t, f, viewer, base64, context],
	);
}
