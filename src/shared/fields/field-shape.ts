/** What a field's value is counted in or written as; its words are `fields:units.…`. */
export type FieldUnit =
	| 'tokens'
	| 'milliseconds'
	| 'seconds'
	| 'bytes'
	| 'characters'
	| 'base64'
	| 'hex'
	| 'json'
	| 'index'
	| 'units'
	| 'date'
	| 'dateTime'
	| 'httpStatus'
	| 'score';

/** A field, as the table of its shape describes it. */
export interface ShapeField {
	/** The id of its text, where it is not `Shape.field`. */
	readonly text?: string;
	readonly unit?: FieldUnit;
	/** The id of what is allowed; its words are `fields:limits.…`. Only what a source says. */
	readonly limits?: string;
	/** Where it is documented, where that is not its shape's page. Null: nowhere that we know. */
	readonly docs?: string | null;
	/** The shape of what is in it. Lists are passed over. */
	readonly of?: string;
	/** Keys of its own making: `of` is the shape of what each of them holds. */
	readonly map?: true;
	/** Anything may be in it: what `of` doesn't know is explained by the field itself. */
	readonly free?: true;
	/** What is in it is written in the native format of the model's family: the shapes, by family. */
	readonly native?: Readonly<Record<string, string>>;
}

/** Fields that stand together, and the page that documents them. */
export interface Shape {
	readonly docs: string | null;
	readonly fields: Readonly<Record<string, ShapeField>>;
}

export type ShapeTable = Readonly<Record<string, Shape>>;
