import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { RefObject } from 'react';
import { useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../ui/icon-button.tsx';
import css from '../panel.module.css';
import { useBytesPerLine } from '../stream/use-bytes-per-line.ts';
import type { CodeViewHandle } from './code-view.tsx';
import { CodeView } from './code-view.tsx';
import { hexDump, hexPages } from './hex-dump.ts';
import { piecesOf } from './reading.ts';

interface Props {
	readonly bytes: Uint8Array;
	readonly label: string;
	readonly viewer: RefObject<CodeViewHandle | null>;
}

/** The bytes of a body in hex, to be searched and copied; a large one in parts. */
export function HexBody({ bytes, label, viewer }: Props) {
	const [wanted, setPage] = useState(0);
	const whole = useRef<HTMLDivElement>(null);
	const perLine = useBytesPerLine(whole);
	const pages = hexPages(bytes.length);
	const page = Math.min(wanted, pages - 1);
	const pieces = useMemo(() => piecesOf(hexDump(bytes, perLine, page)), [bytes, perLine, page]);
	return (
		<div ref={whole}>
			{pages > 1 && <Pager page={page} pages={pages} onPage={setPage} />}
			<CodeView ref={viewer} pieces={pieces} json={false} numbered={false} label={label} />
		</div>
	);
}

interface PagerProps {
	readonly page: number;
	readonly pages: number;
	readonly onPage: (page: number) => void;
}

function Pager({ page, pages, onPage }: PagerProps) {
	const { t } = useTranslation('stream');
	return (
		<div className={css['toolbar']}>
			<IconButton small label={t('previousPage')} disabled={page === 0} onClick={() => onPage(page - 1)}>
				<ChevronLeft size={14} aria-hidden />
			</IconButton>
			<span role="status">{t('page', { page: page + 1, pages })}</span>
			<IconButton small label={t('nextPage')} disabled={page === pages - 1} onClick={() => onPage(page + 1)}>
				<ChevronRight size={14} aria-hidden />
			</IconButton>
		</div>
	);
}
