import { useTranslation } from 'react-i18next';
import { PRACTICE, profileName } from '../../shared/model/connection.ts';

/** Gives a connection's name as a person reads it: the profile's own, or the app's word for the two others. */
export function useConnectionName(): (id: string) => string {
	const { t } = useTranslation('connections');
	return (id) => profileName(id) ?? (id === PRACTICE ? t('practice') : t('environment'));
}
