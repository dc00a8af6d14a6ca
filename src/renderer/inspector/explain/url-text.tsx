import { HeaderValue } from '../headers-section.tsx';
import { explainable } from './explainable.ts';
import { urlParts } from './url-parts.ts';

/** A request's URL, or its path, each piece of which is explained. Places where a secret was cut out are marked. */
export function UrlText({ url, whole }: { readonly url: string; readonly whole: boolean }) {
	return urlParts(url, whole).map(({ part, text }, index) => (
		<span
			key={part ?? `between ${index}`}
			{...(part === null ? {} : explainable({ context: { kind: 'url' }, path: [part], value: null }))}
		>
			<HeaderValue value={text} />
		</span>
	));
}
