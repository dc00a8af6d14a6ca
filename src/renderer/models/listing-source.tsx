import { RefreshCw } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { PRACTICE } from '../../shared/model/connection.ts';
import type { ModelListing } from '../../shared/model/model-entry.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { FailureTitle, FailureWords } from '../connections/failure-words.tsx';
import { formatMoment } from '../connections/moment-words.ts';
import { useExplained } from '../failures/use-explained.ts';
import { signInOf } from '../state/connections.ts';
import { askSignIn } from '../state/sign-in.ts';
import { Button } from '../ui/button.tsx';
import { leaveForNetwork } from './browse.ts';
import css from './listing-source.module.css';
import { allOf, dayText } from './model-quantities.ts';

interface Props {
	readonly settings: Pick<RequestSettings, 'connection'>;
	readonly listing: ModelListing;
	/** Whether asking needs a code of an MFA device, so that nobody is asked before a press. */
	readonly needsCode: boolean;
	readonly asking: boolean;
	readonly onAsk: () => void;
}

/** Where the list comes from, and the way to ask the account for its own. */
export function ListingSource({ settings, listing, needsCode, asking, onAsk }: Props) {
	const { t } = useTranslation('models');
	const { account } = listing;
	const practice = settings.connection === PRACTICE;
	const source = useSource(listing, practice);
	const said =
		needsCode && account.state === 'not-asked' ? t('meanwhile', { shown: source, asking: t('needsCode') }) : source;
	const failure =
		account.state === 'refused'
			? account.failure
			: account.state === 'listed'
				? account.missing[0]?.failure
				: undefined;
	const advice = useExplained(failure ?? null, settings.connection, null)?.explanation.steps ?? [];
	const network = advice.some(({ action }) => action === 'network');
	const signIn = account.state === 'refused' && needsSignIn(settings.connection, account.failure.code);
	return (
		<div className={css['source']}>
			<p role="status" className={css['words']} data-state={asking ? 'asking' : account.state}>
				{asking ? t('meanwhile', { shown: source, asking: t(practice ? 'askingPractice' : 'asking') }) : said}
			</p>
			{signIn && !asking && (
				<Button variant="go" onClick={() => askSignIn(settings.connection, onAsk)}>
					{t('signIn')}
				</Button>
			)}
			{network && !asking && <Button onClick={leaveForNetwork}>{t('networkSettings')}</Button>}
			<Button onClick={onAsk} disabled={asking}>
				<RefreshCw size={13} aria-hidden />
				{t(account.state !== 'not-asked' ? 'askAgain' : practice ? 'askPractice' : 'ask')}
			</Button>
			{failure !== undefined && !asking && (
				<div className={css['refusal']}>
					<FailureTitle failure={failure} />
					<FailureWords failure={failure} />
				</div>
			)}
		</div>
	);
}

function useSource({ account, asOf }: ModelListing, practice: boolean): string {
	const { t, i18n } = useTranslation('models');
	const day = dayText(asOf, i18n.language);
	switch (account.state) {
		case 'not-asked':
			return t('shipped', { day });
		case 'refused':
			return t('refused', { day });
		case 'listed': {
			const time = formatMoment(account.at, Date.now(), i18n.language);
			if (account.missing.length === 0) return t(practice ? 'listedPractice' : 'listedAt', { time });
			const names = account.missing.map(({ list }) => t(`list.${list}`));
			return t('listedPartly', { time, day, lists: allOf(names, i18n.language) });
		}
	}
}

/** Whether signing in helps: somebody signs in for the connection, and is not, or the credentials were refused. */
function needsSignIn(connection: string, code: string): boolean {
	const signIn = signInOf(connection);
	return signIn !== null && (signIn.state !== 'signed-in' || code.endsWith('-credentials'));
}
