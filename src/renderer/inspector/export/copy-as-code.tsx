import { Menu } from '@base-ui/react/menu';
import { Check, CodeXml } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { chainOf, wasCutOffAndContinued } from '../../../shared/answers/continued-chain.ts';
import type { CodeRequest, CodeTarget } from '../../../shared/model/code.ts';
import { codeTargets } from '../../../shared/model/code.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import { isEmbedding } from '../../../shared/model/family.ts';
import { isStreaming } from '../../../shared/model/operation.ts';
import { client } from '../../state/client.ts';
import { reportProblem } from '../../state/errors.ts';
import { openCode, useCodeOpen } from '../../state/inspector-focus.ts';
import { Button } from '../../ui/button.tsx';
import { classNames } from '../../ui/class-names.ts';
import popup from '../../ui/popup.module.css';
import css from './copy-as-code.module.css';

type Outcome = 'copied' | 'copyFailed' | 'no-request' | 'not-json' | 'failed';

interface CopyAsCodeProps {
	readonly exchange: ExchangeSummary;
	/** All calls of its turn. */
	readonly exchanges: readonly ExchangeSummary[];
}

/** A menu that copies a call as a program in one of the languages; says for three seconds how that went. */
export function CopyAsCode({ exchange, exchanges }: CopyAsCodeProps) {
	const { t } = useTranslation('inspector');
	const { t: common } = useTranslation('common');
	const open = useCodeOpen();
	const [outcome, setOutcome] = useState<Outcome | null>(null);
	const [streaming, setStreaming] = useState(isStreaming(exchange.operation));
	const [goOn, setGoOn] = useState(true);
	useEffect(() => () => openCode(false), []);
	useEffect(() => {
		if (outcome === null) return;
		const timer = setTimeout(() => setOutcome(null), 3000);
		return () => clearTimeout(timer);
	}, [outcome]);
	const copy = (target: CodeTarget): void => {
		copyCode({ exchangeId: exchange.id, target, streaming, goOn }).then(setOutcome, (error: unknown) => {
			setOutcome('failed');
			reportProblem(error);
		});
	};
	const said =
		outcome === null ? '' : outcome === 'copied' || outcome === 'copyFailed' ? common(outcome) : t(`code.${outcome}`);
	return (
		<>
			<Menu.Root modal={false} open={open} onOpenChange={openCode}>
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
							<Menu.Separator className={css['separator']} />
							{!isEmbedding(exchange.family) && (
								<Choice label={t('code.stream')} checked={streaming} onChange={setStreaming} />
							)}
							{wasCutOffAndContinued(chainOf(exchanges, exchange.id)) && (
								<Choice label={t('code.goOn')} checked={goOn} onChange={setGoOn} />
							)}
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

interface ChoiceProps {
	readonly label: string;
	readonly checked: boolean;
	readonly onChange: (checked: boolean) => void;
}

/** What kind of program it is to be. The menu stays open: nothing is copied yet. */
function Choice({ label, checked, onChange }: ChoiceProps) {
	return (
		<Menu.CheckboxItem className={popup['item']} checked={checked} onCheckedChange={(is) => onChange(is)}>
			<Menu.CheckboxItemIndicator className={popup['check']}>
				<Check size={14} strokeWidth={2} aria-hidden />
			</Menu.CheckboxItemIndicator>
			<span className={popup['name']}>{label}</span>
		</Menu.CheckboxItem>
	);
}

async function copyCode(request: CodeRequest): Promise<Outcome> {
	const made = await client().exchanges.code(request);
	if (made.code === null) return made.reason;
	return navigator.clipboard.writeText(made.code).then(
		() => 'copied' as const,
		() => 'copyFailed' as const,
	);
}
