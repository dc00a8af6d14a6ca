import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Turn } from '../../shared/model/conversation.ts';
import type { BodyInfo } from '../../shared/model/exchange.ts';
import type { Source } from '../inspector/body/reading.ts';
import { useLoaded } from '../inspector/use-loaded.ts';
import { client } from '../state/client.ts';
import { useStorageVersion } from '../state/storage.ts';
import { BodyCard } from './body-card.tsx';

interface SentBodyRead {
	/** null: no request was made, or its bytes were erased. */
	readonly source: Source | null;
	readonly forgotten: boolean;
}

/** The body that was sent for an answer: of its last call, or where that went on, of the one that it began with. */
export function SentBody({ turn, number }: { readonly turn: Turn; readonly number: number }) {
	const { t } = useTranslation('comparison');
	const exchange = turn.exchanges.findLast(({ continues }) => !continues) ?? turn.exchanges.at(-1) ?? null;
	const id = exchange?.id ?? '';
	const sent = (exchange?.attemptCount ?? 0) > 0;
	const version = useStorageVersion();
	const subject = useMemo(() => (sent ? { id, version } : null), [id, sent, version]);
	const [body] = useLoaded(id, subject, read);
	if (exchange === null) return null;
	const found = body.status === 'ready' ? body.value : null;
	return (
		<BodyCard
			what={t('wasSent')}
			label={t('bodyLabel', { number })}
			operation={exchange.operation}
			family={exchange.family}
			source={found?.source ?? null}
		>
			{!sent && t(exchange.state === 'running' ? 'waitingForRequest' : 'noRequest')}
			{body.status === 'failed' && t('bodyFailed')}
			{found?.source === null && t(found.forgotten ? 'bodyForgotten' : 'noRequest')}
		</BodyCard>
	);
}

async function read({ id }: { readonly id: string; readonly version: number }): Promise<SentBodyRead> {
	const { attempts } = await client().exchanges.get({ exchangeId: id });
	const attempt = attempts.at(-1);
	if (attempt === undefined) return { source: null, forgotten: false };
	const info: BodyInfo = attempt.request.body;
	if (info.forgotten !== undefined) return { source: null, forgotten: true };
	const { base64 } = await client().exchanges.body({ attemptId: attempt.id, side: 'request' });
	return { source: { base64 }, forgotten: false };
}
