import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './styles/tokens.css';
import './styles/base.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.tsx';
import { languageFor, startI18n } from './i18n/i18n.ts';
import { setClient } from './state/client.ts';
import { linkBack, linkLost, startState } from './state/start.ts';
import { connect } from './transport.ts';
import { guardLeaving } from './window/guard-leaving.ts';

await startI18n(languageFor('system', navigator.language));
const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root.');
createRoot(root).render(
	<StrictMode>
		<App />
	</StrictMode>,
);

guardLeaving();
const connection = await connect();
setClient(connection.client);
connection.onDisconnect(linkLost);
connection.onReconnect(() => void linkBack());
await startState();
