import { hostname } from 'node:os';
import { basename } from 'node:path';
import type { AppSettings } from '../../../shared/model/app-settings.ts';
import type { Connection } from '../../../shared/model/connection.ts';
import { profileName } from '../../../shared/model/connection.ts';

/** What tells on this machine whose it is, beside what is known by its shape. */
export interface KnownWords {
	readonly profiles: readonly string[];
	/** Of the person: the user's name, the home folder's. */
	readonly people: readonly string[];
	readonly hosts: readonly string[];
}

/** Gathers them from the connections, the settings and the environment. */
export function knownWords(
	connections: readonly Connection[],
	settings: AppSettings,
	surroundings: {
		readonly environment: Readonly<Record<string, string | undefined>>;
		readonly homeFolder: string;
	},
): KnownWords {
	const { environment, homeFolder } = surroundings;
	const users = [environment['USER'], environment['USERNAME'], environment['LOGNAME'], basename(homeFolder)];
	const machines = [hostname(), environment['HOSTNAME'], environment['COMPUTERNAME']];
	const addresses = [settings.network.proxyUrl, settings.defaults.endpointUrl, ...Object.values(environment)];
	return {
		profiles: [
			...connections.flatMap(({ id, signIn }) => [profileName(id), signIn?.profile]),
			environment['AWS_PROFILE'],
		].filter(isThere),
		people: users.filter(isThere),
		hosts: [...machines, ...addresses.map(hostOf)].filter(isThere),
	};
}

/** The host of an http address, or null. */
export function hostOf(text: string | null | undefined): string | null {
	if (!text || !/^https?:\/\//i.test(text) || !URL.canParse(text)) return null;
	return new URL(text).hostname;
}

function isThere(text: string | null | undefined): text is string {
	return typeof text === 'string' && text !== '';
}
