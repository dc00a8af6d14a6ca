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
import type { FailureAction } from './failure-steps.ts';
import { policyFor, profileIdFor, signInCommand } from './failure-steps.ts';

interface Props {
	readonly action: FailureAction;
	readonly exchange: ExchangeSummary | null;
	/** Only the last turn can be changed and asked for again. */
	readonly last: boolean;
	readonly onInspect: () => void;
	/** Changes settings and asks again. */
	readonly onChange: (patch: RequestSettingsPatch) => Promise<void>;
}

/** The button of one step of an explained failure; nothing where it would not help. */
export function FailureStep({ action, exchange, last, onInspect, onChange }: Props) {
	const { t } = useTranslation('failure');
	const open = (url: string) => client().app.openExternal({ url }).catch(reportProblem);
	const region = exchange?.region ?? '';
	switch (action) {
		case 'policy':
			return exchange === null ? null : (
				<CopyButton words={t('action.policy')} label={t('action.policy')} text={() => policyFor(exchange)} />
			);
		case 'signIn': {
			const command = exchange === null ? null : signInCommand(exchange);
			return command === null ? null : (
				<CopyButton words={t('action.signIn')} label={`${t('action.signIn')}: ${command}`} text={() => command} />
			);
		}
		case 'profileId': {
			const id = exchange === null ? null : profileIdFor(exchange);
			if (id === null || !last) return null;
			return <Button onClick={() => void onChange({ modelId: id })}>{t('action.profileId')}</Button>;
		}
		case 'converse': {
			if (!last) return null;
			const operation = exchange !== null && !isStreaming(exchange.operation) ? 'Converse' : 'ConverseStream';
			return <Button onClick={() => void onChange({ operation })}>{t('action.converse')}</Button>;
		}
		case 'practice':
			return last ? (
				<Button onClick={() => void onChange({ connection: PRACTICE, region: null })}>{t('action.practice')}</Button>
			) : null;
		case 'console':
			return (
				<Button onClick={() => open(`https://console.aws.amazon.com/bedrock/home?region=${region}#/model-catalog`)}>
					{t('action.console')}
				</Button>
			);
		case 'quotas':
			return (
				<Button
					onClick={() =>
						open(`https://console.aws.amazon.com/servicequotas/home/services/bedrock/quotas?region=${region}`)
					}
				>
					{t('action.quotas')}
				</Button>
			);
		case 'inspect':
			return <Button onClick={onInspect}>{t('action.inspect')}</Button>;
		case 'region':
			return <Button onClick={() => openPanel('connection')}>{t('action.region')}</Button>;
		case 'connection':
		case 'model':
		case 'parameters':
			return <Button onClick={() => openPanel(action)}>{t(`action.${action}`)}</Button>;
	}
}
