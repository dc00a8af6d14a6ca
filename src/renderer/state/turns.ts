import type { Turn } from '../../shared/model/conversation.ts';
import { appStore, NEW } from './app-store.ts';
import { client } from './client.ts';
import { focusComposer, hold, openById, openConversation, readList, setDraft, settingsSaved } from './conversations.ts';
import { reportProblem } from './errors.ts';
import { putTurn, watchTurn } from './watch-turn.ts';

/**
 * Sends a message in the open conversation; saves the conversation first when it is new. The text leaves the composer
 * only when the turn has begun.
 */
export async function send(text: string): Promise<void> {
	if (text.trim() === '') return;
	const { openId, fresh } = appStore.getState();
	try {
		await settingsSaved();
		let id = openId;
		if (id === null) {
			const made = await client().conversations.create({ settings: fresh });
			id = made.id;
			hold(made);
			appStore.setState(({ drafts: { [NEW]: draft = '', ...drafts } }) => ({
				drafts: { ...drafts, [made.id]: draft },
			}));
			await openById(id);
		}
		const turn = await client().turns.start({ conversationId: id, text });
		if (appStore.getState().drafts[id] === text) setDraft(id, '');
		follow(turn);
		await readList();
	} catch (error) {
		reportProblem(error);
	}
}

/** Stops a turn; what has arrived stays. What was pressed for it goes away, so the composer takes the focus. */
export async function stop(turnId: string): Promise<void> {
	focusComposer();
	try {
		await client().turns.stop({ turnId });
	} catch (error) {
		reportProblem(error);
	}
}

/** Asks again, with the settings of now. What was pressed for it goes away, so the composer takes the focus. */
export async function retry(turnId: string): Promise<void> {
	focusComposer();
	try {
		await settingsSaved();
		follow(await client().turns.retry({ turnId }));
	} catch (error) {
		reportProblem(error);
	}
}

/** Goes on with an answer that is not whole, with the settings of now; the focus goes as with `retry`. */
export async function goOn(turnId: string): Promise<void> {
	focusComposer();
	try {
		await settingsSaved();
		follow(await client().turns.continue({ turnId }));
	} catch (error) {
		reportProblem(error);
	}
}

/** Shows a turn that began, selects it, and watches it. */
function follow(turn: Turn): void {
	putTurn(turn);
	if (openConversation(appStore.getState())?.id === turn.conversationId) {
		appStore.setState({ selection: { turnId: turn.id, exchangeId: null } });
	}
	if (turn.state === 'running') void watchTurn(turn);
}
