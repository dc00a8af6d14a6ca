import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findModel } from '../../shared/catalogue.ts';
import { Button } from '../ui/button.tsx';
import { CountResult } from './count-result.tsx';
import css from './editor-dialog.module.css';
import type { BodyDraft, EditedCall } from './editor-store.ts';
import { requestOf, sentText } from './editor-store.ts';
import { useTokenCount } from './use-token-count.ts';

interface Props {
	readonly call: EditedCall;
	readonly draft: BodyDraft;
	readonly latest: () => BodyDraft;
}

/** Counts the tokens of what stands in the editor, when it is asked to. */
export function TokenCounter({ call, draft, latest }: Props) {
	const { t } = useTranslation('editor');
	const { operation, modelId } = draft.preview;
	const [of, setOf] = useState<string | null>(null);
	const { state, count } = useTokenCount();
	if (findModel(modelId)?.countTokens === false) return <span className={css['unable']}>{t('count.unable')}</span>;
	const press = () => {
		const text = sentText(latest());
		setOf(text);
		void count(async () => ({ ...(await requestOf(call)), body: { text, operation, modelId } }));
	};
	return (
		<span className={css['counter']}>
			<Button variant="quiet" onClick={press} disabled={state?.status === 'counting'}>
				{t('count.action')}
			</Button>
			<CountResult state={state} stale={of !== null && of !== sentText(draft)} />
		</span>
	);
}
