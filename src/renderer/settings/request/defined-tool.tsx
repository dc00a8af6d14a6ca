import { ArrowDown, ArrowUp, ChevronRight, Copy, Trash2 } from 'lucide-react';
import { useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { ToolDefinition } from '../../../shared/model/tools.ts';
import field from '../../ui/field.module.css';
import { IconButton } from '../../ui/icon-button.tsx';
import { wrongField } from '../../ui/use-close-guard.ts';
import { JsonField } from '../json-field.tsx';
import { parseRequired } from '../parse-parameter.ts';
import { TextArea } from '../text-area.tsx';
import { TextField } from '../text-field.tsx';
import { OptionalChoice } from './optional-choice.tsx';
import css from './tools-section.module.css';

interface Props {
	readonly tool: ToolDefinition;
	readonly open: boolean;
	/** What AWS will not like about its name. */
	readonly problem: 'form' | 'twice' | null;
	readonly first: boolean;
	readonly last: boolean;
	readonly onOpen: (open: boolean) => void;
	readonly onChange: (patch: Partial<ToolDefinition>) => void;
	readonly onMove: (by: 1 | -1) => void;
	readonly onDuplicate: () => void;
	readonly onRemove: () => void;
}

/** One tool of the list: its name and what it is for, and all of it when it is open. */
export function DefinedTool({
	tool,
	open,
	problem,
	first,
	last,
	onOpen,
	onChange,
	onMove,
	onDuplicate,
	onRemove,
}: Props) {
	const { t } = useTranslation('request');
	const id = useId();
	const card = useRef<HTMLLIElement>(null);
	const { name } = tool;
	const toggle = () => {
		// What can't be kept stays in view.
		const wrong = open ? wrongField(card.current) : null;
		if (wrong === null) onOpen(!open);
		else wrong.focus();
	};
	return (
		<li ref={card} className={css['card']} data-tool={name}>
			<div className={css['head']}>
				<button type="button" className={css['open']} aria-expanded={open} aria-controls={id} onClick={toggle}>
					<ChevronRight size={14} aria-hidden />
					<code data-wrong={problem !== null || undefined}>{name}</code>
					{tool.builtIn !== null && <small>{t('tool.builtIn')}</small>}
					{tool.strict === true && <small>{t('tool.strict')}</small>}
					<span>{tool.description}</span>
				</button>
				<IconButton small label={t('tool.up', { name })} disabled={first} onClick={() => onMove(-1)}>
					<ArrowUp size={14} />
				</IconButton>
				<IconButton small label={t('tool.down', { name })} disabled={last} onClick={() => onMove(1)}>
					<ArrowDown size={14} />
				</IconButton>
				<IconButton small label={t('tool.duplicate', { name })} onClick={onDuplicate}>
					<Copy size={14} />
				</IconButton>
				<IconButton small tipAlign="end" label={t('tool.remove', { name })} onClick={onRemove}>
					<Trash2 size={14} />
				</IconButton>
			</div>
			<div id={id} className={css['fields']} hidden={!open}>
				<TextField
					mono
					label={t('tool.name')}
					value={name}
					show={(text) => text}
					parse={parseRequired}
					hint={t('tool.nameHint')}
					warning={problem === null ? null : t(problem === 'form' ? 'tool.nameRefused' : 'tool.nameTwice')}
					onKeep={(next) => onChange({ name: next })}
				/>
				<TextArea
					label={t('tool.description')}
					value={tool.description}
					show={(text) => text}
					parse={(text) => ({ ok: true, value: text })}
					rows={2}
					hint={t('tool.descriptionHint')}
					onKeep={(description) => onChange({ description })}
				/>
				<JsonField
					label={t('tool.schema')}
					value={tool.inputSchema}
					rows={8}
					hint={t('tool.schemaHint')}
					onKeep={(inputSchema) => onChange({ inputSchema })}
				/>
				<div className={field['field']}>
					<OptionalChoice
						label={t('tool.strictLabel')}
						value={tool.strict === null ? null : tool.strict ? 'on' : 'off'}
						options={[
							{ value: 'on', label: t('tool.on') },
							{ value: 'off', label: t('tool.off') },
						]}
						onChange={(value) => onChange({ strict: value === null ? null : value === 'on' })}
					/>
					<p className={field['hint']}>{t('tool.strictHint')}</p>
				</div>
			</div>
		</li>
	);
}
