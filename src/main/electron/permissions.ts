import { isOfOrigin } from './own-origin.ts';

/** What a page of ours may do. Everything that is not here is denied (Electron's security list, 5). */
const allowed: ReadonlySet<string> = new Set([
	// The copy buttons.
	'clipboard-sanitized-write',
]);

/** Whether a page gets a permission: for the request handler and the check handler alike. */
export function isPermitted(permission: string, requestingUrl: string, origin: string): boolean {
	return allowed.has(permission) && isOfOrigin(requestingUrl, origin);
}

/** What is used of Electron's `Session`. */
export interface PermissionSession {
	setPermissionRequestHandler(
		handler: (
			contents: unknown,
			permission: string,
			callback: (granted: boolean) => void,
			details: { readonly requestingUrl: string },
		) => void,
	): void;
	setPermissionCheckHandler(
		handler: (contents: unknown, permission: string, requestingOrigin: string) => boolean,
	): void;
	setDevicePermissionHandler(handler: () => boolean): void;
}

/** Puts the table in force: for questions, for checks, and for devices. */
export function guardPermissions(session: PermissionSession, origin: string): void {
	session.setPermissionRequestHandler((_contents, permission, callback, { requestingUrl }) =>
		callback(isPermitted(permission, requestingUrl, origin)),
	);
	session.setPermissionCheckHandler((_contents, permission, requestingOrigin) =>
		isPermitted(permission, requestingOrigin, origin),
	);
	session.setDevicePermissionHandler(() => false);
}
