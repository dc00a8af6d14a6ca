import { useTranslation } from 'react-i18next';
import { formatJson } from '../../shared/json-format.ts';
import { Button } from '../ui/button.tsx';
import { jsonPlace } from './json-place.ts';
import { parseJsonObject, parseSchema } from './parse-parameter.ts';
import { TextArea } from './text-area.tsx';

interface Props {
	readonly label: string;
	/** JSON text of an object. */
	readonly value: string;
	readonly onKeep: (text: string) => void;
	/** It may be empty, which means: not sent. */
	readonly optional?: boolean;
	readonly hint?: string;
	readonly placeholder?: string;
	readonly rows?: number;
}

const same = (text: string) => text;

/** A field for the JSON text of an object. What is no JSON is kept in the field, with the place of what is wrong. */
export function JsonField({ label, value, onKeep, optional = false, hint = '', placeholder, rows = 5 }: Props) {
	const { t } = useTranslation('request');
	const explain = (text: string) => {
		const place = jsonPlace(text);
		if (place === null) return t('json.notObject');
		return place === 'end' ? t('json.atEnd') : t('json.at', place);
	};
	return (
		<TextArea
			code
			label={label}
			value={value}
			show={same}
			parse={optional ? parseJsonObject : parseSchema}
			onKeep={onKeep}
			rows={rows}
			hint={hint}
			{...(placeholder === undefined ? {} : { placeholder })}
			explain={explain}
			actions={(text, setText) => {
				const formatted = formatJson(text);
				if (!formatted.valid || formatted.text === text) return null;
				return (
					<Button variant="quiet" onClick={() => setText(formatted.text)}>
						{t('json.format')}
					</Button>
				);
			}}
		/>
	);
}
