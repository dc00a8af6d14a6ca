import type { FieldContext } from './field-context.ts';
import type { FieldUnit, ShapeField, ShapeTable } from './field-shape.ts';
import { rootOf } from './root-shape.ts';
import type { FieldId, FieldLimits } from './shapes.ts';
import { shapes } from './shapes.ts';

/** What the dictionary has about a field. */
export interface FieldEntry {
	/** Its text is `fields:${id}`. */
	readonly id: FieldId;
	/** Its words are `fields:units.${unit}`. */
	readonly unit: FieldUnit | null;
	/** What is allowed; its words are `fields:limits.${limits}`. Null: nothing is known. */
	readonly limits: FieldLimits | null;
	/** The page of AWS, or of who else defines it; null where there is none. */
	readonly docs: string | null;
	/** True: the path leads into a part with keys of its own making (a tool's input); this is that part's entry. */
	readonly inside: boolean;
}

const table: ShapeTable = shapes;

/** The entry of the field at a path, or null where there is none. Indexes of lists are passed over. */
export function findField(context: FieldContext, path: ReadonlyArray<string | number>): FieldEntry | null {
	const keys = path.filter((key) => typeof key === 'string');
	let shape = rootOf(context);
	let entry: FieldEntry | null = null;
	let around: FieldEntry | null = null;
	for (let index = 0; index < keys.length; index++) {
		const key = context.kind === 'header' ? (keys[index] ?? '').toLowerCase() : (keys[index] ?? '');
		const found = shape === null ? null : (fieldOf(shape, key) ?? (index === 0 ? besideBody(context, key) : null));
		if (found === null) return around;
		entry = found.entry;
		const { field } = found;
		if (field.free) around = { ...entry, inside: true };
		shape = field.of ?? nativeShapeOf(field, context);
		if (field.map && index + 1 < keys.length) {
			entry = { ...entry, inside: true };
			index++;
		}
	}
	return entry;
}

function fieldOf(name: string, key: string): { readonly field: ShapeField; readonly entry: FieldEntry } | null {
	const shape = table[name];
	if (shape === undefined || !Object.hasOwn(shape.fields, key)) return null;
	const field = shape.fields[key];
	if (field === undefined) return null;
	return {
		field,
		entry: {
			// Both are the table's own words, which these types are made of.
			id: (field.text ?? `${name}.${key}`) as FieldId,
			limits: (field.limits ?? null) as FieldLimits | null,
			unit: field.unit ?? null,
			docs: field.docs === undefined ? shape.docs : field.docs,
			inside: false,
		},
	};
}

/** What Bedrock itself puts beside the members of a native body. */
function besideBody({ kind }: FieldContext, key: string): ReturnType<typeof fieldOf> {
	return kind === 'body' || kind === 'chunk' ? fieldOf('InvokeMembers', key) : null;
}

function nativeShapeOf({ native }: ShapeField, context: FieldContext): string | null {
	return 'family' in context && context.family !== null ? (native?.[context.family] ?? null) : null;
}
