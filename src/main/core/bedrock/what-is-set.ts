/** The members of an object that are neither null nor undefined, in their order: what is not set is not sent. */
export function whatIsSet<Members extends object>(
	members: Members,
): { [Name in keyof Members]?: NonNullable<Members[Name]> } {
	return Object.assign({}, ...Object.entries(members).map(([name, value]) => (value == null ? {} : { [name]: value })));
}
