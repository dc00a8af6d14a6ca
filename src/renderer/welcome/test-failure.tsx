import { CircleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { CallFailure } from '../../shared/model/failure.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { Causes } from '../failures/causes.tsx';
import type { Explained } from '../failures/use-explained.ts';
import { classNames } from '../ui/class-names.ts';
import box from '../ui/failure-box.module.css';
import { scrollable } from '../ui/scrollable.ts';
import css from './test-failure.module.css';
import type { PageWays } from './test-remedies.tsx';
import { TestRemedies } from './test-remedies.tsx';

interface Props extends PageWays {
	readonly failure: CallFailure;
	readonly explained: Explained;
	readonly settings: RequestSettings;
	readonly region: string;
}

/** Why the test failed: what it means, AWS's own words, and what can be done right here. */
export function TestFailure({ failure, explained, settings, region, ...ways }: Props) {
	const { t } = useTranslation('welcome');
	const { explanation, title } = explained;
	const kind = [failure.status, failure.type].filter((part) => part !== null && part !== '').join(' ');
	const system = failure.systemCode !== null && !failure.message.includes(failure.systemCode);
	return (
		<section className={classNames(box['box'], css['failure'])} aria-label={title}>
			<header>
				<CircleAlert size={18} strokeWidth={1.6} aria-hidden />
				<div>
					<h3>{title}</h3>
					<Causes explanation={explanation} />
				</div>
			</header>
			<p className={classNames(box['words'], css['words'])} lang="en" {...scrollable(t('test.words'))}>
				{kind !== '' && <b>{kind} </b>}
				{failure.message}
				{system && ` (${failure.systemCode})`}
			</p>
			<TestRemedies failure={failure} explanation={explanation} settings={settings} region={region} {...ways} />
		</section>
	);
}
