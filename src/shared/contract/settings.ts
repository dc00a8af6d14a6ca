import { appSettings, appSettingsPatch } from '../model/settings.ts';
import { procedure } from './base.ts';

export const settingsContract = {
	get: procedure.output(appSettings),
	update: procedure.input(appSettingsPatch).output(appSettings),
};
