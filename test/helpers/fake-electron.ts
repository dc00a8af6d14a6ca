/**
 * Stands in for the `electron` package in tests: importing the real one in plain Node starts a download. It holds
 * nothing on purpose. What a test wants of Electron is handed to the code as a value; see src/main/electron.
 */
export const app = {};
export const BrowserWindow = {};
export const clipboard = {};
export const contextBridge = {};
export const dialog = {};
export const ipcMain = {};
export const ipcRenderer = {};
export const Menu = {};
export const MessageChannelMain = {};
export const nativeTheme = {};
export const net = {};
export const powerMonitor = {};
export const protocol = {};
export const safeStorage = {};
export const session = {};
export const shell = {};
