import { Popover } from '@base-ui/react/popover';
import { createContext, useContext } from 'react';
import { useTranslation } from 'react-i18next';
import type { Citation } from '../../../shared/model/content.ts';
import popup from '../../ui/popup.module.css';
import { SourceText } from './source-text.tsx';
import css from './sources.module.css';

/** The sources of the answer that is rendered, by their number less one. */
export const SourcesContext = createContext<readonly Citation[]>([]);

/** The number of a source behind what is cited from it. A press tells of the source. */
export function CitationMark({ number }: { readonly number: number }) {
	const { t } = useTranslation('blocks');
	const citation = useContext(SourcesContext)[number - 1];
	if (citation === undefined) return null;
	const label = t('sources.mark', { number });
	return (
		<Popover.Root>
			<Popover.Trigger className={css['mark']} aria-label={label} data-mark>
				{number}
			</Popover.Trigger>
			<Popover.Portal>
				<Popover.Positioner className={popup['positioner']} sideOffset={6} collisionPadding={8}>
					<Popover.Popup className={`${popup['popup']} ${css['popup']}`} aria-label={label}>
						<SourceText citation={citation} />
					</Popover.Popup>
				</Popover.Positioner>
			</Popover.Portal>
		</Popover.Root>
	);
}
