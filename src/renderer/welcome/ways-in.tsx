import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import button from '../ui/button.module.css';
import { Button } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import css from './ways-in.module.css';

interface Props {
	/** There is a way already: these are more. */
	readonly ready: boolean;
	/** Whether the AWS CLI is there. */
	readonly cli: boolean;
	/** Opens the place where a Bedrock API key is given. */
	readonly onApiKey: () => void;
}

/** The ways to credentials, each with its least steps. */
export function WaysIn({ ready, cli, onApiKey }: Props) {
	const { t } = useTranslation('welcome');
	return (
		<details className={css['ways']}>
			<summary>{t(ready ? 'ways.more' : 'ways.show')}</summary>
			<ul>
				<Way title={t('ways.sso')} how={t('ways.ssoHow')}>
					<Command text="aws configure sso" />
					{!cli && <GetCli />}
				</Way>
				<Way title={t('ways.login')} how={t('ways.loginHow')}>
					<Command text="aws login" />
					{!cli && <GetCli />}
				</Way>
				<Way title={t('ways.apiKey')} how={t('ways.apiKeyHow')}>
					<Outside variant="plain" address="https://console.aws.amazon.com/bedrock/home" words={t('ways.console')} />
					<Button onClick={onApiKey}>{t('ways.enterKey')}</Button>
				</Way>
				<Way title={t('ways.admin')} how={t('ways.adminHow')}>
					<p className={css['message']}>{t('ways.adminText')}</p>
					<CopyButton label={t('ways.copyMessage')} words={t('ways.copyMessage')} text={() => t('ways.adminText')} />
				</Way>
			</ul>
			<p className={css['appear']}>{t('ways.appear')}</p>
		</details>
	);
}

function Way({ title, how, children }: { readonly title: string; readonly how: string; readonly children: ReactNode }) {
	return (
		<li>
			<b>{title}</b>
			<p>{how}</p>
			<div className={css['act']}>{children}</div>
		</li>
	);
}

function Command({ text }: { readonly text: string }) {
	const { t } = useTranslation('welcome');
	return (
		<span className={css['command']}>
			<code>{text}</code>
			<CopyButton label={t('ways.copyCommand', { command: text })} text={() => text} />
		</span>
	);
}

function GetCli() {
	const { t } = useTranslation('welcome');
	return <Outside variant="quiet" address="https://aws.amazon.com/cli/" words={t('ways.getCli')} />;
}

interface OutsideProps {
	readonly variant: 'plain' | 'quiet';
	readonly address: string;
	readonly words: string;
}

/** A link that looks like a button. The host is not asked to open it: it may have no display, while the person has a browser. */
function Outside({ variant, address, words }: OutsideProps) {
	return (
		<a
			className={classNames(button['button'], button[variant], css['outside'])}
			href={address}
			target="_blank"
			rel="noreferrer noopener"
		>
			{words}
			<ExternalLink size={13} aria-hidden />
		</a>
	);
}
