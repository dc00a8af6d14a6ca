import { useTranslation } from 'react-i18next';
import { toasts } from '../notices/toasts.ts';
import type { PickerProps } from './picker-props.ts';
import { takeModel, whyOperation } from './take-model.ts';

/** Takes a model, and says so where another operation comes with it. */
export function useTakeModel({
	settings,
	onChange,
}: Pick<PickerProps, 'settings' | 'onChange'>): (modelId: string) => void {
	const { t } = useTranslation('connections');
	return (modelId) => {
		const patch = takeModel(settings, modelId);
		onChange(patch);
		const { operation } = patch;
		if (operation === undefined) return;
		const description = t(whyOperation(operation));
		toasts.add({ type: 'said', title: t('nowOperation', { operation }), description });
	};
}
