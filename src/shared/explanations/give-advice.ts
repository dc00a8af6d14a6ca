import type { StepId } from './steps.ts';

/** What the error itself says, or what follows from it without a doubt. */
export function certain<Id extends string>(id: Id): { readonly id: Id; readonly certain: true } {
	return { id, certain: true };
}

/** What is often the reason. The app has seen no policy, no account and no other computer. */
export function likely<Id extends string>(id: Id): { readonly id: Id; readonly certain: false } {
	return { id, certain: false };
}

type Causes = readonly { readonly id: string; readonly certain: boolean }[];

/** Advice on a call that would be refused again as it is. */
export function refused<const C extends Causes>(causes: C, steps: readonly StepId[]) {
	return { causes, steps, refusal: true } as const;
}

/** Advice on a call that may well go through the next time. */
export function passing<const C extends Causes>(causes: C, steps: readonly StepId[]) {
	return { causes, steps, refusal: false } as const;
}
