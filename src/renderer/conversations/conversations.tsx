import { useTranslation } from 'react-i18next';

/** The left pane. */
export function Conversations() {
	const { t } = useTranslation();
	return <h1>{t('app')}</h1>;
}
