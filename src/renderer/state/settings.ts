import type { AppSettings, AppSettingsPatch, Layout } from '../../shared/model/app-settings.ts';
import { carryFiles } from '../attachments/carry-files.ts';
import { languageFor, setLanguage } from '../i18n/i18n.ts';
import { applyPresenter, showAnew } from '../presenter/presenter-look.ts';
import { appStore } from './app-store.ts';
import { client } from './client.ts';
import { reportProblem } from './errors.ts';

/** Takes over settings that were read: language and theme change at once. */
export async function holdSettings(settings: AppSettings): Promise<void> {
	const { info, phase, settings: held } = appStore.getState();
	if (phase === 'ready' && held.presenter !== settings.presenter) return showAnew(carryFiles);
	// What was read does not know where panes were put meanwhile.
	appStore.setState({ settings: { ...settings, layout: { ...settings.layout, ...putSince } } });
	applyPresenter(settings.presenter);
	applyTheme(settings.theme);
	await setLanguage(languageFor(settings.language, info?.locale ?? navigator.language));
}

function applyTheme(theme: AppSettings['theme']): void {
	const root = document.documentElement;
	if (theme === 'system') delete root.dataset['theme'];
	else root.dataset['theme'] = theme;
}

/** Changes settings and keeps them. */
export async function updateSettings(patch: AppSettingsPatch): Promise<void> {
	try {
		await holdSettings(await client().settings.update(patch));
	} catch (error) {
		reportProblem(error);
	}
}

/** Where panes were put that is still on its way to main, or being dragged. */
let putSince: Partial<Layout> = {};

/** Changes where the panes stand: at once in the window, then in the settings. `keep` false: while it is dragged. */
export function setLayout(patch: Partial<Layout>, keep = true): void {
	const put = { ...putSince, ...patch };
	putSince = put;
	appStore.setState(({ settings }) => ({ settings: { ...settings, layout: { ...settings.layout, ...patch } } }));
	if (!keep) return;
	client()
		.settings.update({ layout: appStore.getState().settings.layout })
		.catch(reportProblem)
		.finally(() => {
			// Not if something was put elsewhere again: its own answer is still to come.
			if (putSince === put) putSince = {};
		});
}
