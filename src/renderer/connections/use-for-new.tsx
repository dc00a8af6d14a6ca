import { Check } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestSettings } from '../../shared/model/settings.ts';
import { useApp } from '../state/app-store.ts';
import { updateSettings } from '../state/settings.ts';
import { Button } from '../ui/button.tsx';
import { defaultsPatch } from './defaults-patch.ts';

interface Props {
	readonly settings: RequestSettings;
	readonly what: 'call' | 'parameters';
}

/** Makes this conversation's choices the defaults. Not there while they are the defaults already. */
export function UseForNew({ settings, what }: Props) {
	const { t } = useTranslation('connections');
	const defaults = useApp((state) => state.settings.defaults);
	const change = defaultsPatch(settings, defaults, what);
	const [done, setDone] = useState(false);
	const differs = change !== null;
	useEffect(() => {
		if (differs) setDone(false);
	}, [differs]);
	if (change === null && !done) return null;
	// The button stays where it is, so that the focus does.
	return (
		<>
			<Button
				variant="quiet"
				aria-disabled={done && !differs}
				onClick={() => {
					if (change === null) return;
					setDone(true);
					void updateSettings({ defaults: change });
				}}
			>
				{done && !differs && <Check size={14} aria-hidden />}
				{t(done && !differs ? 'usedForNew' : 'useForNew')}
			</Button>
			<span className="visually-hidden" role="status">
				{done && !differs ? t('usedForNew') : ''}
			</span>
		</>
	);
}
