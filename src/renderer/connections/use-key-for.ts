import { API_KEY } from '../../shared/model/connection.ts';
import type { KeyUse } from '../state/access-dialogs.ts';
import { ownRegion, useRegion } from '../state/connections.ts';
import { retarget } from '../state/retarget.ts';
import type { PickerProps } from './picker-props.ts';

/** How the app's own Bedrock API key is taken for the settings of a picker. */
export function useKeyFor({ settings, onChange }: Pick<PickerProps, 'settings' | 'onChange'>): KeyUse {
	const before = useRegion(settings);
	return {
		used: settings.connection === API_KEY,
		use: () => {
			// Which region the key has is known only now: it was given after the picker.
			const own = ownRegion(API_KEY);
			// A key without a region of its own goes on in the region that calls went to.
			const region = own === null && settings.connection !== 'practice' ? before : null;
			onChange(retarget(settings, { connection: API_KEY, region }, { before, after: own ?? before }));
		},
	};
}
