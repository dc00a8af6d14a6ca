import { X } from 'lucide-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import field from '../ui/field.module.css';
import { readStopSequence, showStopSequence } from './parse-parameter.ts';
import css from './stop-sequences.module.css';

interface Props {
	readonly values: readonly string[];
	readonly onKeep: (values: string[]) => void;
}

/** The stop sequences: a chip each, and a field for another. */
export function StopSequences({ values, onKeep }: Props) {
	const { t } = useTranslation('settings');
	const id = useId();
	const [text, setText] = useState('');
	const add = () => {
		const value = readStopSequence(text);
		if (value !== '' && !values.includes(value)) onKeep([...values, value]);
		setText('');
	};
	return (
		<div className={field['field']}>
			<label className={field['label']} htmlFor={id}>
				{t('stopSequences')}
			</label>
			{values.length > 0 && (
				<ul className={css['chips']}>
					{values.map((value) => (
						<li key={value}>
							<code>{showStopSequence(value)}</code>
							<button
								type="button"
								aria-label={t('stopRemove', { text: showStopSequence(value) })}
								onClick={() => onKeep(values.filter((other) => other !== value))}
							>
								<X size={12} aria-hidden />
							</button>
						</li>
					))}
				</ul>
			)}
			<div className={css['row']}>
				<input
					id={id}
					name="stopSequences"
					className={`${field['input']} ${field['mono']}`}
					value={text}
					placeholder={t('stopPlaceholder')}
					spellCheck={false}
					autoComplete="off"
					onChange={(event) => setText(event.currentTarget.value)}
					onKeyDown={(event) => {
						if (event.key !== 'Enter' || event.nativeEvent.isComposing || event.keyCode === 229) return;
						event.preventDefault();
						add();
					}}
				/>
				<Button disabled={text === ''} onClick={add}>
					{t('stopAdd')}
				</Button>
			</div>
		</div>
	);
}
