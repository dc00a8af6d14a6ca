import { CSPProvider } from '@base-ui/react/csp-provider';
import { Tooltip } from '@base-ui/react/tooltip';
import { X } from 'lucide-react';
import type { ComponentProps } from 'react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import css from './app.module.css';
import { Chat } from './chat/chat.tsx';
import { Comparison } from './comparison/comparison.tsx';
import { columnsOf } from './comparison/use-columns.ts';
import { AccessDialogs } from './connections/access-dialogs.tsx';
import { Conversations } from './conversations/conversations.tsx';
import { EditorDialog } from './editor/editor-dialog.tsx';
import { DropTarget } from './files/drop-target.tsx';
import { ExportDialog } from './inspector/export/export-dialog.tsx';
import { Inspector } from './inspector/inspector.tsx';
import { ModelBrowser } from './models/model-browser.tsx';
import { Toaster } from './notices/toaster.tsx';
import { RequestDialog } from './settings/request/request-dialog.tsx';
import { SettingsDialog } from './settings/settings-dialog.tsx';
import { useApp } from './state/app-store.ts';
import { useBodiesShown } from './state/bodies-shown.ts';
import { composerKey, isComparing } from './state/columns.ts';
import { fitPanes, useWindowWidth } from './state/panes.ts';
import { selectedTurn } from './state/selection.ts';
import { setLayout } from './state/settings.ts';
import { ForgetDialog } from './storage/forget-dialog.tsx';
import { TryDialog } from './try/try-dialog.tsx';
import { CrashGuard } from './ui/crash-guard.tsx';
import { IconButton } from './ui/icon-button.tsx';
import { Splitter } from './ui/splitter.tsx';
import { useWelcome } from './welcome/use-welcome.ts';
import { Welcome } from './welcome/welcome.tsx';
import { INSPECTOR_SWITCH } from './window/pane-switches.tsx';
import { useComposerHeight } from './window/use-composer-height.ts';
import { useEscapeIn } from './window/use-escape-in.ts';
import { useShortcuts } from './window/use-shortcuts.ts';

/** The app, and what stands in its place when its own code fails. */
export function App() {
	const { t } = useTranslation();
	return (
		<CrashGuard title={t('crash')} reload={t('reload')}>
			<AppWindow />
		</CrashGuard>
	);
}

/** The window: conversations, chat, inspector. */
function AppWindow() {
	const { t } = useTranslation();
	const layout = useApp((state) => state.settings.layout);
	const phase = useApp((state) => state.phase);
	const columns = useApp((state) => columnsOf(state).length);
	const panes = fitPanes(layout, useWindowWidth(), columns);
	const bodies = useBodiesShown(useApp(composerKey));
	// Where the inspector lies over the chat, or would hide bodies that stand side by side, it is opened for once only.
	const once = panes.overlay || (bodies && panes.crowded);
	const [openOnce, setOpenOnce] = useState(false);
	const inspectorOpen = once ? openOnce : layout.inspectorOpen;

	const [welcome, closeWelcome] = useWelcome();
	const main = useRef<HTMLElement>(null);
	const composerHeight = useComposerHeight(main, panes.overlay && openOnce);

	useEffect(() => {
		document.documentElement.dataset['appState'] = phase;
	}, [phase]);

	const toggleConversations = () => setLayout({ conversationsOpen: !layout.conversationsOpen });
	const toggleInspector = () => (once ? setOpenOnce(!openOnce) : setLayout({ inspectorOpen: !layout.inspectorOpen }));

	// One and the same as long as it does the same: answers do not render again while another one streams.
	const showInspector = useCallback(() => {
		if (once) setOpenOnce(true);
		else if (!layout.inspectorOpen) setLayout({ inspectorOpen: true });
	}, [once, layout.inspectorOpen]);

	const closeOverlay = () => {
		setOpenOnce(false);
		document.getElementById(INSPECTOR_SWITCH)?.focus();
	};
	useEscapeIn(`aside, #${INSPECTOR_SWITCH}`, panes.overlay && openOnce, closeOverlay);

	useShortcuts({
		toggleConversations,
		toggleInspector,
		showConversations: () => {
			if (!layout.conversationsOpen) toggleConversations();
		},
	});

	return (
		<CSPProvider disableStyleElements>
			<Tooltip.Provider delay={500}>
				<Toaster>
					{/* What would be done before anything is read would be lost. */}
					<div className={css['app']} data-covered={welcome || undefined} inert={phase === 'loading'}>
						{layout.conversationsOpen && (
							<nav
								className={css['conversations']}
								style={{ width: panes.conversations.width }}
								aria-label={t('paneConversations')}
							>
								<Conversations onHide={toggleConversations} />
								<Splitter
									label={t('resizeConversations')}
									side="left"
									{...panes.conversations}
									onWidth={(width, done) => setLayout({ conversationsWidth: width }, done)}
								/>
							</nav>
						)}
						<main ref={main} className={css['chat']} aria-label={t('paneChat')}>
							<Middle
								conversationsOpen={layout.conversationsOpen}
								inspectorOpen={inspectorOpen}
								onToggleConversations={toggleConversations}
								onToggleInspector={toggleInspector}
								onInspect={showInspector}
							/>
						</main>
						{inspectorOpen && (
							<aside
								className={css['inspector']}
								data-overlay={panes.overlay || undefined}
								style={{ width: panes.inspector.width, ...(panes.overlay ? { bottom: composerHeight } : {}) }}
								aria-label={t('paneInspector')}
								{...(panes.overlay ? { tabIndex: -1 } : {})}
							>
								<SelectedCall />
								{panes.overlay && (
									<IconButton label={t('close')} className={css['close'] ?? ''} onClick={closeOverlay}>
										<X size={16} />
									</IconButton>
								)}
								<Splitter
									label={t('resizeInspector')}
									side="right"
									{...panes.inspector}
									onWidth={(width, done) => setLayout({ inspectorWidth: width }, done)}
								/>
							</aside>
						)}
					</div>
					{welcome && <Welcome onClose={closeWelcome} />}
					<SettingsDialog />
					<RequestDialog />
					<EditorDialog />
					<ExportDialog />
					<DropTarget />
					<ModelBrowser />
					<AccessDialogs />
					<TryDialog />
					<ForgetDialog />
				</Toaster>
			</Tooltip.Provider>
		</CSPProvider>
	);
}

/** The talk that lies open, or several side by side. */
function Middle(props: ComponentProps<typeof Chat>) {
	return useApp(isComparing) ? <Comparison {...props} /> : <Chat {...props} />;
}

/** Only this part follows a streaming answer; the window around it does not render again with each frame. */
function SelectedCall() {
	return <Inspector turn={useApp(selectedTurn)} />;
}
