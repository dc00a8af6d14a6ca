import type { ReactNode } from 'react';
import { useEffect, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Family } from '../../shared/model/family.ts';
import type { Operation } from '../../shared/model/operation.ts';
import { CodeView } from '../inspector/body/code-view.tsx';
import type { Source } from '../inspector/body/reading.ts';
import { useReading } from '../inspector/body/use-reading.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { byteSize } from '../ui/quantities.ts';
import css from './body-card.module.css';

interface Props {
	/** What the body is: one that would be sent, or was. */
	readonly what: string;
	readonly label: string;
	readonly operation: Operation;
	/** Whose native body it is; null: Converse's, or not known. */
	readonly family: Family | null;
	/** null: it is not there (yet), and `children` say why. */
	readonly source: Source | null;
	/** What is new in it stands at its end. */
	readonly atEnd?: boolean;
	readonly children?: ReactNode;
}

/** A request body beside those of other columns: how it is called, and all of it. */
export function BodyCard({ what, label, operation, family, source, atEnd = false, children }: Props) {
	const { t } = useTranslation('models');
	return (
		<section className={css['card']} aria-label={label} data-body-card>
			<header className={css['head']}>
				<b>{operation}</b>
				{family !== null && <span>{t(`family.${family}`)}</span>}
			</header>
			{source === null ? (
				<p className={css['note']}>{children}</p>
			) : (
				<Body source={source} what={what} label={label} atEnd={atEnd} />
			)}
		</section>
	);
}

interface BodyProps {
	readonly source: Source;
	readonly what: string;
	readonly label: string;
	readonly atEnd: boolean;
}

function Body({ source, what, label, atEnd }: BodyProps) {
	const scroller = useRef<HTMLDivElement>(null);
	const content = useRef<HTMLDivElement>(null);
	useEffect(() => {
		if (!atEnd || content.current === null) return;
		const sizes = new ResizeObserver(() => scroller.current?.scrollTo({ top: scroller.current.scrollHeight }));
		sizes.observe(content.current);
		return () => sizes.disconnect();
	}, [atEnd]);
	const { t, i18n } = useTranslation('comparison');
	const reading = useReading(source);
	const size = useMemo(() => sizeOf(source), [source]);
	return (
		<>
			<div ref={scroller} className={css['body']}>
				<div ref={content}>
					<CodeView
						pieces={reading.pieces}
						json={reading.json}
						coloured={reading.coloured}
						foldsBase64
						numbered={false}
						label={label}
					/>
				</div>
			</div>
			<footer className={css['foot']}>
				<span data-bytes={size}>
					{what} · {byteSize(size, i18n.language)}
				</span>
				<CopyButton label={t('copyBody')} text={() => textOf(source)} />
			</footer>
		</>
	);
}

function bytesOf(source: Source): Uint8Array {
	return 'text' in source
		? new TextEncoder().encode(source.text)
		: Uint8Array.from(atob(source.base64), (character) => character.charCodeAt(0));
}

function sizeOf(source: Source): number {
	return 'text' in source ? bytesOf(source).byteLength : Math.floor((source.base64.replace(/=+$/, '').length * 3) / 4);
}

/** As it is on the wire. */
function textOf(source: Source): string {
	return 'text' in source ? source.text : new TextDecoder().decode(bytesOf(source));
}
