import type { RequestSettings, RequestSettingsPatch } from '../../shared/model/settings.ts';

/** What every picker of the chat's head is given; the same pickers serve the defaults in the settings. */
export interface PickerProps {
	readonly settings: RequestSettings;
	readonly onChange: (patch: RequestSettingsPatch) => void;
	readonly open?: boolean;
	readonly onOpen?: (open: boolean) => void;
}
