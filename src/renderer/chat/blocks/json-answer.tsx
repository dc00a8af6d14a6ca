import { Braces, TriangleAlert } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { isJson } from '../../../shared/answers/can-continue.ts';
import { CopyButton } from '../../ui/copy-button.tsx';
import css from './json-answer.module.css';
import { JsonText } from './json-text.tsx';

interface Props {
	readonly text: string;
	/** More of it may come. */
	readonly growing: boolean;
	/** It was cut off at its limit. */
	readonly cut: boolean;
}

/** An answer that was to be JSON by a schema: laid out, or with the word that it is none. */
export function JsonAnswer({ text, growing, cut }: Props) {
	const { t } = useTranslation('blocks');
	const valid = growing || isJson(text);
	const label = t(growing ? 'json.growing' : 'json.valid');
	return (
		<section className={css['answer']} aria-label={label} data-json={growing ? 'growing' : valid}>
			<header className={css['head']}>
				<Braces size={14} strokeWidth={1.7} aria-hidden />
				<span>{label}</span>
				{!growing && <CopyButton label={t('json.copy')} text={() => text} />}
			</header>
			{!valid && (
				<p className={css['invalid']}>
					<TriangleAlert size={14} aria-hidden />
					{t(cut ? 'json.invalidCut' : 'json.invalid')}
				</p>
			)}
			<div className={css['text']} data-markdown>
				<JsonText text={text} label={label} growing={growing || cut} />
			</div>
		</section>
	);
}
