import { TriangleAlert } from 'lucide-react';
import type { RequestSettings, RequestSettingsPatch } from '../../../shared/model/settings.ts';
import type { Refusal } from '../../../shared/requests/refusal.ts';
import { Button } from '../../ui/button.tsx';
import css from './refusal-item.module.css';
import { takeRemedy, useRefusalWords } from './remedies.ts';

interface Props {
	readonly refusal: Refusal;
	readonly settings: RequestSettings;
	readonly onChange: (patch: RequestSettingsPatch) => void;
	/** Also a single way out names its setting: it is not plain from where this stands. */
	readonly named?: boolean;
}

/** What a model refuses, and the ways out. Nothing is changed unless one is pressed. */
export function RefusalItem({ refusal, settings, onChange, named = false }: Props) {
	const words = useRefusalWords();
	const { remedies } = refusal;
	return (
		<div className={css['refusal']} data-refusal={refusal.why}>
			<TriangleAlert size={13} strokeWidth={1.8} aria-hidden />
			<p>{words.said(refusal)}</p>
			{remedies.length > 0 && (
				<div className={css['remedies']}>
					{remedies.map((remedy) => {
						const label = words.remedy(remedy, named || remedies.length > 1);
						return (
							<Button key={label} onClick={() => takeRemedy(remedy, settings, onChange, words)}>
								{label}
							</Button>
						);
					})}
				</div>
			)}
		</div>
	);
}
