import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { byteSize } from '../../ui/quantities.ts';
import type { Base64Words } from './base64-folds.ts';

/** What stands in the place of base64: what its bytes are, and how many. The same object as long as the language is. */
export function useBase64Words(): Base64Words {
	const { t, i18n } = useTranslation('attachments');
	const { language } = i18n;
	return useMemo(() => {
		const facts = (what: string, size: number) =>
			`${what === '' ? t('base64Unknown') : what} · ${byteSize(size, language)}`;
		return {
			label: facts,
			show: (what, size) => t('base64.show', { facts: facts(what, size) }),
			hide: (what, size) => t('base64.hide', { facts: facts(what, size) }),
		};
	}, [t, language]);
}
