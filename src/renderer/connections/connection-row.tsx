import { Radio } from '@base-ui/react/radio';
import { Check } from 'lucide-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../shared/model/connection.ts';
import {
	API_KEY,
	CONTAINER,
	ENVIRONMENT,
	ENVIRONMENT_API_KEY,
	INSTANCE,
	PRACTICE,
	WEB_IDENTITY,
} from '../../shared/model/connection.ts';
import type { KeyUse } from '../state/access-dialogs.ts';
import { openApiKey } from '../state/access-dialogs.ts';
import { askSignIn } from '../state/sign-in.ts';
import { Button } from '../ui/button.tsx';
import popup from '../ui/popup.module.css';
import css from './connection-picker.module.css';
import { formatMoment } from './moment-words.ts';
import { signInWord } from './sign-in-word.ts';
import { useConnectionName } from './use-connection-name.ts';

interface Props {
	readonly connection: Connection;
	/** Chosen, and not on this machine (any more). */
	readonly missing?: boolean;
	/** The id of the connection that is chosen. */
	readonly chosen: string;
	readonly keyUse: KeyUse;
	/** The picker makes room for something else. */
	readonly onLeave: () => void;
}

/** A connection to choose: its name, region, kind, and how its sign-in stands, with the way to sign in. */
export function ConnectionRow({ connection, missing = false, chosen, keyUse, onLeave }: Props) {
	const { t } = useTranslation('connections');
	const nameOf = useConnectionName();
	const id = useId();
	const { signIn } = connection;
	const name = nameOf(connection.id);
	const facts = useFacts(connection);
	const word = signIn === null ? null : signInWord(signIn, Date.now());
	const needed = word === 'expired' || word === 'never';
	// A session that is good by its file may have been ended by AWS, or be somebody else's.
	const act = t(needed ? 'signInTo' : 'signInAgain');
	const leave = (to: () => void) => () => {
		onLeave();
		to();
	};
	return (
		<div className={css['row']}>
			<Radio.Root
				value={connection.id}
				className={`${popup['item']} ${css['item']}`}
				aria-label={name}
				aria-describedby={`${id}-means`}
			>
				<span className={popup['check']}>
					<Radio.Indicator>
						<Check size={14} />
					</Radio.Indicator>
				</span>
				<span className={popup['name']} title={name}>
					{name}
				</span>
				<span className={popup['side']}>{connection.region ?? (missing ? '' : t('noRegion'))}</span>
				<span id={`${id}-means`} className={`${popup['means']} ${css['means']}`}>
					{missing ? t('missing') : facts}
				</span>
			</Radio.Root>
			{word !== null && (needed || connection.id === chosen) && (
				<Button
					variant={needed ? 'plain' : 'quiet'}
					className={css['act'] ?? ''}
					aria-label={`${act}: ${name}`}
					onClick={leave(() => askSignIn(connection.id))}
				>
					{act}
				</Button>
			)}
			{connection.id === API_KEY && (
				<Button className={css['act'] ?? ''} aria-label={t('changeApiKeyOf')} onClick={leave(() => openApiKey(keyUse))}>
					{t('changeApiKey')}
				</Button>
			)}
		</div>
	);
}

/** Connections that the machine has one of at most, and that have words of their own for where they come from. */
const machineMeans: Readonly<
	Record<string, 'environment' | 'environment-api-key' | 'api-key' | 'web-identity' | 'container' | 'instance'>
> = {
	[ENVIRONMENT]: 'environment',
	[ENVIRONMENT_API_KEY]: 'environment-api-key',
	[API_KEY]: 'api-key',
	[WEB_IDENTITY]: 'web-identity',
	[CONTAINER]: 'container',
	[INSTANCE]: 'instance',
};

/** The kind in words, and what is known of its code, sign-in and end. */
function useFacts(connection: Connection): string {
	const { t, i18n } = useTranslation('connections');
	const { id, kind, mfa, signIn, expiresAt } = connection;
	const now = Date.now();
	const time = (at: number | null) => (at === null ? '' : formatMoment(at, now, i18n.language));
	if (id === PRACTICE) return t('practiceMeans');
	const means = machineMeans[id];
	return [
		means === undefined ? t(`kind.${kind}`) : t(`means.${means}`),
		...(mfa ? [t('asksCode')] : []),
		...(signIn === null ? [] : [t(`signIn.${signInWord(signIn, now)}`, { time: time(signIn.expiresAt) })]),
		...(expiresAt === null ? [] : [t(expiresAt <= now ? 'ended' : 'ends', { time: time(expiresAt) })]),
	].join(' · ');
}
