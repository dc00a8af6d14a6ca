import { useTranslation } from 'react-i18next';
import type { Identity } from '../../shared/model/identity.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Masked } from './masked.tsx';
import { formatMoment } from './moment-words.ts';
import css from './small-dialog.module.css';

interface Props {
	/** The connection's name. */
	readonly name: string;
	readonly identity: Identity;
}

/** Who calls are made as, and with what: names and values, each with its copy button. */
export function IdentityFacts({ name, identity }: Props) {
	const { t, i18n } = useTranslation(['access', 'connections']);
	const ends =
		identity.expiresAt === null
			? t('access:whoAmI.endsUnknown')
			: formatMoment(identity.expiresAt, Date.now(), i18n.language);
	const copied = (['account', 'arn', 'userId', 'accessKeyId'] as const).map((key) => {
		const what = t(`access:whoAmI.${key}`);
		return (
			<div key={key} className={css['fact']}>
				<dt>{what}</dt>
				<dd>
					<Masked text={identity[key]} />
					<CopyButton label={t('access:whoAmI.copy', { what })} text={() => identity[key]} />
				</dd>
			</div>
		);
	});
	return (
		<dl className={css['facts']}>
			<div className={css['fact']}>
				<dt>{t('access:whoAmI.connection')}</dt>
				<dd>{name}</dd>
			</div>
			{copied}
			<div className={css['fact']}>
				<dt>{t('access:whoAmI.source')}</dt>
				<dd>{t(`connections:kind.${identity.source}`)}</dd>
			</div>
			<div className={css['fact']}>
				<dt>{t('access:whoAmI.ends')}</dt>
				<dd>{ends}</dd>
			</div>
		</dl>
	);
}
