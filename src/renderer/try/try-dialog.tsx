import { Dialog } from '@base-ui/react/dialog';
import { Tabs } from '@base-ui/react/tabs';
import { CornerRightDown } from 'lucide-react';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApp } from '../state/app-store.ts';
import { focusAfterPanel, usePanel } from '../state/panels.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import tabs from '../ui/side-tabs.module.css';
import { exampleFiles, exampleResult } from './example-file.ts';
import { needsOf, settingsFor, themes, thingsOf } from './thing-facts.ts';
import type { Theme, Thing, ThingId } from './things-to-try.ts';
import { tryOut } from './tried.ts';
import css from './try-dialog.module.css';
import { WithCode } from './with-code.tsx';

/** What can be tried on the practice endpoint, by subject. One press puts it into the composer. */
export function TryDialog() {
	const { t } = useTranslation('tries');
	const [open, setOpen] = usePanel('tries');
	const [theme, setTheme] = useState<Theme>('wire');
	const scroller = useRef<HTMLDivElement>(null);
	return (
		<Dialog.Root open={open} onOpenChange={setOpen}>
			<DialogFrame
				title={t('title')}
				className={css['dialog']}
				initialFocus={() => document.getElementById(tabId(theme))}
				finalFocus={focusAfterPanel}
			>
				<Tabs.Root
					className={tabs['body']}
					orientation="vertical"
					value={theme}
					onValueChange={(value) => {
						setTheme(themes.find((name) => name === value) ?? 'wire');
						// Another subject begins at its top.
						scroller.current?.scrollTo(0, 0);
					}}
				>
					<div className={tabs['side']}>
						<Tabs.List className={tabs['list']} aria-label={t('themesLabel')} activateOnFocus>
							{themes.map((name) => (
								<Tabs.Tab key={name} id={tabId(name)} value={name} className={tabs['tab']}>
									{t(`themes.${name}`)}
								</Tabs.Tab>
							))}
						</Tabs.List>
					</div>
					<div className={tabs['page']} ref={scroller}>
						<p className={css['lead']}>{t('lead')}</p>
						{themes.map((name) => (
							<Tabs.Panel key={name} value={name} tabIndex={-1} className={css['panel']}>
								<ul className={css['things']}>
									{thingsOf(name).map(([id, thing]) => (
										<Entry key={id} id={id} thing={thing} onPut={() => setOpen(false)} />
									))}
								</ul>
							</Tabs.Panel>
						))}
					</div>
				</Tabs.Root>
			</DialogFrame>
		</Dialog.Root>
	);
}

function tabId(theme: Theme): string {
	return `try-${theme}`;
}

interface EntryProps {
	readonly id: ThingId;
	readonly thing: Thing;
	readonly onPut: () => void;
}

function Entry({ id, thing, onPut }: EntryProps) {
	const { t } = useTranslation(['tries', 'request']);
	const usable = useApp((state) => state.phase === 'ready' && state.info?.readOnly !== true);
	const needs = needsOf(id, thing, t);
	const text = t(`things.${id}.text`);
	const put = async () => {
		const files = await exampleFiles(thing, t);
		await tryOut(id, { text, settings: settingsFor(id, thing, t), files, result: exampleResult(thing, t) });
		onPut();
	};
	return (
		<li className={css['thing']} data-thing={id}>
			<button
				type="button"
				className={css['put']}
				disabled={!usable}
				aria-describedby={`try-about-${id}`}
				onClick={() => void put()}
			>
				<b>{t(`things.${id}.title`)}</b>
				<q>{text}</q>
				<CornerRightDown size={15} strokeWidth={1.7} aria-hidden />
			</button>
			<div id={`try-about-${id}`} className={css['about']}>
				<p>
					<WithCode text={t(`things.${id}.see`)} />
				</p>
				{needs.length > 0 && (
					<p className={css['needs']}>
						<span className="visually-hidden">{t('needs')}: </span>
						{needs.map((need) => (
							<span key={need}>{need}</span>
						))}
					</p>
				)}
			</div>
		</li>
	);
}
