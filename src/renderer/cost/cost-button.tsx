import { Popover } from '@base-ui/react/popover';
import { useTranslation } from 'react-i18next';
import type { PracticeShare, Spent } from '../../shared/cost.ts';
import { isPart } from '../../shared/cost.ts';
import popup from '../ui/popup.module.css';
import { money } from '../ui/quantities.ts';
import css from './cost.module.css';
import { CostTable } from './cost-table.tsx';

interface Props {
	readonly spent: Spent;
	/** Of the calls below whose figures this stands: `some` are not in it. */
	readonly practice: PracticeShare;
	readonly title: string;
}

/** What calls cost, in a line of figures; a press shows how it comes about. Not there where no tokens were told. */
export function CostButton({ spent, practice, title }: Props) {
	const { t, i18n } = useTranslation('cost');
	if (spent.usage === null) return null;
	const amount = spent.dollars === null ? t('unknown') : money(spent.dollars, i18n.language);
	const told = spent.dollars !== null && isPart(spent) ? t('atLeast', { amount }) : amount;
	const words = practice === 'all' && spent.dollars !== null ? t('would', { amount: told }) : told;
	return (
		<Popover.Root>
			<Popover.Trigger className={css['cost']} aria-label={t('show', { amount: words })} data-cost>
				{words}
			</Popover.Trigger>
			<Popover.Portal>
				<Popover.Positioner className={popup['positioner']} sideOffset={6} align="start" collisionPadding={8}>
					<Popover.Popup className={`${popup['popup']} ${css['popup']}`}>
						<Popover.Title className={css['title']}>{title}</Popover.Title>
						<CostTable spent={spent} practice={practice} />
					</Popover.Popup>
				</Popover.Positioner>
			</Popover.Portal>
		</Popover.Root>
	);
}
