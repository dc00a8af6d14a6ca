import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** A frame of an attempt's response; `index` from 1. */
export interface FrameRef {
	readonly attemptId: string;
	readonly index: number;
}

/** A call to compare with, and the conversation that it is in. */
export interface ComparedCall {
	readonly conversationId: string;
	readonly exchangeId: string;
}

interface InspectorFocus {
	/** The frame that was asked for from elsewhere (the timeline, the answer), until the Stream tab has gone there. */
	readonly frame: FrameRef | null;
	/** The attempt that was asked for from elsewhere, until the tabs show it. */
	readonly attemptId: string | null;
	/** Of that attempt the response is to be shown. */
	readonly response: boolean;
	/** The frame that lies open in the Stream tab, where the reader is. */
	readonly open: FrameRef | null;
	/** The call of another conversation that the one in view is to be compared with, until it is. */
	readonly comparison: ComparedCall | null;
	/** Whether the menu that copies the call as code is open. */
	readonly code: boolean;
}

const focusStore = createStore<InspectorFocus>()(() => ({
	frame: null,
	attemptId: null,
	response: false,
	open: null,
	comparison: null,
	code: false,
}));

/** Lets the inspector open the Stream tab at a frame, scroll to it and open it. */
export function showFrame(frame: FrameRef): void {
	focusStore.setState({ frame });
}

/** Says that the frame that was asked for is shown; nothing is asked for any more. */
export function frameShown(): void {
	focusStore.setState({ frame: null });
}

/** The frame to go to; null: none. */
export function useAskedFrame(): FrameRef | null {
	return useStore(focusStore, (state) => state.frame);
}

/** Lets the inspector's tabs show another attempt of the call. */
export function showAttempt(attemptId: string): void {
	focusStore.setState({ attemptId, response: false });
}

/** Lets the inspector show the response of an attempt. */
export function showResponse(attemptId: string): void {
	focusStore.setState({ attemptId, response: true });
}

/** Says that the attempt that was asked for is shown. */
export function attemptShown(): void {
	focusStore.setState({ attemptId: null });
}

/** The attempt to show; null: none is asked for. */
export function useAskedAttempt(): string | null {
	return useStore(focusStore, (state) => state.attemptId);
}

/** Whether of that attempt the response is to be shown. */
export function useAskedResponse(): boolean {
	return useStore(focusStore, (state) => state.response);
}

/** Says which frame lies open in the Stream tab, so that the timeline marks it; null: none. */
export function tellOpenFrame(open: FrameRef | null): void {
	focusStore.setState({ open });
}

/** The frame that lies open in the Stream tab; null: none. */
export function useOpenFrame(): FrameRef | null {
	return useStore(focusStore, (state) => state.open);
}

/** Lets the inspector compare the call in view with one of another conversation. */
export function askComparison(comparison: ComparedCall): void {
	focusStore.setState({ comparison });
}

/** Says that the two are being compared; nothing is asked for any more. */
export function comparisonShown(): void {
	focusStore.setState({ comparison: null });
}

/** The call to compare with; null: none is asked for. */
export function useAskedComparison(): ComparedCall | null {
	return useStore(focusStore, (state) => state.comparison);
}

/** Opens or closes the menu that copies the call in view as code. */
export function openCode(code: boolean): void {
	focusStore.setState({ code });
}

/** Whether the menu that copies the call as code is open. */
export function useCodeOpen(): boolean {
	return useStore(focusStore, (state) => state.code);
}
