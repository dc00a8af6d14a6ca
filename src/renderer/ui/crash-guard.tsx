import type { ReactNode } from 'react';
import { Component } from 'react';
import css from './crash-guard.module.css';

interface Props {
	readonly title: string;
	readonly reload: string;
	readonly children: ReactNode;
}

/** Shows an error of the window's own code in its place, with a way out, instead of an empty window. React needs a class. */
export class CrashGuard extends Component<Props, { readonly error: Error | null }> {
	override readonly state: { readonly error: Error | null } = { error: null };

	static getDerivedStateFromError(error: unknown): { readonly error: Error } {
		return { error: error instanceof Error ? error : new Error(String(error)) };
	}

	override render(): ReactNode {
		const { error } = this.state;
		if (error === null) return this.props.children;
		return (
			<main className={css['crash']} role="alert">
				<h1>{this.props.title}</h1>
				<pre>{error.message}</pre>
				<button type="button" onClick={() => window.location.reload()}>
					{this.props.reload}
				</button>
			</main>
		);
	}
}
