import { useTranslation } from 'react-i18next';
import { explainableItem, explainableList } from '../explain/explainable.ts';
import css from './signature.module.css';

/** The four steps from a secret key to the key that signs, each keyed with the result of the one before. */
export function SigningKey({ scope }: { readonly scope: string }) {
	const { t } = useTranslation('signature');
	const [date = '', region = '', service = '', terminator = ''] = scope.split('/');
	const steps = [
		{ result: 'kDate', part: 'date', key: null, text: date },
		{ result: 'kRegion', part: 'region', key: 'kDate', text: region },
		{ result: 'kService', part: 'service', key: 'kRegion', text: service },
		{ result: 'kSigning', part: 'terminator', key: 'kService', text: terminator },
	] as const;
	return (
		<ol className={css['steps']} {...explainableList}>
			{steps.map(({ result, part, key, text }, index) => {
				const path = ['signingKey', part === 'terminator' ? 'signing' : part];
				const field = { context: { kind: 'signature' }, path, name: t(`parts.${part}`), value: null } as const;
				return (
					<li key={result} className={css['formula']} {...explainableItem(field, index)}>
						{result} = HMAC(
						{key ?? (
							<>
								"AWS4" + <i>{t('secretKey')}</i>
							</>
						)}
						, "{text}")
					</li>
				);
			})}
		</ol>
	);
}
