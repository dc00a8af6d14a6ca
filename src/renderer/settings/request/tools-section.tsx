import { Plus } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestSettings } from '../../../shared/model/settings.ts';
import type { ToolDefinition } from '../../../shared/model/tools.ts';
import { builtInDefinitions, builtInTools } from '../../../shared/model/tools.ts';
import { nameProblem } from '../../../shared/requests/tool-names.ts';
import { addUndoable } from '../../notices/toasts.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import field from '../../ui/field.module.css';
import { parseRounds } from '../parse-parameter.ts';
import { TextField } from '../text-field.tsx';
import { CachePoint } from './cache-section.tsx';
import { DefinedTool } from './defined-tool.tsx';
import { useRequestForm } from './request-form.ts';
import { Setting } from './setting.tsx';
import { SystemToolsField } from './system-tools-field.tsx';
import { ToolChoiceField } from './tool-choice-field.tsx';
import { ToolImport } from './tool-import.tsx';
import { freeName, moved, newTool } from './tool-list.ts';
import css from './tools-section.module.css';
import { useListKeys } from './use-list-keys.ts';

/** The tools that a model may ask for, whether it must, and which answer by themselves. */
export function ToolsSection() {
	const { t } = useTranslation('request');
	const { settings, current, onChange, isStillOf } = useRequestForm();
	const list = useRef<HTMLUListElement>(null);
	const adding = useRef<HTMLButtonElement>(null);
	const { tools, toolRounds } = settings;
	const keys = useListKeys(tools.length);
	const [open, setOpen] = useState<ReadonlySet<number>>(new Set());
	const [importing, setImporting] = useState(false);

	const keep = (next: readonly ToolDefinition[]) => onChange({ tools: [...next] });
	const add = (more: readonly ToolDefinition[], opened: boolean) => {
		const named = [...tools];
		for (const tool of more) named.push({ ...tool, name: freeName(named, tool.name) });
		const key = keys.added(more.length);
		keep(named);
		if (opened) setOpen(new Set([...open, key]));
	};
	const remove = (at: number) => {
		const removed = tools[at];
		if (removed === undefined) return;
		// The button that was pressed goes away: a neighbour takes the focus, while there is one to take.
		const cards = list.current?.children ?? [];
		((cards[at + 1] ?? cards[at - 1])?.querySelector('button') ?? adding.current)?.focus();
		const key = keys.removed(at);
		keep(tools.toSpliced(at, 1));
		addUndoable(t('tool.removed', { name: removed.name }), t('undo'), () => {
			// By then another conversation may be open.
			if (!isStillOf()) return;
			keys.inserted(at, key);
			keep(current().tools.toSpliced(at, 0, removed));
		});
	};
	return (
		<>
			<Setting name="tools" part="tools">
				<span className={field['label']} id="request-tools">
					{t('tool.list')}
				</span>
				{tools.length === 0 ? (
					<p className={css['none']}>{t('tool.none')}</p>
				) : (
					<ul ref={list} className={css['list']} aria-labelledby="request-tools">
						{tools.map((tool, at) => {
							const key = keys.at(at);
							return (
								<DefinedTool
									key={key}
									tool={tool}
									open={open.has(key)}
									problem={nameProblem(tools, at)}
									first={at === 0}
									last={at === tools.length - 1}
									onOpen={(next) =>
										setOpen(new Set(next ? [...open, key] : [...open].filter((other) => other !== key)))
									}
									onChange={(patch) => onChange(changedTool(current(), at, patch))}
									onMove={(by) => {
										keys.moved(at, at + by);
										keep(moved(tools, at, at + by));
									}}
									onDuplicate={() => {
										keys.inserted(at + 1);
										const copy = { ...tool, name: freeName(tools, tool.name) };
										keep(tools.toSpliced(at + 1, 0, copy));
									}}
									onRemove={() => remove(at)}
								/>
							);
						})}
					</ul>
				)}
				<div className={css['buttons']}>
					<Button ref={adding} onClick={() => add([newTool(tools)], true)}>
						<Plus size={13} aria-hidden />
						{t('tool.add')}
					</Button>
					{builtInTools
						.filter((name) => !tools.some(({ builtIn }) => builtIn === name))
						.map((name) => (
							<Button key={name} onClick={() => add([builtInDefinitions[name]], false)}>
								<Plus size={13} aria-hidden />
								{t(`tool.${name}`)}
							</Button>
						))}
					<Button onClick={() => setImporting(!importing)} aria-expanded={importing}>
						{t('tool.import')}
					</Button>
				</div>
				{importing && (
					<ToolImport
						onAdd={(more, names) => {
							add(more, false);
							const all = new Set([...settings.systemTools, ...names]);
							if (all.size > settings.systemTools.length) onChange({ systemTools: [...all] });
							setImporting(false);
						}}
						onClose={() => setImporting(false)}
					/>
				)}
			</Setting>
			<SystemToolsField />
			<Setting name="toolChoice" part="toolChoice">
				<ToolChoiceField />
			</Setting>
			<Setting name="toolRounds" part="app">
				<TextField
					label={t('tool.rounds')}
					value={toolRounds}
					show={(value) => (value === null ? '' : String(value))}
					parse={parseRounds}
					placeholder={t('tool.byHand')}
					clearLabel={t('tool.byHand')}
					hint={t('tool.roundsHint')}
					onKeep={(value) => onChange({ toolRounds: value })}
				/>
			</Setting>
			<Setting name="toolsAsText" part={null}>
				<Checkbox
					label={t('setting.toolsAsText')}
					hint={t('hint.toolsAsText')}
					checked={settings.toolsAsText}
					onChange={(toolsAsText) => onChange({ toolsAsText })}
				/>
			</Setting>
			<CachePoint after="tools" refusals />
		</>
	);
}

/** A tool with a change; a choice of it by name follows its name. */
function changedTool(
	{ tools, toolChoice }: RequestSettings,
	at: number,
	patch: Partial<ToolDefinition>,
): Partial<RequestSettings> {
	const before = tools[at]?.name;
	const next = tools.map((tool, other) => (other === at ? { ...tool, ...patch } : tool));
	const follows = patch.name !== undefined && toolChoice?.type === 'tool' && toolChoice.name === before;
	return { tools: next, ...(follows && { toolChoice: { type: 'tool', name: patch.name ?? '' } }) };
}
