import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** CodeMirror's own words for search and folding (EditorState.phrases), translated. */
export function useCodePhrases(): Readonly<Record<string, string>> {
	const { t } = useTranslation('inspector');
	return useMemo(
		() => ({
			Find: t('viewer.find'),
			next: t('viewer.next'),
			previous: t('viewer.previous'),
			all: t('viewer.all'),
			'match case': t('viewer.matchCase'),
			regexp: t('viewer.regexp'),
			'by word': t('viewer.byWord'),
			close: t('viewer.close'),
			'current match': t('viewer.currentMatch'),
			'on line': t('viewer.onLine'),
			'Fold line': t('viewer.fold'),
			'Unfold line': t('viewer.unfold'),
			'folded code': t('viewer.foldedCode'),
			unfold: t('viewer.unfoldCode'),
			'Folded lines': t('viewer.foldedLines'),
			'Unfolded lines': t('viewer.unfoldedLines'),
			to: t('viewer.to'),
		}),
		[t],
	);
}
