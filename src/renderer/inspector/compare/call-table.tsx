import { useTranslation } from 'react-i18next';
import type { Exchange } from '../../../shared/model/exchange.ts';
import { useConnectionName } from '../../connections/use-connection-name.ts';
import { count, dayAndTime, durationText, UNKNOWN } from '../../ui/quantities.ts';
import { runWord } from '../run-word.ts';
import css from './call-table.module.css';

interface Props {
	readonly before: Exchange;
	readonly after: Exchange;
}

/** The facts of two calls side by side; what differs is marked. */
export function CallTable({ before, after }: Props) {
	const { t } = useTranslation('compare');
	const facts = useFacts();
	const others = facts(after);
	return (
		<table className={css['facts']}>
			<thead>
				<tr>
					<th scope="col">
						<span className="visually-hidden">{t('fact')}</span>
					</th>
					<th scope="col" className={css['removed']}>
						−
					</th>
					<th scope="col" className={css['added']}>
						+
					</th>
				</tr>
			</thead>
			<tbody>
				{facts(before).map(([name, value], at) => {
					const other = others[at]?.[1] ?? UNKNOWN;
					return (
						<tr key={name} data-differs={value !== other || undefined}>
							<th scope="row">
								{name}
								{value !== other && <span className="visually-hidden"> ({t('mark.changed')})</span>}
							</th>
							<td>{value}</td>
							<td>{other}</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}

type Fact = readonly [name: string, value: string];

function useFacts(): (exchange: Exchange) => readonly Fact[] {
	const { t: own } = useTranslation('compare');
	const { t, i18n } = useTranslation('inspector');
	const connectionName = useConnectionName();
	const { language } = i18n;
	const number = (value: number | null | undefined): string => (value == null ? UNKNOWN : count(value, language));
	const time = (ms: number | null): string => (ms === null ? UNKNOWN : durationText(ms, language));
	return (exchange) => {
		const attempt = exchange.attempts.at(-1);
		const { status, usage } = exchange;
		const state = t(`state.${runWord(exchange.state, status)}`);
		return [
			[t('operation'), exchange.operation],
			[t('model'), exchange.modelId],
			[own('family'), exchange.family ?? 'Converse'],
			[own('connection'), connectionName(exchange.connection)],
			[t('region'), exchange.region],
			[t('endpoint'), exchange.endpoint === '' ? UNKNOWN : exchange.endpoint],
			[t('status'), status === null ? state : `${status} ${state}`],
			[own('attempts'), number(exchange.attemptCount)],
			[t('stopReason'), exchange.stopReason ?? UNKNOWN],
			[own('inputTokens'), number(usage?.inputTokens)],
			[own('outputTokens'), number(usage?.outputTokens)],
			[own('sentBytes'), number(attempt?.request.body.size)],
			[own('receivedBytes'), number(attempt?.response?.body.size)],
			[t('firstByte'), time(exchange.firstByteMs)],
			[t('firstToken'), time(exchange.firstTokenMs)],
			[t('total'), time(exchange.totalMs)],
			[t('startedAt'), exchange.untimed ? UNKNOWN : dayAndTime(exchange.startedAt, language)],
			[t('requestId'), exchange.requestId ?? UNKNOWN],
		];
	};
}
