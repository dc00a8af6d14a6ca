import { useTranslation } from 'react-i18next';
import type { ModelEntry } from '../../shared/model/model-entry.ts';
import { Button } from '../ui/button.tsx';
import { FilterSelect } from './filter-select.tsx';
import css from './model-filters.module.css';
import type { ModelFilter } from './model-rows.ts';
import { choicesOf, noFilter } from './model-rows.ts';
import { useKindWord } from './use-kind-word.ts';

interface Props {
	readonly models: readonly ModelEntry[];
	readonly filter: ModelFilter;
	/** Whether the account has listed its models. */
	readonly accountListed: boolean;
	readonly onChange: (filter: ModelFilter) => void;
}

/** What is shown of all models. */
export function ModelFilters({ models, filter, accountListed, onChange }: Props) {
	const { t } = useTranslation('models');
	const kindWord = useKindWord();
	const set = (patch: Partial<ModelFilter>) => onChange({ ...filter, ...patch });
	const kinds = (of: 'inputs' | 'outputs') =>
		choicesOf(models, of).map((kind) => ({ value: kind, label: kindWord(kind) }));
	const toggle = (key: 'streaming' | 'favourites' | 'listed') => (
		<button
			type="button"
			className={css['toggle']}
			aria-pressed={filter[key]}
			onClick={() => set({ [key]: !filter[key] })}
		>
			{t(`filter.${key}`)}
		</button>
	);
	const filtered = Object.values(filter).some((value) => value !== '' && value !== false);
	return (
		<fieldset className={css['filters']} aria-label={t('filters')}>
			<FilterSelect
				label={t('filter.provider')}
				value={filter.provider}
				options={choicesOf(models, 'provider').map((name) => ({ value: name, label: name }))}
				onChange={(provider) => set({ provider })}
			/>
			<FilterSelect
				label={t('filter.input')}
				value={filter.input}
				options={kinds('inputs')}
				onChange={(input) => set({ input })}
			/>
			<FilterSelect
				label={t('filter.output')}
				value={filter.output}
				options={kinds('outputs')}
				onChange={(output) => set({ output })}
			/>
			<FilterSelect
				label={t('filter.access')}
				value={filter.access}
				options={(['on-demand', 'profile'] as const).map((value) => ({ value, label: t(`access.${value}`) }))}
				onChange={(access) => set({ access })}
			/>
			<FilterSelect
				label={t('filter.lifecycle')}
				value={filter.lifecycle}
				options={(['active', 'legacy', 'retired'] as const).map((value) => ({ value, label: t(`lifecycle.${value}`) }))}
				onChange={(lifecycle) => set({ lifecycle })}
			/>
			{toggle('streaming')}
			{toggle('favourites')}
			{(accountListed || filter.listed) && toggle('listed')}
			{filtered && (
				<Button variant="quiet" onClick={() => onChange(noFilter)}>
					{t('reset')}
				</Button>
			)}
		</fieldset>
	);
}
