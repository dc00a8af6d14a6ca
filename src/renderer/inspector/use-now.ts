import { useEffect, useState } from 'react';

/** The time in milliseconds since the epoch, moving on ten times a second while something runs. */
export function useNow(running: boolean): number {
	const [now, setNow] = useState(Date.now);
	useEffect(() => {
		if (!running) return;
		setNow(Date.now());
		const timer = setInterval(() => setNow(Date.now()), 100);
		return () => clearInterval(timer);
	}, [running]);
	return now;
}
