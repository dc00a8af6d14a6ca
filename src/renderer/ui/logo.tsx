/** The app's mark: three strata, the uppermost of copper. */
export function Logo({ size = 20 }: { readonly size?: number }) {
	return (
		<svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true">
			<path d="M2 8.2 6.6 4l4 2.2L14 3.4l4 4.4v2.1l-4.2-1.6-4.3 2-3.4-1.5L2 10.6z" fill="var(--copper)" />
			<path d="M2 12.1l4.1-1.9 3.4 1.5 4.3-2L18 11.4v2.2l-4.2-1.4-4.3 1.9-3.4-1.5L2 14.5z" fill="var(--ink-3)" />
			<path d="M2 16l4.1-1.8 3.4 1.4 4.3-1.8L18 15v2.3H2z" fill="var(--line-strong)" />
		</svg>
	);
}
