import type { SQLInputValue } from 'node:sqlite';
import { z } from 'zod';
import type { Database } from './database.ts';
import { StoreError } from './store-error.ts';

/** A column that holds JSON, read as what the schema says. See migrations.ts for why. */
export function jsonColumn<T extends z.ZodType>(schema: T): z.ZodPipe<z.ZodType<unknown, string>, T> {
	return parsedJson.pipe(schema);
}

const parsedJson = z.string().transform((text, context): unknown => {
	try {
		return JSON.parse(text);
	} catch {
		context.addIssue({ code: 'custom', message: 'not JSON' });
		return z.NEVER;
	}
});

/** All rows of a query, as the schema has them. Throws `corrupt` when one doesn't fit. */
export function readRows<T extends z.ZodType>(
	database: Database,
	schema: T,
	sql: string,
	...values: readonly SQLInputValue[]
): z.infer<T>[] {
	return database
		.statement(sql)
		.all(...values)
		.map((row) => parseRow(schema, row));
}

/** The first row of a query, or null. Throws `corrupt` when it doesn't fit. */
export function readRow<T extends z.ZodType>(
	database: Database,
	schema: T,
	sql: string,
	...values: readonly SQLInputValue[]
): z.infer<T> | null {
	const row = database.statement(sql).get(...values);
	return row === undefined ? null : parseRow(schema, row);
}

function parseRow<T extends z.ZodType>(schema: T, row: unknown): z.infer<T> {
	const parsed = schema.safeParse(row);
	if (parsed.success) return parsed.data;
	throw new StoreError('corrupt', `A row is not as it was written: ${z.prettifyError(parsed.error)}`);
}

/** Runs a statement that must find its row. Throws `refused`, saying what is missing. */
export function changeOne(database: Database, missing: string, sql: string, ...values: readonly SQLInputValue[]): void {
	if (database.statement(sql).run(...values).changes === 0) throw new StoreError('refused', missing);
}
