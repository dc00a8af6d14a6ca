import { converseRequestShapes } from './shapes/converse-request.ts';

/** Every shape that the dictionary knows, by its name: AWS's own where it has one. */
export const shapes = {
	...converseRequestShapes,
} as const;

type Shapes = typeof shapes;

type IdOf<Name, Key, Field> = Field extends { readonly text: infer Text } ? Text : `${Name & string}.${Key & string}`;

type IdsOf<Name extends keyof Shapes> = {
	[Key in keyof Shapes[Name]['fields']]: IdOf<Name, Key, Shapes[Name]['fields'][Key]>;
}[keyof Shapes[Name]['fields']];

/** The id of a field's text: `fields:${id}`. */
export type FieldId = { [Name in keyof Shapes]: IdsOf<Name> }[keyof Shapes];

type LimitsOf<Field> = Field extends { readonly limits: infer Limits } ? Limits : never;

/** The id of a limit's text: `fields:limits.${id}`. */
export type FieldLimits = {
	[Name in keyof Shapes]: {
		[Key in keyof Shapes[Name]['fields']]: LimitsOf<Shapes[Name]['fields'][Key]>;
	}[keyof Shapes[Name]['fields']];
}[keyof Shapes];
