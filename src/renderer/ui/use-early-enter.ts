import { useEffect, useEffectEvent, useState } from 'react';

/**
 * An Enter that comes before what it chooses from: it counts once that is there (`ready`). Gives what takes the Enter
 * (true), and takes it back (false) where something else has been typed since.
 */
export function useEarlyEnter(ready: boolean, enter: () => void): (pressed: boolean) => void {
	const [pressed, setPressed] = useState(false);
	const act = useEffectEvent(enter);
	useEffect(() => {
		if (!pressed || !ready) return;
		setPressed(false);
		act();
	}, [pressed, ready]);
	return setPressed;
}
