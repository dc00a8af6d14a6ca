// @ts-check
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

/**
 * What the packaged Electron may still do. Every fuse is named, so that one which a later Electron adds is not missed.
 * @param {boolean} release `nodeCliInspect` stays on in packages made for tests: Playwright needs it
 */
export function fuses(release) {
	return /** @type {const} */ ({
		version: FuseVersion.V1,
		strictlyRequireAllFuses: true,
		[FuseV1Options.RunAsNode]: false,
		[FuseV1Options.EnableCookieEncryption]: true,
		[FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
		[FuseV1Options.EnableNodeCliInspectArguments]: !release,
		[FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
		[FuseV1Options.OnlyLoadAppFromAsar]: true,
		[FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
		[FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
		[FuseV1Options.WasmTrapHandlers]: true,
	});
}

/**
 * Where electron-builder has put Electron's binary.
 * @param {{ appOutDir: string, platform: string, productFilename: string, executableName: string }} packed
 */
export function binaryPath({ appOutDir, platform, productFilename, executableName }) {
	if (platform === 'darwin' || platform === 'mas') return join(appOutDir, `${productFilename}.app`);
	return join(appOutDir, platform === 'win32' ? `${productFilename}.exe` : executableName);
}

/**
 * electron-builder's hook between packing and signing: the signature must cover the flipped fuses. A package is for a
 * release unless OUTCROP_TEST_PACKAGE is set.
 * @param {import('electron-builder').AfterPackContext} context
 */
export async function afterPack({ appOutDir, electronPlatformName, packager }) {
	const path = binaryPath({
		appOutDir,
		platform: electronPlatformName,
		productFilename: packager.appInfo.productFilename,
		executableName: 'outcrop',
	});
	await flipFuses(path, {
		...fuses(process.env['OUTCROP_TEST_PACKAGE'] === undefined),
		// An arm64 Mac starts nothing whose ad-hoc signature is broken.
		resetAdHocDarwinSignature: electronPlatformName === 'darwin',
	});
}
