import * as sdk from '@aws-sdk/client-bedrock-runtime';
import { NormalizedSchema } from '@smithy/core/schema';
import { expect, test } from 'vitest';
import type { FieldContext } from '../../../../src/shared/fields/field-context.ts';
import { limitValues } from '../../../../src/shared/fields/limit-values.ts';
import { nativeRequests } from '../../../../src/shared/fields/native-shapes.ts';
import { shapes } from '../../../../src/shared/fields/shapes.ts';
import type { ObjectRule } from '../../../../src/shared/fields/value-rule.ts';
import { bodyRule } from '../../../../src/shared/fields/value-rule.ts';
import { unionShapes, valueTypes } from '../../../../src/shared/fields/value-types.ts';
import { families } from '../../../../src/shared/model/family.ts';

const converse: FieldContext = { kind: 'body', side: 'request', operation: 'Converse', family: null };

/** The kind of value that the SDK writes for a member. */
function kindOf(schema: NormalizedSchema): string {
	if (schema.isListSchema()) return `${kindOf(schema.getValueSchema())}[]`;
	if (schema.isDocumentSchema()) return 'any';
	if (schema.isStructSchema() || schema.isMapSchema()) return 'object';
	if (schema.isStringSchema() || schema.isBlobSchema()) return 'string';
	if (schema.isBooleanSchema()) return 'boolean';
	return 'number';
}

/** Where what is known of a shape differs from the SDK's own schema; counts what was compared. */
function differences(
	schema: NormalizedSchema,
	rule: ObjectRule | null,
	around: readonly string[],
	compared: string[],
): string[] {
	const name = schema.getName() ?? '';
	return [...schema.structIterator()].flatMap(([member, at]) => {
		const { httpLabel } = at.getMergedTraits();
		if (httpLabel) return [];
		compared.push(`${name}.${member}`);
		const types = rule?.fields?.get(member)?.types.map((type) => (type === 'integer' ? 'number' : type));
		const wanted = kindOf(at);
		const here = types?.includes(wanted as 'object') ? [] : [`${name}.${member}: ${wanted}, not ${types}`];
		let inner = at;
		while (inner.isListSchema()) inner = inner.getValueSchema();
		const inside = inner.getName() ?? '';
		if (!inner.isStructSchema() || around.includes(inside)) return here;
		return [...here, ...differences(inner, rule?.inside(member) ?? null, [...around, inside], compared)];
	});
}

test('the kinds of values of Converse are those of the SDK’s schemas', () => {
	const compared: string[] = [];
	const schema = NormalizedSchema.of(sdk.ConverseStreamRequest$);
	expect(differences(schema, bodyRule(converse), [], compared)).toEqual([]);
	expect(compared.length).toBeGreaterThan(100);
});

test('the tables name nothing but shapes and fields of the dictionary', () => {
	const strangers = Object.entries(valueTypes).flatMap(([name, fields]) => {
		const known = new Map(Object.entries(shapes)).get(name as keyof typeof shapes)?.fields;
		if (known === undefined) return [name];
		return Object.keys(fields)
			.filter((key) => !Object.hasOwn(known, key))
			.map((key) => `${name}.${key}`);
	});
	expect(strangers).toEqual([]);
	expect([...unionShapes].filter((name) => !Object.hasOwn(shapes, name))).toEqual([]);
	const used = Object.values(shapes).flatMap(({ fields }) =>
		Object.values(fields).map((field) => ('limits' in field ? field.limits : '')),
	);
	expect(Object.keys(limitValues).filter((id) => !used.includes(id))).toEqual([]);
});

test('each family’s body has at least one field that it is refused without', () => {
	const without = families.filter((family) => {
		const rule = bodyRule({ kind: 'body', side: 'request', operation: 'InvokeModel', family });
		return ![...(rule?.fields?.values() ?? [])].some(({ required }) => required);
	});
	expect(without.map((family) => nativeRequests[family])).toEqual([]);
});
