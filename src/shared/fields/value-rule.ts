import type { FieldContext } from './field-context.ts';
import type { ShapeField, ShapeTable } from './field-shape.ts';
import type { LimitValues } from './limit-values.ts';
import { limitValues } from './limit-values.ts';
import { rootOf } from './root-shape.ts';
import { shapes } from './shapes.ts';
import { unionShapes, valueTypes } from './value-types.ts';

/** What a value may be. `integer` is a number without a fraction, `any` whatever JSON can say. */
export type ValueType = 'string' | 'number' | 'integer' | 'boolean' | 'object' | 'string[]' | 'object[]' | 'any';

/** A field of a request as far as its value can be checked. */
export interface ValueRule {
	readonly types: readonly ValueType[];
	readonly required: boolean;
	readonly limits: LimitValues;
}

/** What may stand in an object of a request. */
export interface ObjectRule {
	/** Fields that may be in it, in the dictionary's order; null: any, because its keys are of its own making. */
	readonly fields: ReadonlyMap<string, ValueRule> | null;
	/** Exactly one of its fields is given. */
	readonly oneOnly: boolean;
	/** The rule for what is in a field; null where nothing is known of it. */
	readonly inside: (key: string) => ObjectRule | null;
}

const table: ShapeTable = shapes;

/** What may stand in a body of a request; null where nothing is known of it. */
export function bodyRule(context: FieldContext): ObjectRule | null {
	const root = rootOf(context);
	if (root === null || root === 'InvokeMembers') return null;
	const rule = shapeRule(root, context);
	const beside = context.kind === 'body' && root !== 'ConverseRequest' ? besides() : [];
	return rule === null || rule.fields === null ? rule : { ...rule, fields: new Map([...rule.fields, ...beside]) };
}

/** What may stand in the object at a path of a body; null where nothing is known. Indexes of lists are passed over. */
export function ruleAt(context: FieldContext, path: ReadonlyArray<string | number>): ObjectRule | null {
	let rule = bodyRule(context);
	for (const key of path) {
		if (rule === null) return null;
		if (typeof key === 'string') rule = rule.inside(key);
	}
	return rule;
}

function shapeRule(name: string, context: FieldContext): ObjectRule | null {
	const shape = table[name];
	if (shape === undefined) return null;
	const rules = Object.entries(shape.fields).flatMap(([key, field]) => {
		const types = valueTypes[name]?.[key];
		if (types === 'never') return [];
		// Of a shape that the table describes, what it does not list holds one object.
		const described = valueTypes[name] !== undefined && field.of !== undefined;
		return [[key, valueRule(field, types ?? (described ? 'object' : undefined))] as const];
	});
	return {
		fields: new Map(rules),
		oneOnly: unionShapes.has(name),
		inside(key) {
			const field = Object.hasOwn(shape.fields, key) ? shape.fields[key] : undefined;
			return field === undefined ? null : insideOf(field, context);
		},
	};
}

function insideOf(field: ShapeField, context: FieldContext): ObjectRule | null {
	const within = field.of === undefined ? null : shapeRule(field.of, context);
	if (field.map) return { fields: null, oneOnly: false, inside: () => within };
	return within;
}

function valueRule(field: ShapeField, written: string | undefined): ValueRule {
	const limits = limitsOf(field);
	const types = written?.replace('!', '') ?? impliedType(field, limits);
	return {
		types: types.split('|') as ValueType[],
		required: written?.endsWith('!') === true || limits.required === true,
		limits,
	};
}

/** Where no table says it: what the dictionary's own words for the field let one conclude. */
function impliedType(field: ShapeField, limits: LimitValues): string {
	if (field.free) return 'any';
	if (field.of !== undefined || field.map) return 'object|object[]';
	if (field.unit === 'tokens' || field.unit === 'index') return 'integer';
	if (limits.from !== undefined || limits.to !== undefined) return 'number';
	return limits.oneOf === undefined ? 'any' : 'string';
}

function limitsOf({ limits }: ShapeField): LimitValues {
	const known: Readonly<Record<string, LimitValues | undefined>> = limitValues;
	return limits === undefined ? {} : (known[limits] ?? {});
}

/** What Bedrock itself takes beside the members of a native body. */
function besides(): [string, ValueRule][] {
	return [['amazon-bedrock-guardrailConfig', { types: ['object'], required: false, limits: {} }]];
}
