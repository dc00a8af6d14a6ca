import type { AppSettings, AppSettingsPatch, Layout } from '../../shared/model/app-settings.ts';
import { defaultAppSettings, withAppSettings } from '../../shared/model/app-settings.ts';
import { carryFiles } from '../attachments/carry-files.ts';
import { languageFor, setLanguage } from '../i18n/i18n.ts';
import { applyPresenter, showAnew } from '../presenter/presenter-look.ts';
import { appStore } from './app-store.ts';
import { client } from './client.ts';
import { reportProblem } from './errors.ts';

/** As main told of the settings last. */
let told: AppSettings = defaultAppSettings;
/** Changes that main has not answered yet, oldest first: what was read before them does not undo them. */
const onTheWay = new Set<AppSettingsPatch>();
/** Where panes were put that is still on its way to main, or being dragged. */
let putSince: Partial<Layout> = {};

/** Takes over settings that were read: language and theme change at once. */
export async function holdSettings(read: AppSettings): Promise<void> {
	const { info, phase, settings: held } = appStore.getState();
	if (phase === 'ready' && held.presenter !== read.presenter) return showAnew(carryFiles);
	told = read;
	showChanges();
	const { presenter, theme, language } = appStore.getState().settings;
	applyPresenter(presenter);
	applyTheme(theme);
	await setLanguage(languageFor(language, info?.locale ?? navigator.language));
}

/** Shows the settings as they will be when main has all that was changed. */
function showChanges(): void {
	const changed = [...onTheWay].reduce(withAppSettings, told);
	appStore.setState({ settings: withAppSettings(changed, { layout: putSince }) });
}

function applyTheme(theme: AppSettings['theme']): void {
	const root = document.documentElement;
	if (theme === 'system') delete root.dataset['theme'];
	else root.dataset['theme'] = theme;
}

/**
 * Changes settings and keeps them. What is shown changes at once: the next change of a list builds on it. Only presenter
 * mode waits, for the window is loaded anew with it.
 */
export async function updateSettings(patch: AppSettingsPatch): Promise<void> {
	const { presenter: _, ...change } = patch;
	onTheWay.add(change);
	showChanges();
	try {
		const changed = await client().settings.update(patch);
		onTheWay.delete(change);
		await holdSettings(changed);
	} catch (error) {
		onTheWay.delete(change);
		showChanges();
		reportProblem(error);
	}
}

/** Changes where the panes stand: at once in the window, then in the settings. `keep` false: while it is dragged. */
export function setLayout(patch: Partial<Layout>, keep = true): void {
	const put = { ...putSince, ...patch };
	putSince = put;
	showChanges();
	if (!keep) return;
	client()
		.settings.update({ layout: appStore.getState().settings.layout })
		.then(({ layout }) => {
			told = { ...told, layout };
		}, reportProblem)
		.finally(() => {
			// Not if something was put elsewhere again: its own answer is still to come.
			if (putSince === put) putSince = {};
		});
}
