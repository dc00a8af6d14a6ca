/**
 * The shape that a translation must have: every key of the English text, no other. English plurals (`…_one`) have no
 * counterpart in Japanese, which has one form only (`…_other`).
 */
export type Translation<English> = {
	readonly [Key in keyof English as Key extends `${string}_one` ? never : Key]: English[Key] extends string
		? string
		: Translation<English[Key]>;
};
