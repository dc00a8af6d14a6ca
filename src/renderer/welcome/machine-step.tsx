import { Check, CircleAlert, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Connection } from '../../shared/model/connection.ts';
import { PRACTICE, profileName } from '../../shared/model/connection.ts';
import type { Machine } from '../../shared/model/setup.ts';
import { ConfigProblems } from '../connections/config-problems.tsx';
import { signInWord } from '../connections/sign-in-word.ts';
import { useConnectionName } from '../connections/use-connection-name.ts';
import { useConnections } from '../state/connections.ts';
import css from './machine-step.module.css';
import type { KnownMachine } from './use-machine.ts';
import { useMachine } from './use-machine.ts';
import { WaysIn } from './ways-in.tsx';
import page from './welcome.module.css';

/** How many profiles are named before the rest is counted. */
const NAMED = 5;

/** The first step: what this machine has for calling Bedrock, and what is missing for a real call. */
export function MachineStep({ onApiKey }: Pick<Props, 'onApiKey'>) {
	const { t } = useTranslation(['welcome', 'common']);
	const { machine, cli } = useMachine();
	const { connections, problems } = useConnections();
	const known = machine !== null && connections !== null && cli !== undefined;
	return (
		<section className={page['step']} aria-labelledby="welcome-machine" data-machine={known ? 'known' : 'looking'}>
			<h2 id="welcome-machine">
				<i aria-hidden>1</i>
				{t('machine.title')}
			</h2>
			<p className={page['means']}>{t('machine.lead')}</p>
			{machine === null || connections === null ? (
				<p className={css['looking']}>{t('common:loading')}</p>
			) : (
				<>
					<Found machine={machine} cli={cli} connections={connections} />
					{problems.length > 0 && (
						<div className={css['problems']}>
							<ConfigProblems problems={problems} />
						</div>
					)}
					<Verdict cli={cli} connections={connections} onApiKey={onApiKey} />
				</>
			)}
		</section>
	);
}

interface Props extends Pick<KnownMachine, 'cli'> {
	readonly connections: readonly Connection[];
	/** Opens the place where a Bedrock API key is given. */
	readonly onApiKey: () => void;
}

function Found({ machine, cli, connections }: Omit<Props, 'onApiKey'> & { readonly machine: Machine }) {
	const { t } = useTranslation('welcome');
	const nameOf = useConnectionName();
	const profiles = connections.map(({ id }) => profileName(id)).filter((name) => name !== null);
	const named = profiles.slice(0, NAMED).join(', ');
	const more = profiles.length - NAMED;
	const names = more > 0 ? t('machine.profilesMore', { names: named, count: more }) : named;
	const others = connections.filter(({ id }) => id !== PRACTICE && profileName(id) === null);
	const unreadable = machine.files.some(({ state }) => state === 'unreadable');
	return (
		<ul className={css['found']}>
			<Line
				state={unreadable ? 'trouble' : machine.files.some(({ state }) => state === 'found') ? 'good' : 'absent'}
				label={t('machine.files')}
				means={t('machine.filesMeans')}
			>
				{machine.files.map(({ path, state }) => (
					<span key={path} className={css['file']} data-state={state}>
						<span>{t(`machine.file.${state}`)}</span>
						<code>{path}</code>
					</span>
				))}
			</Line>
			<Line state={profiles.length > 0 ? 'good' : 'absent'} label={t('machine.profiles')}>
				{profiles.length > 0 ? t('machine.profilesSome', { count: profiles.length, names }) : t('machine.profilesNone')}
			</Line>
			{others.length > 0 && (
				<Line state="good" label={t('machine.keys')} means={t('machine.keysMeans')}>
					{others.map(({ id }) => nameOf(id)).join(', ')}
				</Line>
			)}
			<Line
				state={machine.variables.length > 0 ? 'good' : 'absent'}
				label={t('machine.variables')}
				means={t('machine.variablesMeans')}
			>
				{machine.variables.length === 0 ? (
					t('machine.variablesNone')
				) : (
					<span className={css['names']}>
						{machine.variables.map((name) => (
							<code key={name}>{name}</code>
						))}
					</span>
				)}
				{machine.variables.includes('AWS_DEFAULT_REGION') && !machine.variables.includes('AWS_REGION') && (
					<small className={css['warning']}>{t('machine.defaultRegion')}</small>
				)}
			</Line>
			<Line state={typeof cli === 'string' ? 'good' : 'absent'} label={t('machine.cli')} means={t('machine.cliMeans')}>
				{cli === undefined ? t('machine.cliAsked') : cli === null ? t('machine.cliNone') : <code>{cli}</code>}
				{isOldCli(cli) && <small className={css['warning']}>{t('machine.cliOld')}</small>}
			</Line>
		</ul>
	);
}

const icons = { good: Check, absent: Minus, trouble: CircleAlert } as const;

interface LineProps {
	readonly state: keyof typeof icons;
	readonly label: string;
	readonly means?: string;
	readonly children: ReactNode;
}

function Line({ state, label, means, children }: LineProps) {
	const { t } = useTranslation('welcome');
	const Icon = icons[state];
	return (
		<li data-state={state}>
			<Icon size={15} strokeWidth={2} aria-hidden />
			<span className={css['label']}>
				<span className="visually-hidden">{t(`machine.${state}`)} </span>
				{label}
				{means !== undefined && <small>{means}</small>}
			</span>
			<span className={css['value']}>{children}</span>
		</li>
	);
}

/** Whether a real call could be tried, and what is missing where it could not. */
function Verdict({ cli, connections, onApiKey }: Props) {
	const { t } = useTranslation('welcome');
	const now = Date.now();
	const real = connections.filter(({ kind }) => kind !== 'practice' && kind !== 'none');
	const ready = real.some(({ signIn, expiresAt }) =>
		signIn === null ? expiresAt === null || expiresAt > now : !/expired|never/.test(signInWord(signIn, now)),
	);
	return (
		<>
			<p className={css['verdict']}>
				{t(ready ? 'machine.enough' : real.length > 0 ? 'machine.signIn' : 'machine.missing')}
			</p>
			<WaysIn ready={real.length > 0} cli={cli !== null && !isOldCli(cli)} onApiKey={onApiKey} />
		</>
	);
}

/** Version 1 most likely knows neither `aws configure sso` nor `aws login`. */
function isOldCli(cli: KnownMachine['cli']): boolean {
	return cli?.startsWith('aws-cli/1.') === true;
}
