import { useTranslation } from 'react-i18next';
import { PRACTICE } from '../../shared/model/connection.ts';
import type { ExchangeSummary } from '../../shared/model/exchange.ts';
import { isStreaming } from '../../shared/model/operation.ts';
import type { RequestSettingsPatch } from '../../shared/model/settings.ts';
import { client } from '../state/client.ts';
import { reportProblem } from '../state/errors.ts';
import { openPanel } from '../state/panels.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import type { CredentialKind } from './explanation.ts';
import type { FailureAction } from './failure-steps.ts';
import { hasButton, policyFor, profileIdFor, signInCommand } from './failure-steps.ts';

interface Props {
	readonly action: FailureAction;
	/** The step to take first. */
	readonly first: boolean;
	readonly exchange: ExchangeSummary | null;
	readonly kind: CredentialKind;
	/** Only the last turn can be changed and asked for again. */
	readonly last: boolean;
	readonly onInspect: () => void;
	/** Changes settings and asks again. */
	readonly onChange: (patch: RequestSettingsPatch) => Promise<void>;
}

/** The button of one step of an explained failure; nothing where it would not help. */
export function FailureStep({ action, first, exchange, kind, last, onInspect, onChange }: Props) {
	const { t } = useTranslation('failure');
	if (!hasButton(action, { exchange, kind, last })) return null;
	const variant = first ? 'go' : 'plain';
	const words = t(`action.${action}`);
	const press = (act: () => unknown) => (
		<Button variant={variant} onClick={() => void act()}>
			{words}
		</Button>
	);
	const copy = (label: string, text: () => string) => (
		<CopyButton variant={variant} words={words} label={label} text={text} />
	);
	const open = (path: string) =>
		press(() =>
			client()
				.app.openExternal({ url: `https://console.aws.amazon.com/${path}` })
				.catch(reportProblem),
		);
	const region = exchange?.region ?? '';
	switch (action) {
		case 'policy':
			return exchange === null ? null : copy(words, () => policyFor(exchange));
		case 'signIn': {
			const command = exchange === null ? null : signInCommand(exchange.connection, kind);
			return command === null ? null : copy(`${words}: ${command}`, () => command);
		}
		case 'profileId': {
			const id = exchange === null ? null : profileIdFor(exchange);
			return id === null ? null : press(() => onChange({ modelId: id }));
		}
		case 'converse':
			return press(() =>
				onChange({
					operation: exchange !== null && !isStreaming(exchange.operation) ? 'Converse' : 'ConverseStream',
				}),
			);
		case 'noTopP':
			return press(() => onChange({ topP: null }));
		case 'practice':
			return press(() => onChange({ connection: PRACTICE, region: null }));
		case 'console':
			return open(`bedrock/home?region=${region}#/model-catalog`);
		case 'quotas':
			return open(`servicequotas/home/services/bedrock/quotas?region=${region}`);
		case 'inspect':
			return press(onInspect);
		case 'region':
		case 'connection':
		case 'model':
		case 'parameters':
		case 'settings':
			return press(() => openPanel(action));
	}
}
