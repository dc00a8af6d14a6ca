import type { AppEvent } from '../../shared/contract/app.ts';
import { takeCarriedFiles } from '../attachments/carry-files.ts';
import { restoreBodies } from '../editor/editor-store.ts';
import { backWhereSwitched, shownAgain } from '../presenter/presenting.ts';
import { appStore } from './app-store.ts';
import { client } from './client.ts';
import { restoreSetup } from './comparisons.ts';
import { refreshConnections } from './connections.ts';
import { openById, readAgain, readList, readOpenAgain, rememberedOpen } from './conversations.ts';
import { reportProblem } from './errors.ts';
import { keepNew } from './kept-new.ts';
import { modelsChanged } from './models.ts';
import { refreshQuestions } from './questions.ts';
import { restoreResults } from './result-drafts.ts';
import { holdSettings } from './settings.ts';
import { storageChanged } from './storage.ts';
import { resumeWatching } from './watch-turn.ts';

/** Reads what the window shows first, opens the conversation that was open before a reload, and keeps up to date. */
export async function startState(): Promise<void> {
	try {
		const [info, settings, notices, list, shown] = await Promise.all([
			client().app.info(),
			client().settings.get(),
			client().app.notices(),
			client().conversations.list(),
			shownAgain(),
		]);
		appStore.setState({ info, notices, list, fresh: shown.fresh ?? settings.defaults, drafts: shown.drafts });
		restoreResults(shown.results);
		restoreBodies(shown.bodies);
		restoreSetup(shown.setup);
		keepNew();
		await Promise.all([holdSettings(settings), refreshConnections(), refreshQuestions()]);
		await takeCarriedFiles().catch(reportProblem);
		const id = rememberedOpen();
		if (id !== null && list.some((other) => other.id === id)) await openById(id);
		appStore.setState({ phase: 'ready' });
		backWhereSwitched();
		void listen();
	} catch (error) {
		appStore.setState({ phase: 'failed' });
		reportProblem(error);
	}
}

/** The connection to the core was lost: what is on the screen stays, and nothing can be done. */
export function linkLost(): void {
	appStore.setState({ linked: false });
}

/** The connection is back: whatever may have changed is read again, and running turns go on. */
export async function linkBack(): Promise<void> {
	appStore.setState({ linked: true });
	if (appStore.getState().phase !== 'ready') {
		await startState();
		return;
	}
	resumeWatching();
	void listen();
	modelsChanged();
	const again = Promise.all([handle({ type: 'settings' }), handle({ type: 'notices' })]).catch(reportProblem);
	await Promise.all([again, readList(), refreshConnections(), refreshQuestions()]);
	await readOpenAgain();
}

/** Takes a notice away for good. */
export async function dismissNotice(id: string): Promise<void> {
	appStore.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
	await client().app.dismissNotice({ id }).catch(reportProblem);
}

/** Follows the app's events until the connection is lost; then `linkBack` begins again. */
async function listen(): Promise<void> {
	try {
		for await (const event of await client().app.events()) await handle(event);
	} catch {
		// A lost connection is said by the transport itself.
	}
}

async function handle(event: AppEvent): Promise<void> {
	switch (event.type) {
		case 'conversations':
			await readList();
			break;
		case 'conversation':
			if (appStore.getState().loaded[event.id] !== undefined) await readAgain(event.id);
			break;
		case 'settings':
			await holdSettings(await client().settings.get());
			break;
		case 'notices':
			appStore.setState({ notices: await client().app.notices() });
			break;
		case 'connections':
			await refreshConnections();
			break;
		case 'questions':
			await refreshQuestions();
			break;
		case 'models':
			modelsChanged();
			break;
		case 'storage':
			storageChanged();
			break;
	}
}
