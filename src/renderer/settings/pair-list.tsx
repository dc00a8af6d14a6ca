import { Plus, X } from 'lucide-react';
import { useEffect, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Button } from '../ui/button.tsx';
import field from '../ui/field.module.css';
import { IconButton } from '../ui/icon-button.tsx';
import css from './pair-list.module.css';

interface Props {
	readonly label: string;
	readonly value: Readonly<Record<string, string>>;
	/** Names that are to be there from the beginning, if with empty values. */
	readonly wanted?: readonly string[];
	readonly onKeep: (value: Record<string, string>) => void;
	readonly hint?: string;
}

interface Row {
	readonly id: number;
	readonly name: string;
	readonly text: string;
}

/** Names with values: a row each. A row without a name is not kept yet, nor is a second one of a name. */
export function PairList({ label, value, wanted = [], onKeep, hint = '' }: Props) {
	const { t } = useTranslation('request');
	const id = useId();
	const [rows, setRows] = useState<readonly Row[]>(() => [
		...rowsOf(value),
		...wanted.filter((name) => !(name in value)).map((name) => newRow(name, '')),
	]);
	const latest = useRef(value);
	latest.current = value;
	const kept = useRef(JSON.stringify(value));
	const given = JSON.stringify(value);
	// A change from elsewhere is shown.
	useEffect(() => {
		if (kept.current === given) return;
		kept.current = given;
		setRows(rowsOf(latest.current));
	}, [given]);

	const change = (changed: readonly Row[]) => {
		setRows(changed);
		if (wrongRow(changed) !== null) return;
		const pairs = Object.fromEntries(changed.filter(({ name }) => name !== '').map(({ name, text }) => [name, text]));
		kept.current = JSON.stringify(pairs);
		if (kept.current !== given) onKeep(pairs);
	};
	const wrong = wrongRow(rows);
	const note =
		wrong === null ? hint : wrong.name === '' ? t('pairs.needsName') : t('pairs.twice', { name: wrong.name });
	const list = useRef<HTMLDivElement>(null);
	const remove = (at: number) => {
		// The button that was pressed goes away: its neighbour takes the focus, or the one that adds.
		list.current?.querySelectorAll('button')[at + 1]?.focus();
		change(rows.toSpliced(at, 1));
	};
	const add = () => {
		// At once: what is typed next belongs into the new row, however slow the next frame is.
		flushSync(() => setRows([...rows, newRow('', '')]));
		[...(list.current?.querySelectorAll('input') ?? [])].at(-2)?.focus();
	};
	const set = (row: Row, patch: Partial<Row>) =>
		change(rows.map((other) => (other.id === row.id ? { ...other, ...patch } : other)));
	return (
		<fieldset className={css['set']} aria-describedby={`${id}-note`}>
			<legend className={field['label']}>{label}</legend>
			<div ref={list} className={css['pairs']}>
				{rows.map((row, at) => (
					<div key={row.id} className={css['pair']}>
						<input
							className={`${field['input']} ${field['mono']}`}
							value={row.name}
							placeholder={t('pairs.name')}
							aria-label={t('pairs.nameOf', { list: label, number: at + 1 })}
							aria-invalid={wrong?.id === row.id}
							spellCheck={false}
							autoComplete="off"
							onChange={(event) => set(row, { name: event.currentTarget.value })}
						/>
						<input
							className={field['input']}
							value={row.text}
							placeholder={t('pairs.value')}
							aria-label={t('pairs.valueOf', { list: label, name: row.name === '' ? String(at + 1) : row.name })}
							spellCheck={false}
							autoComplete="off"
							onChange={(event) => set(row, { text: event.currentTarget.value })}
						/>
						<IconButton
							small
							tipAlign="end"
							label={t('pairs.remove', { name: row.name === '' ? String(at + 1) : row.name })}
							onClick={() => remove(at)}
						>
							<X size={14} />
						</IconButton>
					</div>
				))}
				<Button onClick={add}>
					<Plus size={13} aria-hidden />
					{t('pairs.add')}
				</Button>
			</div>
			<p
				id={`${id}-note`}
				className={field[wrong === null ? 'hint' : 'error']}
				role={wrong === null ? undefined : 'alert'}
			>
				{note}
			</p>
		</fieldset>
	);
}

let lastId = 0;

function newRow(name: string, text: string): Row {
	lastId += 1;
	return { id: lastId, name, text };
}

function rowsOf(pairs: Readonly<Record<string, string>>): readonly Row[] {
	return Object.entries(pairs).map(([name, text]) => newRow(name, text));
}

/** The first row that has a value and no name, or the name of one before it. */
function wrongRow(rows: readonly Row[]): Row | null {
	const wrong = rows.find(
		({ name, text }, at) =>
			(name === '' && text !== '') || (name !== '' && rows.findIndex((row) => row.name === name) < at),
	);
	return wrong ?? null;
}
