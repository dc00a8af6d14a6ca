import { Tooltip } from '@base-ui/react/tooltip';
import type { ComponentProps, ReactNode } from 'react';
import { classNames } from './class-names.ts';
import css from './icon-button.module.css';

type Props = Omit<ComponentProps<'button'>, 'children' | 'aria-label' | 'title'> & {
	/** Its name: read out, and shown in the tooltip. */
	readonly label: string;
	/** A shortcut to show beside the name (`⌘K`). */
	readonly shortcut?: string;
	/** Lit: what it shows is open. */
	readonly on?: boolean;
	readonly small?: boolean;
	/** Where its tooltip stands; `end` keeps it inside a popover at whose right edge the button is. */
	readonly tipAlign?: 'center' | 'end';
	readonly children: ReactNode;
};

/** A button with an icon only. Its name is its tooltip. */
export function IconButton({
	label,
	shortcut,
	on = false,
	small = false,
	tipAlign = 'center',
	className,
	children,
	...props
}: Props) {
	return (
		<Tooltip.Root>
			<Tooltip.Trigger
				render={
					<button
						type="button"
						{...props}
						aria-label={label}
						className={classNames(css['icon'], on && css['on'], small && css['small'], className)}
					>
						{children}
					</button>
				}
			/>
			<Tooltip.Portal>
				<Tooltip.Positioner className={css['positioner']} sideOffset={6} align={tipAlign} collisionPadding={8}>
					<Tooltip.Popup className={css['tip']}>
						{label}
						{shortcut !== undefined && <kbd>{shortcut}</kbd>}
					</Tooltip.Popup>
				</Tooltip.Positioner>
			</Tooltip.Portal>
		</Tooltip.Root>
	);
}
