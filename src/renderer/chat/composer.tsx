import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { familyOf } from '../../shared/catalogue.ts';
import { isEmbedding } from '../../shared/model/family.ts';
import { BodyButtons } from '../editor/body-buttons.tsx';
import { useApp } from '../state/app-store.ts';
import { openRunning, openSettings } from '../state/conversations.ts';
import { send } from '../state/turns.ts';
import { ComposerForm } from './composer-form.tsx';
import { ParameterChips } from './parameter-chips.tsx';

/** Where a message to the open conversation is written. */
export const Composer = memo(function Composer() {
	const { t } = useTranslation('chat');
	const running = useApp(openRunning);
	const settings = useApp(openSettings);
	return (
		<ComposerForm
			running={running === null ? [] : [running]}
			onSend={send}
			words={{
				label: t('composer.label'),
				placeholder: t(isEmbedding(familyOf(settings.modelId)) ? 'composer.texts' : 'composer.label'),
				send: t('composer.send'),
				stop: t('composer.stop'),
				later: t('composer.later'),
			}}
		>
			<BodyButtons />
			<ParameterChips settings={settings} />
		</ComposerForm>
	);
});
