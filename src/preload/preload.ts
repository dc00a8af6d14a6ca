import { contextBridge, ipcRenderer } from 'electron';
import type { PortBridge } from '../shared/window-port.ts';
import { WINDOW_PORT } from '../shared/window-port.ts';

// A port can't pass the context bridge; it passes between the two worlds of the window as a message
// (Electron's documentation, "MessagePorts in Electron").
ipcRenderer.on(WINDOW_PORT, (event) => {
	window.postMessage(WINDOW_PORT, window.location.origin, event.ports);
});

const bridge: PortBridge = {
	requestPort: () => ipcRenderer.send(WINDOW_PORT),
};

contextBridge.exposeInMainWorld('outcrop', bridge);
