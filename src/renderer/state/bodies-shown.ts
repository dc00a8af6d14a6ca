import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const KEY = 'outcrop.bodies';

/** The comparisons that show their request bodies (`NEW` for the one that is being set up). Kept for this window's next load. */
const store = createStore<{ readonly shown: readonly string[] }>()(() => ({ shown: kept() }));

function kept(): readonly string[] {
	try {
		return (sessionStorage.getItem(KEY) ?? '').split(' ').filter((id) => id !== '');
	} catch {
		return [];
	}
}

/** Shows or hides the request bodies of a comparison. */
export function showBodies(key: string, show: boolean): void {
	const others = store.getState().shown.filter((id) => id !== key);
	const shown = show ? [...others, key] : others;
	store.setState({ shown });
	try {
		sessionStorage.setItem(KEY, shown.join(' '));
	} catch {
		// Only a reload would miss it.
	}
}

/** The comparison that was being set up has got its id. */
export function moveBodiesShown(from: string, to: string): void {
	const shown = store.getState().shown.includes(from);
	showBodies(from, false);
	if (shown) showBodies(to, true);
}

/** Whether a comparison shows its request bodies now. */
export function areBodiesShown(key: string): boolean {
	return store.getState().shown.includes(key);
}

/** The same, for what is drawn. */
export function useBodiesShown(key: string): boolean {
	return useStore(store, ({ shown }) => shown.includes(key));
}
