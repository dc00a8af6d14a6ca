import { Eye, EyeOff } from 'lucide-react';
import type { FormEvent } from 'react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ApiKeyState } from '../../shared/model/api-key.ts';
import { Button } from '../ui/button.tsx';
import field from '../ui/field.module.css';
import { IconButton } from '../ui/icon-button.tsx';
import css from './api-key-form.module.css';
import { keyShape } from './key-shape.ts';

interface Props {
	readonly state: ApiKeyState;
	/** Resolves with whether it is kept now. */
	readonly onSave: (key: string) => Promise<boolean>;
}

/** The field for a key. It is empty at first and after the key was given: the window keeps no key. */
export function ApiKeyForm({ state: { stored, keeps }, onSave }: Props) {
	const { t } = useTranslation('access');
	const id = useId();
	const [key, setKey] = useState('');
	const [shown, setShown] = useState(false);
	const [busy, setBusy] = useState(false);
	const empty = key.trim() === '';
	const shape = empty ? 'bedrock' : keyShape(key);
	const wrong = shape === 'spaces' || shape === 'assignment';
	const save = async (event: FormEvent) => {
		event.preventDefault();
		if (empty || wrong || busy) return;
		setBusy(true);
		if (await onSave(key.trim())) {
			setKey('');
			setShown(false);
		}
		setBusy(false);
	};
	const note = t(
		shape === 'bedrock'
			? keeps === 'encrypted'
				? 'apiKey.keepsEncrypted'
				: 'apiKey.keepsMemory'
			: `apiKey.shape.${shape}`,
	);
	return (
		<form className={field['field']} onSubmit={(event) => void save(event)}>
			<label className={field['label']} htmlFor={id}>
				{t(stored ? 'apiKey.replace' : 'apiKey.key')}
			</label>
			<div className={css['row']}>
				<input
					id={id}
					type={shown ? 'text' : 'password'}
					// It comes once it is known whether a key is kept: too late for the dialog to find it.
					autoFocus={!stored}
					className={`${field['input']} ${field['mono']}`}
					value={key}
					autoComplete="off"
					spellCheck={false}
					maxLength={8192}
					aria-invalid={wrong}
					aria-describedby={`${id}-note`}
					onChange={(event) => setKey(event.currentTarget.value)}
				/>
				<IconButton label={t(shown ? 'apiKey.hide' : 'apiKey.reveal')} onClick={() => setShown(!shown)}>
					{shown ? <EyeOff size={16} /> : <Eye size={16} />}
				</IconButton>
				<Button
					type="submit"
					disabled={empty || wrong || busy}
					variant={stored || shape !== 'bedrock' ? 'plain' : 'go'}
				>
					{t(shape === 'bedrock' || wrong ? 'apiKey.save' : 'apiKey.saveAnyway')}
				</Button>
			</div>
			<p
				id={`${id}-note`}
				className={shape === 'bedrock' ? field['hint'] : wrong ? field['error'] : field['warning']}
				aria-live="polite"
			>
				{note}
			</p>
		</form>
	);
}
