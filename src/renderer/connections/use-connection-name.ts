import { useTranslation } from 'react-i18next';
import {
	API_KEY,
	CONTAINER,
	ENVIRONMENT_API_KEY,
	INSTANCE,
	PRACTICE,
	profileName,
	WEB_IDENTITY,
} from '../../shared/model/connection.ts';

const names = {
	[PRACTICE]: 'practice',
	[API_KEY]: 'apiKey',
	[ENVIRONMENT_API_KEY]: 'environmentApiKey',
	[WEB_IDENTITY]: 'webIdentity',
	[CONTAINER]: 'container',
	[INSTANCE]: 'instance',
} as const;

/** Gives a connection's name as a person reads it: the profile's own, or the app's word for the others. */
export function useConnectionName(): (id: string) => string {
	const { t } = useTranslation('connections');
	return (id) => profileName(id) ?? t(names[id] ?? 'environment');
}
