import type { ReactNode, RefObject } from 'react';
import { createContext, use, useEffect, useMemo, useRef } from 'react';
import type { FieldContext } from '../../../shared/fields/field-context.ts';
import type { ExchangeSummary } from '../../../shared/model/exchange.ts';
import type { Family } from '../../../shared/model/family.ts';
import type { Operation } from '../../../shared/model/operation.ts';
import { useApp } from '../../state/app-store.ts';
import { setLayout } from '../../state/settings.ts';
import { useRoom } from '../use-room.ts';
import css from './explain.module.css';
import { ExplainStrip } from './explain-strip.tsx';
import { explainableAt, itemByKey } from './explainable.ts';
import { hold, pin, pointAt, setOpened, stopPointing, unpin } from './explained.ts';

interface Scope {
	readonly operation: Operation;
	/** The family of the native body; null with Converse. */
	readonly family: Family | null;
}

const ScopeContext = createContext<Scope>({ operation: 'Converse', family: null });

/** Of which operation and family the fields are that lie open. */
export function useExplainScope(): Scope {
	return use(ScopeContext);
}

/** Where the fields of a body are looked up. `failed`: it came with an HTTP status of an error. */
export function useBodyContext(side: 'request' | 'response', failed = false): FieldContext {
	const { operation, family } = useExplainScope();
	return failed ? { kind: 'error' } : { kind: 'body', side, operation, family };
}

interface Props {
	readonly summary: ExchangeSummary;
	/** The tab that lies open: with another one, what was pointed at is gone. */
	readonly tab: string;
	readonly children: ReactNode;
}

/** From this height of the inspector on there is room for whole explanations; its own pixels. */
const ROOM = 640;

/** A call's view with the strip under it that explains the field under pointer, caret or focus. */
export function ExplainScope({ summary, tab, children }: Props) {
	const { operation, family } = summary;
	const scope = useMemo(() => ({ operation, family }), [operation, family]);
	const area = useRef<HTMLDivElement>(null);
	const wanted = useApp(({ settings }) => settings.layout.explainOpen);
	const room = useRoom(area, ROOM);
	const open = wanted ?? room;
	useExplainEvents(area, open);
	useEffect(() => setOpened(tab), [tab]);
	useEffect(() => () => setOpened(null), []);
	return (
		<ScopeContext value={scope}>
			<div ref={area} className={css['scope']}>
				{children}
				<ExplainStrip open={open} onOpen={(explainOpen) => setLayout({ explainOpen })} />
			</div>
		</ScopeContext>
	);
}

/** F1 keeps what is explained, Escape lets go of it; the arrow keys walk through a list of fields. */
function useExplainEvents(area: RefObject<HTMLElement | null>, open: boolean): void {
	const isOpen = useRef(open);
	isOpen.current = open;
	useEffect(() => {
		const element = area.current;
		if (element === null) return;
		const ending = new AbortController();
		const { signal } = ending;
		/** Where the last click was: what scrolls under a pointer that rests there is not pointed at. */
		let clicked: { readonly x: number; readonly y: number } | null = null;
		element.addEventListener(
			'pointerover',
			({ target, clientX, clientY }) => {
				// The coordinates of clicks are whole numbers, those of pointers need not be.
				if (clicked !== null && Math.hypot(clicked.x - clientX, clicked.y - clientY) < 2) return;
				clicked = null;
				const field = explainableAt(target);
				if (field !== null) pointAt(field);
			},
			{ signal },
		);
		element.addEventListener('pointerleave', stopPointing, { signal });
		element.addEventListener(
			'focusin',
			({ target }) => {
				const field = explainableAt(target);
				if (field !== null) hold(field, isKeyboard(target) ? 'keyboard' : 'pointer');
			},
			{ signal },
		);
		element.addEventListener(
			'click',
			({ target, clientX, clientY }) => {
				clicked = { x: clientX, y: clientY };
				const field = explainableAt(target);
				if (field !== null) hold(field, 'pointer');
			},
			{ signal },
		);
		element.addEventListener(
			'keydown',
			(event) => {
				const item = itemByKey(event.target, event.key);
				if (item !== null) item.focus();
				else if (event.key === 'F1' && !event.repeat) {
					// The browser's own help stays shut even where there is nothing to explain.
					if (!unpin() && pin() && !isOpen.current) setLayout({ explainOpen: true });
				} else if (event.key !== 'Escape' || event.isComposing || !unpin()) return;
				event.preventDefault();
			},
			{ signal },
		);
		return () => ending.abort();
	}, [area]);
}

function isKeyboard(target: EventTarget | null): boolean {
	return target instanceof Element && target.matches(':focus-visible');
}
