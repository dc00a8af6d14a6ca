import { useTranslation } from 'react-i18next';
import { explainableItem, explainableList } from '../explain/explainable.ts';
import type { Explainable } from '../explain/explained.ts';
import { HeaderValue } from '../headers-section.tsx';
import css from './signature.module.css';
import type { CanonicalPart, HeaderPart, SignatureLine, ToSignPart } from './signature-lines.ts';

interface Props {
	/** The text that the lines are of. */
	readonly of: 'authorization' | 'canonicalRequest' | 'stringToSign';
	readonly lines: readonly SignatureLine<CanonicalPart | HeaderPart | ToSignPart>[];
}

/** The lines of one of the texts of a signature; what each of them is stands before it, once. */
export function SignatureTable({ of, lines }: Props) {
	const { t } = useTranslation('signature');
	return (
		<table className={css['lines']}>
			<thead className="visually-hidden">
				<tr>
					<th scope="col">{t('part')}</th>
					<th scope="col">{t('value')}</th>
				</tr>
			</thead>
			<tbody {...explainableList}>
				{lines.map(({ part, text }, index) => {
					// In the header, the names stand for the headers themselves.
					const name = t(of === 'authorization' && part === 'signedHeaders' ? 'parts.headers' : `parts.${part}`);
					const again = lines[index - 1]?.part === part;
					return (
						<tr key={`${part} ${text}`} {...explainableItem(fieldOf(of, part, name), index)}>
							<th scope="row">{again ? <span className="visually-hidden">{name}</span> : name}</th>
							<td>{text === '' ? <i>{t('empty')}</i> : <HeaderValue value={text} />}</td>
						</tr>
					);
				})}
			</tbody>
		</table>
	);
}

const credential = new Set<string>(['accessKeyId', 'date', 'region', 'service', 'terminator']);

/** Where the dictionary has a line: the path in its shape `Signature`. */
function fieldOf(of: Props['of'], part: string, name: string): Explainable {
	const path = of === 'authorization' && credential.has(part) ? [of, 'credential', part] : [of, part];
	return { context: { kind: 'signature' }, path, name, value: null };
}
