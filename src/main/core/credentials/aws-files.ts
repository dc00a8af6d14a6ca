import { join } from 'node:path';

/** Where the core looks for AWS configuration: what a host gives of it in `Ports`. */
export interface AwsSurroundings {
	readonly environment: Readonly<Record<string, string | undefined>>;
	readonly homeFolder: string;
}

/** The two AWS config files, named as the SDK's options are. */
export interface AwsFilePaths {
	/** The credentials file. */
	readonly filepath: string;
	/** The config file. */
	readonly configFilepath: string;
}

/** Keys and values of one profile. Holds secrets: never leaves main. */
export type ProfileKeys = Readonly<Record<string, string | undefined>>;

/** Both files as the SDK merges them: what stands in the credentials file wins. */
export interface AwsProfiles {
	readonly profiles: Readonly<Record<string, ProfileKeys>>;
	/** `[services NAME]` sections, by name. */
	readonly services: Readonly<Record<string, ProfileKeys>>;
	/** `[sso-session NAME]` sections, by name. */
	readonly sessions: Readonly<Record<string, ProfileKeys>>;
}

/** The section of a name, or no keys; names such as `constructor` are only names. */
export function keysOf(sections: Readonly<Record<string, ProfileKeys>>, name: string): ProfileKeys {
	return Object.hasOwn(sections, name) ? (sections[name] ?? {}) : {};
}

/** `AWS_CONFIG_FILE` and `AWS_SHARED_CREDENTIALS_FILE`, or the usual places in the home folder. */
export function awsFilePaths({ environment, homeFolder }: AwsSurroundings): AwsFilePaths {
	const place = (variable: string, name: string): string => {
		const path = environment[variable];
		if (path === undefined || path === '') return join(homeFolder, '.aws', name);
		return path.startsWith('~/') ? join(homeFolder, path.slice(2)) : path;
	};
	return {
		filepath: place('AWS_SHARED_CREDENTIALS_FILE', 'credentials'),
		configFilepath: place('AWS_CONFIG_FILE', 'config'),
	};
}

/** Where the AWS CLI and the SDKs keep what sign-ins gave: SSO tokens, keys of `aws login`. */
export function awsCaches({ environment, homeFolder }: AwsSurroundings): {
	readonly sso: string;
	readonly login: string;
} {
	return {
		sso: join(homeFolder, '.aws', 'sso', 'cache'),
		login: environment['AWS_LOGIN_CACHE_DIRECTORY'] || join(homeFolder, '.aws', 'login', 'cache'),
	};
}

/** Reads both files anew. What can't be read counts as empty: `config-check.ts` says why. */
export async function readAwsProfiles(surroundings: AwsSurroundings): Promise<AwsProfiles> {
	const { loadSharedConfigFiles } = await import('@smithy/shared-ini-file-loader');
	const { configFile, credentialsFile } = await loadSharedConfigFiles({
		...awsFilePaths(surroundings),
		ignoreCache: true,
	});
	const names = new Set([...Object.keys(credentialsFile), ...Object.keys(configFile)]);
	const merged = [...names].map((name) => [name, { ...configFile[name], ...credentialsFile[name] }] as const);
	const sections = (prefix: string) =>
		Object.fromEntries(
			merged.filter(([name]) => name.startsWith(prefix)).map(([name, keys]) => [name.slice(prefix.length), keys]),
		);
	return {
		profiles: Object.fromEntries(merged.filter(([name]) => !/^(sso-session|services)\./.test(name))),
		services: sections('services.'),
		sessions: sections('sso-session.'),
	};
}
