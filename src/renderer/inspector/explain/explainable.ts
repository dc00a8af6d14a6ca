import type { Explainable } from './explained.ts';

/** The attribute by which `ExplainScope` knows what an element shows. */
const ATTRIBUTE = 'data-explain';
const LIST = 'data-explain-list';

/** Properties for an element that shows a field: it is explained while the pointer is on it. */
export function explainable(field: Explainable): { readonly [ATTRIBUTE]: string } {
	return { [ATTRIBUTE]: JSON.stringify(field) };
}

/**
 * Properties for an element of a list of fields: it can be focused, and the arrow keys lead from one to the next. Only
 * the first is a stop of the Tab key.
 */
export function explainableItem(
	field: Explainable,
	index: number,
): { readonly [ATTRIBUTE]: string; readonly tabIndex: number } {
	return { ...explainable(field), tabIndex: index === 0 ? 0 : -1 };
}

/** For the element around the items of a list. */
export const explainableList = { [LIST]: '' } as const;

/** What the element, or one around it, shows. */
export function explainableAt(target: EventTarget | null): Explainable | null {
	const element = target instanceof Element ? target.closest(`[${ATTRIBUTE}]`) : null;
	const written = element?.getAttribute(ATTRIBUTE) ?? null;
	// Written by `explainable` alone.
	return written === null ? null : (JSON.parse(written) as Explainable);
}

/** The item of the same list that a key leads to; null where it leads nowhere. */
export function itemByKey(target: EventTarget | null, key: string): HTMLElement | null {
	if (!(target instanceof Element) || !target.hasAttribute(ATTRIBUTE)) return null;
	const items = target.closest(`[${LIST}]`)?.querySelectorAll<HTMLElement>(`[${ATTRIBUTE}][tabindex]`);
	const list = [...(items ?? [])];
	const at = list.findIndex((item) => item.isSameNode(target));
	if (at < 0) return null;
	if (key === 'ArrowDown') return list[at + 1] ?? null;
	if (key === 'ArrowUp') return list[at - 1] ?? null;
	if (key === 'Home') return list[0] ?? null;
	return key === 'End' ? (list.at(-1) ?? null) : null;
}
