import { appSettings, appSettingsPatch } from '../model/app-settings.ts';
import { networkState } from '../model/network-state.ts';
import { procedure } from './base.ts';

export const settingsContract = {
	get: procedure.output(appSettings),
	update: procedure.input(appSettingsPatch).output(appSettings),
	/** How a call to AWS would leave this machine now. */
	network: procedure.output(networkState),
};
