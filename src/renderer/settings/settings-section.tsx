import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import type { SettingsSection as Name } from '../state/panels.ts';
import { useSettingsSection } from '../state/panels.ts';

/** The id of the heading of a part of the settings. */
export function settingsHeading(name: Name): string {
	return `settings-${name}`;
}

/** A part of the settings. It comes into view where the settings were opened for it. */
export function SettingsSection({
	name,
	title,
	children,
}: {
	readonly name: Name;
	readonly title: string;
	readonly children: ReactNode;
}) {
	const section = useRef<HTMLElement>(null);
	const asked = useSettingsSection() === name;
	useEffect(() => {
		if (asked) section.current?.scrollIntoView({ block: 'start' });
	}, [asked]);
	return (
		<section ref={section} aria-labelledby={settingsHeading(name)}>
			<h3 id={settingsHeading(name)} tabIndex={-1}>
				{title}
			</h3>
			{children}
		</section>
	);
}
