import { ExternalLink } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { FailureAction } from '../../shared/explanations/steps.ts';
import type { RequestSettingsPatch } from '../../shared/model/settings.ts';
import { editExchange } from '../editor/editor-store.ts';
import { openRequestSettings } from '../settings/request/request-panel.ts';
import { openApiKey } from '../state/access-dialogs.ts';
import { startNew } from '../state/conversations.ts';
import { openPanel, openSettings } from '../state/panels.ts';
import { askSignIn } from '../state/sign-in.ts';
import { askAlone } from '../state/turns.ts';
import button from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import type { ActionContext } from './action-context.ts';
import { commandOf, consoleUrl, hasButton } from './failure-actions.ts';
import css from './failure-card.module.css';
import { fieldOf, patchOf, sectionOf } from './request-changes.ts';

interface Props {
	readonly action: FailureAction;
	/** The step to take first. */
	readonly first: boolean;
	readonly context: ActionContext;
	readonly onInspect: () => void;
	/** Asks again; goes on instead where text of the answer is there. */
	readonly onRetry: () => void;
	/** Changes settings and asks again. */
	readonly onChange: (patch: RequestSettingsPatch) => Promise<void>;
}

/** The button of one step of an explained failure; nothing where it would not help. The policy has one of its own. */
export function FailureStep({ action, first, context, onInspect, onRetry, onChange }: Props) {
	const { t } = useTranslation('failure');
	if (!hasButton(action, context)) return null;
	const variant = first ? 'go' : 'plain';
	const words = t(`action.${action}`);
	const press = (act: () => unknown) => (
		<Button variant={variant} onClick={() => void act()}>
			{words}
		</Button>
	);
	// A link, not a call of the host: that may have no display, while the person has a browser.
	const open = (url: string) => (
		<a
			className={classNames(button['button'], button[variant], css['link'])}
			href={url}
			target="_blank"
			rel="noreferrer"
		>
			{words}
			<ExternalLink size={13} aria-hidden />
		</a>
	);
	const region = context.exchange?.region ?? '';
	switch (action) {
		case 'policy':
			return null;
		case 'signIn': {
			const connection = context.exchange?.connection;
			return connection === undefined ? null : press(() => askSignIn(connection, onRetry));
		}
		case 'command': {
			const command = commandOf(context) ?? '';
			return <CopyButton variant={variant} words={words} label={`${words}: ${command}`} text={() => command} />;
		}
		case 'link':
			return open(context.facts.link ?? '');
		case 'console':
			// AWS's own words may name the very page.
			return open(context.facts.link ?? consoleUrl('models', region));
		case 'quotas':
		case 'billing':
		case 'support':
			return open(consoleUrl(action, region));
		case 'inspect':
			return press(onInspect);
		case 'continue':
			return press(onRetry);
		case 'withoutFiles':
			return press(() => askAlone(context.textBesideFiles ?? ''));
		case 'editBody':
			return press(() => editExchange(context.exchange?.id ?? ''));
		case 'apiKey':
			return press(() => openApiKey({ used: true, use: () => undefined }));
		case 'newConversation':
			return press(startNew);
		case 'calls':
		case 'network':
			return press(() => openSettings(action));
		case 'region':
		case 'connection':
		case 'model':
		case 'parameters':
			return press(() => openPanel(action));
		default: {
			const section = sectionOf(action, context);
			if (section !== null) {
				return press(() => openRequestSettings(section, 'conversation', fieldOf(action, context)));
			}
			const patch = patchOf(action, context);
			return patch === null ? null : press(() => onChange(patch));
		}
	}
}
