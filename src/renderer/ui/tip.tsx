import { Tooltip } from '@base-ui/react/tooltip';
import type { ReactElement } from 'react';
import css from './icon-button.module.css';

interface Props {
	readonly text: string;
	/** Not shown, for example while what it belongs to is open. */
	readonly off?: boolean;
	/** A button; its own name is not changed. */
	readonly children: ReactElement<Record<string, unknown>>;
}

/** A tooltip under a button. It says in full what the button has no room for. */
export function Tip({ text, off = false, children }: Props) {
	return (
		<Tooltip.Root disabled={off}>
			<Tooltip.Trigger render={children} />
			<Tooltip.Portal>
				<Tooltip.Positioner className={css['positioner']} sideOffset={6} align="start" collisionPadding={8}>
					<Tooltip.Popup className={`${css['tip']} ${css['long']}`}>{text}</Tooltip.Popup>
				</Tooltip.Positioner>
			</Tooltip.Portal>
		</Tooltip.Root>
	);
}
