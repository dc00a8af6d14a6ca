import type { ComponentProps } from 'react';
import css from './button.module.css';
import { classNames } from './class-names.ts';

/** A button with words. `go` is the one action that a view is about; `quiet` has no border until it is pointed at. */
export function Button({
	variant = 'plain',
	className,
	...props
}: ComponentProps<'button'> & { readonly variant?: 'plain' | 'go' | 'quiet' }) {
	return <button type="button" {...props} className={classNames(css['button'], css[variant], className)} />;
}
