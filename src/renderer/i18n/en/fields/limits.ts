/** What is allowed in fields. */
export const limits = {
	atLeastOneAndModel: '1 or more, up to what the model can write. Without it: the model’s own maximum.',
	zeroToOne: '0 to 1. Without it: the model’s own default.',
} as const;
