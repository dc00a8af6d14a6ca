import { Square } from 'lucide-react';
import type { ReactNode } from 'react';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestSettingsPatch } from '../../shared/model/settings.ts';
import { hasToolResults } from '../../shared/requests/refused-talk.ts';
import { useFit } from '../chat/chat-bar-fit.ts';
import { RefusalsPill } from '../chat/refusals-pill.tsx';
import { ConnectionPicker } from '../connections/connection-picker.tsx';
import { ModelPicker } from '../connections/model-picker.tsx';
import { OperationPicker } from '../connections/operation-picker.tsx';
import { modelWord } from '../models/model-word.ts';
import { ParametersPopover } from '../settings/parameters-popover.tsx';
import { refusalsOf } from '../settings/request/refusals-of.ts';
import { useApp } from '../state/app-store.ts';
import { changeSettingsOf } from '../state/conversations.ts';
import { usePanel } from '../state/panels.ts';
import { stop } from '../state/turns.ts';
import { IconButton } from '../ui/icon-button.tsx';
import css from './column-head.module.css';
import { ColumnMenu } from './column-menu.tsx';
import { columnSettings, focusedColumn } from './use-columns.ts';

interface Props {
	readonly id: string;
	/** From 1. */
	readonly number: number;
	readonly removable: boolean;
}

/** The head of a column: whom it asks, and how. The panels open in the column in focus, from wherever they are asked for. */
export const ColumnHead = memo(function ColumnHead({ id, number, removable }: Props) {
	const { t } = useTranslation('comparison');
	const settings = useApp((state) => columnSettings(state, id));
	const focused = useApp((state) => focusedColumn(state) === id);
	const running = useApp((state) => state.running[id] ?? null);
	const toolsUsed = useApp((state) => hasToolResults(state.loaded[id]?.turns ?? []));
	const [connectionOpen, setConnectionOpen] = usePanel('connection');
	const [modelOpen, setModelOpen] = usePanel('model');
	const [operationOpen, setOperationOpen] = usePanel('operation');
	if (settings === null) return <div className={css['head']} data-column={id} />;
	const change = (patch: RequestSettingsPatch) => void changeSettingsOf(id, patch);
	const picker = { settings, onChange: change };
	const model = modelWord(settings.modelId);
	return (
		<section
			className={css['head']}
			data-column={id}
			data-focused={focused}
			aria-label={`${t('column', { number, model })}${focused ? ` (${t('focused')})` : ''}`}
		>
			<div className={css['line']}>
				<Picks>
					<ModelPicker {...picker} open={focused && modelOpen} onOpen={setModelOpen} />
				</Picks>
				<span className={css['end']}>
					{running !== null && (
						<IconButton small label={t('stopOne')} onClick={() => void stop(running)}>
							<Square size={11} fill="currentColor" aria-hidden />
						</IconButton>
					)}
					<ParametersPopover {...picker} active={focused} />
					<ColumnMenu id={id} number={number} removable={removable} />
				</span>
			</div>
			<div className={css['line']}>
				<Picks>
					<OperationPicker {...picker} open={focused && operationOpen} onOpen={setOperationOpen} />
					<ConnectionPicker {...picker} open={focused && connectionOpen} onOpen={setConnectionOpen} />
				</Picks>
			</div>
			<RefusalsPill settings={settings} refusals={refusalsOf(settings, toolsUsed)} onChange={change} />
		</section>
	);
});

/** Pickers in a row, of which what has no room is left out. */
function Picks({ children }: { readonly children: ReactNode }) {
	const row = useRef<HTMLDivElement>(null);
	useFit(row);
	return (
		<div ref={row} className={css['picks']}>
			{children}
		</div>
	);
}
