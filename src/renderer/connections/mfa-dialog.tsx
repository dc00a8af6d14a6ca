import type { FormEvent } from 'react';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Question } from '../../shared/model/question.ts';
import { useApp } from '../state/app-store.ts';
import { answerQuestion, declineQuestion, useQuestions } from '../state/questions.ts';
import { Button } from '../ui/button.tsx';
import field from '../ui/field.module.css';
import { Masked } from './masked.tsx';
import css from './mfa-dialog.module.css';
import dialog from './small-dialog.module.css';
import { SmallDialog } from './small-dialog.tsx';
import { useConnectionName } from './use-connection-name.ts';

/** Asks for the code of an MFA device while a call waits for it. The window can be used meanwhile: Stop gives it up. */
export function MfaDialog() {
	const [question] = useQuestions();
	// After a reload the composer takes the focus first.
	const ready = useApp((state) => state.phase === 'ready');
	return question === undefined || !ready ? null : <Ask key={question.id} question={question} />;
}

function Ask({ question: { id, connection, device, refused } }: { readonly question: Question }) {
	const { t } = useTranslation('access');
	const nameOf = useConnectionName();
	const form = useId();
	const input = useRef<HTMLInputElement>(null);
	const [code, setCode] = useState('');
	// Devices and mails show codes in groups; full-width digits come from an IME.
	const plain = code.normalize('NFKC').replace(/\s/g, '');
	const send = (event: FormEvent) => {
		event.preventDefault();
		if (plain !== '') void answerQuestion(id, plain);
	};
	return (
		<SmallDialog
			open
			modal={false}
			onClose={() => void declineQuestion(id)}
			title={t('mfa.title')}
			initialFocus={input}
			foot={
				<>
					<Button onClick={() => void declineQuestion(id)}>{t('mfa.decline')}</Button>
					<Button type="submit" form={form} variant="go" disabled={plain === ''}>
						{t('mfa.send')}
					</Button>
				</>
			}
		>
			<p>{t('mfa.means', { connection: nameOf(connection) })}</p>
			<dl className={dialog['facts']}>
				<dt>{t('mfa.device')}</dt>
				<dd>
					<Masked text={device} />
				</dd>
			</dl>
			<form id={form} className={field['field']} onSubmit={send}>
				<label className={field['label']} htmlFor={`${form}-code`}>
					{t('mfa.code')}
				</label>
				<input
					ref={input}
					id={`${form}-code`}
					className={`${field['input']} ${css['code']}`}
					value={code}
					inputMode="numeric"
					autoComplete="one-time-code"
					spellCheck={false}
					maxLength={64}
					aria-describedby={`${form}-hint`}
					onChange={(event) => setCode(event.currentTarget.value)}
				/>
				<p id={`${form}-hint`} className={refused === null ? field['hint'] : field['error']}>
					{t(refused === null ? 'mfa.hint' : 'mfa.refused')}
				</p>
			</form>
			{refused !== null && (
				<p className={dialog['words']} lang="en">
					{refused}
				</p>
			)}
		</SmallDialog>
	);
}
