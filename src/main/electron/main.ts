import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { WebContents } from 'electron';
import { app, BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain, protocol, session, shell } from 'electron';
import type { App } from '../core/app.ts';
import { defaultDataFolder } from '../core/hosting/data-folder.ts';
import { dataFolderProblem } from '../core/hosting/data-folder-problem.ts';
import { createLineLog } from '../core/hosting/line-log.ts';
import { outliveTerminal } from '../core/hosting/outlive-terminal.ts';
import { systemClock } from '../core/hosting/system-clock.ts';
import { APP_ORIGIN, appScheme, createAppProtocol } from './app-protocol.ts';
import { askBeforeLeaving } from './ask-before-leaving.ts';
import { createOpenExternal, createWindowOpenHandler } from './external-links.ts';
import { bringToFront, openMainWindow } from './main-window.ts';
import { menuTemplate } from './menu.ts';
import { guardNavigation } from './navigation-guard.ts';
import { openApp } from './open-app.ts';
import { guardPermissions } from './permissions.ts';
import { handOverPorts } from './port-handover.ts';
import { createPortServer } from './serve-port.ts';
import { dataFolderArgument, pageOrigin } from './start-options.ts';

const { platform, env } = process;
const origin = pageOrigin(APP_ORIGIN, app.isPackaged, env['ELECTRON_RENDERER_URL']);
const dataFolder =
	dataFolderArgument(process.argv.slice(1), process.cwd()) ??
	defaultDataFolder({ platform, environment: env, homeFolder: homedir() });
const chromiumFolder = join(dataFolder, 'electron');
const log = createLineLog((text) => process.stderr.write(text), systemClock);
const openExternal = createOpenExternal((url) => shell.openExternal(url));

outliveTerminal(process.stdout, process.stderr);
app.enableSandbox();
protocol.registerSchemesAsPrivileged([appScheme]);
try {
	mkdirSync(chromiumFolder, { recursive: true, mode: 0o700 });
} catch (error) {
	fail(dataFolderProblem(dataFolder, error));
}
// Electron's instance lock lies in here: one instance a data folder.
app.setPath('userData', chromiumFolder);

if (!app.requestSingleInstanceLock()) {
	app.exit(0);
} else {
	app.on('second-instance', () => bringToFront(BrowserWindow.getAllWindows()[0]));
	app.on('web-contents-created', (_event, contents) => guardContents(contents));
	app.whenReady().then(start).catch(fail);
}

async function start(): Promise<void> {
	const core = await openApp(dataFolder, openExternal, log);
	closeBeforeQuit(core);
	guardPermissions(session.defaultSession, origin);
	protocol.handle('app', createAppProtocol(fileURLToPath(new URL('../renderer', import.meta.url))));
	handOverPorts({
		ipc: ipcMain,
		origin,
		isOwnWindow: (sender) => BrowserWindow.getAllWindows().some((window) => window.webContents === sender),
		newChannel: () => new MessageChannelMain(),
		post: (event, channel, port) => event.senderFrame?.postMessage(channel, null, [port]),
		serve: createPortServer(core.router, log),
	});
	const locale = app.getPreferredSystemLanguages()[0] ?? app.getLocale();
	Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ platform, locale, packaged: app.isPackaged })));
	openWindow();
	app.on('activate', () => {
		if (BrowserWindow.getAllWindows().length === 0) openWindow();
	});
	app.on('window-all-closed', () => {
		if (platform !== 'darwin') app.quit();
	});
}

function guardContents(contents: WebContents): void {
	guardNavigation(contents, origin);
	const failed = (error: unknown) => log.error('A link could not be opened', error);
	contents.setWindowOpenHandler(createWindowOpenHandler(openExternal, failed));
	askBeforeLeaving(contents, app.getLocale().startsWith('ja'), (question) =>
		dialog.showMessageBoxSync({ ...question, type: 'question', defaultId: 0, cancelId: 0, noLink: true }),
	);
}

function openWindow(): void {
	openMainWindow({
		origin,
		preloadPath: fileURLToPath(new URL('../preload/preload.cjs', import.meta.url)),
		stateFile: join(chromiumFolder, 'window.json'),
		log,
	});
}

/** The app ends when running turns are saved, not before. */
function closeBeforeQuit(core: App): void {
	let closing = false;
	app.on('will-quit', (event) => {
		event.preventDefault();
		if (closing) return;
		closing = true;
		core.close().then(() => app.exit(0), fail);
	});
}

function fail(error: unknown): void {
	dialog.showErrorBox('Outcrop', error instanceof Error ? error.message : String(error));
	app.exit(1);
}
