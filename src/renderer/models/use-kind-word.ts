import { useTranslation } from 'react-i18next';

const kinds = ['text', 'image', 'video', 'audio', 'speech', 'document', 'embedding'] as const;

/** Gives the word for a kind of input or output; AWS's own for one that the app has no word for. */
export function useKindWord(): (kind: string) => string {
	const { t } = useTranslation('models');
	return (kind) => {
		const known = kinds.find((name) => name === kind);
		return known === undefined ? kind : t(`kind.${known}`);
	};
}
