import { useEffect, useRef, useState } from 'react';
import type { CallFailure } from '../../shared/model/failure.ts';
import type { RequestSettings } from '../../shared/model/settings.ts';
import type { TestEvent } from '../../shared/model/setup.ts';
import { client } from '../state/client.ts';
import { reportProblem } from '../state/errors.ts';

/** What is asked, and of whom. */
export type AskedTest = Readonly<Pick<RequestSettings, 'connection' | 'region' | 'fips' | 'dualStack' | 'modelId'>>;

/** How far a test call has come. `failed` and `passed` are its ends. */
export interface TestCourse {
	readonly phase: 'idle' | 'running' | 'passed' | 'failed' | 'stopped';
	/** What is known of each step; one that was not reached is not there. */
	readonly steps: Readonly<Partial<Record<TestEvent['step'], TestEvent>>>;
}

const IDLE: TestCourse = { phase: 'idle', steps: {} };

/** A test call of what is asked, to run and to stop. Another question, or leaving the page, ends it. */
export function useTestCall(asked: AskedTest) {
	const key = JSON.stringify([asked.connection, asked.region, asked.fips, asked.dualStack, asked.modelId]);
	const [held, setHeld] = useState({ key, course: IDLE });
	const running = useRef<{ readonly key: string; readonly controller: AbortController } | null>(null);
	useEffect(() => () => running.current?.controller.abort(), []);
	useEffect(() => {
		if (running.current !== null && running.current.key !== key) running.current.controller.abort();
	}, [key]);

	const run = async () => {
		running.current?.controller.abort();
		const current = { key, controller: new AbortController() };
		running.current = current;
		const { signal } = current.controller;
		setHeld({ key, course: { phase: 'running', steps: {} } });
		try {
			for await (const event of await client().setup.test(asked, { signal })) {
				if (signal.aborted) return;
				setHeld(({ course: { phase, steps } }) => ({
					key,
					course: { phase: phaseAfter(event, phase), steps: { ...steps, [event.step]: event } },
				}));
			}
		} catch (error) {
			if (signal.aborted) return;
			setHeld({ key, course: IDLE });
			reportProblem(error);
		}
	};
	const stop = () => {
		running.current?.controller.abort();
		setHeld(({ course }) => ({ key, course: { ...course, phase: 'stopped' } }));
	};
	// What was found out about one question says nothing about another.
	return { course: held.key === key ? held.course : IDLE, run, stop };
}

/** The call is the last step, and tells how the test ended: it was made and passed, it failed, or it was not reached. */
function phaseAfter({ step, state }: TestEvent, before: TestCourse['phase']): TestCourse['phase'] {
	if (step !== 'call' || state === 'running') return before;
	return state === 'passed' ? 'passed' : 'failed';
}

/** The failure that ended a test; null where it did not fail. */
export function endingFailure({ phase, steps }: TestCourse): CallFailure | null {
	if (phase !== 'failed') return null;
	const { call, identity, credentials, region } = steps;
	return call?.failure ?? identity?.failure ?? credentials?.failure ?? region?.failure ?? null;
}
