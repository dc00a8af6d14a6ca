import type { Page } from '@playwright/test';

/** The folders of one test: nothing of the machine's own AWS configuration, nothing of another test. */
export interface Folders {
	/** The app's data folder (`--data-dir`). */
	readonly data: string;
	/** The home folder; `.aws/config` and `.aws/credentials` are looked for below it. */
	readonly home: string;
}

/** One run of the app, from its start to its end. */
export interface RunningHost {
	readonly page: Page;
	/** Ends the app as a user would. */
	stop(): Promise<void>;
	/** Ends it as a power cut would. */
	kill9(): Promise<void>;
	/** All that the app has written to its standard output and error. */
	log(): string;
	/** The text on the clipboard. */
	clipboard(): Promise<string>;
}

/** How fast the app's own practice endpoint answers. */
export type Pace = 'none' | 'fast' | 'real';

/** Variables of a test's own, on top of the others. */
export type Variables = Readonly<Record<string, string>>;

/** The environment that the app is started with: this process's, without anything of AWS and any proxy, with the test's folders. */
export function environment(
	folders: Folders,
	host: 'node' | 'electron',
	locale: string,
	variables: Variables,
): Record<string, string> {
	const kept = Object.entries(process.env).filter(
		(entry): entry is [string, string] =>
			entry[1] !== undefined && !/^(AWS_|NODE_OPTIONS$|LC_|LANGUAGE$)|_proxy$/i.test(entry[0]),
	);
	return {
		...Object.fromEntries(kept),
		HOME: folders.home,
		USERPROFILE: folders.home,
		AWS_CONFIG_FILE: `${folders.home}/.aws/config`,
		AWS_SHARED_CREDENTIALS_FILE: `${folders.home}/.aws/credentials`,
		// Never ask a metadata service that isn't there.
		AWS_EC2_METADATA_DISABLED: 'true',
		// The Node host may run in a container without a locale: there the browser's language counts.
		LANG: host === 'node' ? 'C.UTF-8' : `${locale.replace('-', '_')}.UTF-8`,
		...variables,
	};
}
