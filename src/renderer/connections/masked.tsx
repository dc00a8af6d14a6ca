/**
 * Account numbers, ARNs and key ids go to the screen through this one place, so that they can be masked for an audience.
 */
export function Masked({ text }: { readonly text: string }) {
	return <code>{text}</code>;
}
