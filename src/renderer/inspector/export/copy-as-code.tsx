import { Menu } from '@base-ui/react/menu';
import { CodeXml } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CodeTarget } from '../../../shared/model/code.ts';
import { codeTargets } from '../../../shared/model/code.ts';
import { client } from '../../state/client.ts';
import { reportProblem } from '../../state/errors.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import popup from '../../ui/popup.module.css';

type Outcome = 'copied' | 'copyFailed' | 'no-request' | 'not-json' | 'failed';

/** A menu that copies a call as a program in one of the languages; says for three seconds how that went. */
export function CopyAsCode({ exchangeId }: { readonly exchangeId: string }) {
	const { t } = useTranslation('inspector');
	const { t: common } = useTranslation('common');
	const [outcome, setOutcome] = useState<Outcome | null>(null);
	useEffect(() => {
		if (outcome === null) return;
		const timer = setTimeout(() => setOutcome(null), 3000);
		return () => clearTimeout(timer);
	}, [outcome]);
	const copy = (target: CodeTarget): void => {
		copyCode(exchangeId, target).then(setOutcome, (error: unknown) => {
			setOutcome('failed');
			reportProblem(error);
		});
	};
	const said =
		outcome === null
			? ''
			: outcome === 'copied'
				? common('copied')
				: outcome === 'copyFailed'
					? t('copyFailed')
					: t(`code.${outcome}`);
	return (
		<>
			<Menu.Root modal={false}>
				<Menu.Trigger
					render={
						<Button>
							<CodeXml size={14} strokeWidth={1.6} aria-hidden /> {said || t('code.menu')}
						</Button>
					}
				/>
				<Menu.Portal>
					<Menu.Positioner className={popup['positioner']} sideOffset={4} align="end">
						<Menu.Popup className={classNames(popup['popup'], popup['list'])}>
							{codeTargets.map((target) => (
								<Menu.Item key={target} className={popup['item']} onClick={() => copy(target)}>
									<span className={popup['name']}>{t(`code.target.${target}`)}</span>
								</Menu.Item>
							))}
						</Menu.Popup>
					</Menu.Positioner>
				</Menu.Portal>
			</Menu.Root>
			<span className="visually-hidden" role="status">
				{said}
			</span>
		</>
	);
}

async function copyCode(exchangeId: string, target: CodeTarget): Promise<Outcome> {
	const made = await client().exchanges.code({ exchangeId, target });
	if (made.code === null) return made.reason;
	return navigator.clipboard.writeText(made.code).then(
		() => 'copied' as const,
		() => 'copyFailed' as const,
	);
}
