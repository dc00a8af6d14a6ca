import { Search } from 'lucide-react';
import type { RefObject } from 'react';
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FieldContext } from '../../../shared/fields/field-context.ts';
import type { BodyInfo } from '../../../shared/model/exchange.ts';
import { EditAgainButton } from '../../editor/edit-again-button.tsx';
import { MaskedNote } from '../../presenter/masked-note.tsx';
import { client } from '../../state/client.ts';
import { ForgottenBody } from '../../storage/forgotten-body.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { byteSize, exactByteSize } from '../../ui/quantities.ts';
import { LoadFailed, Loading } from '../load-state.tsx';
import css from '../panel.module.css';
import { placeShown, useAskedPath } from '../settings/asked-place.ts';
import { useLoaded } from '../use-loaded.ts';
import { textOfBytes } from './body-text.ts';
import type { CodeViewHandle } from './code-view.tsx';
import { CodeView } from './code-view.tsx';
import { HexBody } from './hex-body.tsx';
import type { Source } from './reading.ts';
import { piecesOf } from './reading.ts';
import { SaveButton } from './save-button.tsx';
import { useReading } from './use-reading.ts';

type Side = 'request' | 'response';
type Layout = 'pretty' | 'raw' | 'hex';

interface Props {
	readonly attemptId: string;
	readonly side: Side;
	readonly info: BodyInfo;
	/** Whether it says of itself that it is JSON. */
	readonly json: boolean;
	/** True while more of it may come. */
	readonly arriving: boolean;
	/** Where its fields are looked up for explaining. */
	readonly fields: FieldContext;
}

interface BodySubject {
	readonly attemptId: string;
	readonly side: Side;
}

async function readBody({ attemptId, side }: BodySubject): Promise<Source> {
	const { base64 } = await client().exchanges.body({ attemptId, side });
	return { base64 };
}

/** A body: its size and hash, as laid out JSON or as it was on the wire, with search and copy. */
export function BodyView(props: Props) {
	const { attemptId, side, info, arriving } = props;
	const { t } = useTranslation('inspector');
	const { size } = info;
	const forgotten = info.forgotten !== undefined;
	// A body that grew is another subject; one of the same size is not read again.
	const key = `${attemptId} ${side}`;
	const subject = useMemo(
		() => (size === 0 || forgotten ? null : { attemptId, side, size }),
		[attemptId, side, size, forgotten],
	);
	const [loaded, again] = useLoaded(key, subject, readBody);

	if (forgotten) return <ForgottenBody info={info} />;
	if (size === 0) {
		return (
			<section aria-label={t(`bodyOf.${side}`)}>
				<p className={css['quiet']}>{arriving ? t('arriving') : t('noBody')}</p>
			</section>
		);
	}
	return (
		<section aria-label={t(`bodyOf.${side}`)}>
			{loaded.status === 'loading' && <Loading />}
			{loaded.status === 'failed' && <LoadFailed failure={loaded.failure} onRetry={again} />}
			{loaded.status === 'ready' && <BodyText {...props} source={loaded.value} />}
		</section>
	);
}

interface TextProps extends Props {
	readonly source: Source;
}

function BodyText({ source, attemptId, side, info, json, arriving, fields }: TextProps) {
	const { t } = useTranslation('inspector');
	const [wanted, setLayout] = useState<Layout | null>(null);
	const reading = useReading(source);
	const { bytes, done } = reading;
	const viewer = useRef<CodeViewHandle>(null);
	const whole = useRef<HTMLDivElement>(null);
	useFindKey(whole, viewer);
	useShownPlace(attemptId, side, viewer, done, () => setLayout('pretty'));
	// What is no text is first shown as its bytes.
	const layouts: readonly Layout[] = reading.json ? ['pretty', 'raw', 'hex'] : ['raw', 'hex'];
	const first = reading.utf8 ? (layouts[0] ?? 'raw') : 'hex';
	const layout = wanted !== null && layouts.includes(wanted) ? wanted : first;
	const laidOut = layout === 'pretty' || !reading.json;
	const raw = useMemo(() => (laidOut || bytes === null ? null : piecesOf(textOfBytes(bytes).text)), [laidOut, bytes]);
	const shown = laidOut ? reading.pieces : raw;

	return (
		<div ref={whole} data-body-state={done ? 'whole' : 'arriving'}>
			<div className={css['toolbar']}>
				<LayoutToggle layouts={layouts} layout={layout} onLayout={setLayout} />
				<Size bytes={info.size} />
				{arriving && <span className={css['alive']}>{t('arriving')}</span>}
				{info.sha256 !== null && <Hash sha256={info.sha256} />}
				<MaskedNote info={info} />
				<span className={css['buttons']}>
					<IconButton small label={t('search')} onClick={() => viewer.current?.toggleSearch()}>
						<Search size={14} strokeWidth={1.6} aria-hidden />
					</IconButton>
					{side === 'request' && <EditAgainButton />}
					<SaveButton attemptId={attemptId} kind={side === 'request' ? 'request' : json ? 'json' : 'other'} />
					<CopyButton label={t('copyBody')} text={() => (shown ?? []).join('')} disabled={!done} />
				</span>
			</div>
			{!reading.utf8 && layout !== 'hex' && <p className={css['notice']}>{t('notUtf8')}</p>}
			{json && done && !reading.json && !arriving && <p className={css['notice']}>{t('notJson')}</p>}
			{layout === 'hex' && bytes !== null ? (
				<HexBody bytes={bytes} label={t(`bodyOf.${side}`)} viewer={viewer} />
			) : layout === 'hex' || shown === null ? (
				<p className={css['quiet']} role="status">
					{t('formatting')}
				</p>
			) : (
				<CodeView
					ref={viewer}
					pieces={shown}
					json={reading.json}
					coloured={reading.coloured && layout === 'pretty'}
					foldsBase64={layout === 'pretty'}
					label={t(`bodyOf.${side}`)}
					fields={fields}
				/>
			)}
		</div>
	);
}

/** Ctrl+F (⌘F) anywhere in the body searches in it. Elsewhere, and without an editor, the key stays the browser's. */
function useFindKey(whole: RefObject<HTMLElement | null>, viewer: RefObject<CodeViewHandle | null>): void {
	useEffect(() => {
		const element = whole.current;
		const onKeyDown = (event: KeyboardEvent): void => {
			const find = event.key.toLowerCase() === 'f' && (event.ctrlKey || event.metaKey) && !event.altKey;
			if (!find || event.defaultPrevented) return;
			if (viewer.current?.toggleSearch() === true) event.preventDefault();
		};
		element?.addEventListener('keydown', onKeyDown);
		return () => element?.removeEventListener('keydown', onKeyDown);
	}, [whole, viewer]);
}

/** Goes to the field of a request's body that was asked for, as soon as all of it is laid out. */
function useShownPlace(
	attemptId: string,
	side: Side,
	viewer: RefObject<CodeViewHandle | null>,
	done: boolean,
	layOut: () => void,
): void {
	const path = useAskedPath(attemptId);
	const layOutNow = useEffectEvent(layOut);
	useEffect(() => {
		if (path === null || side !== 'request' || !done) return;
		layOutNow();
		// By then it is laid out, where it was shown otherwise.
		const frame = requestAnimationFrame(() => {
			viewer.current?.show(path);
			placeShown();
		});
		return () => cancelAnimationFrame(frame);
	}, [path, side, done, viewer]);
}

/** To the byte where there is room for it, and at the pointer. */
function Size({ bytes }: { readonly bytes: number }) {
	const { i18n } = useTranslation();
	const exact = exactByteSize(bytes, i18n.language);
	const short = byteSize(bytes, i18n.language);
	return (
		<span className={css['size']} title={exact}>
			{short}
			<span className={css['exact']}>{exact.slice(short.length)}</span>
		</span>
	);
}

/** The beginning of the body's hash; pressed, all of it. */
function Hash({ sha256 }: { readonly sha256: string }) {
	const { t } = useTranslation('inspector');
	const [whole, setWhole] = useState(false);
	return (
		<button
			type="button"
			className={css['hash']}
			title={t('showHash', { hash: sha256 })}
			aria-expanded={whole}
			onClick={() => setWhole(!whole)}
		>
			sha256 {whole ? sha256 : sha256.slice(0, 8)}
		</button>
	);
}

interface ToggleProps {
	readonly layouts: readonly Layout[];
	readonly layout: Layout;
	readonly onLayout: (layout: Layout) => void;
}

function LayoutToggle({ layouts, layout, onLayout }: ToggleProps) {
	const { t } = useTranslation('inspector');
	const { t: s } = useTranslation('stream');
	return (
		<fieldset className={css['toggle']}>
			<legend className="visually-hidden">{t('layout')}</legend>
			{layouts.map((choice) => (
				<button key={choice} type="button" aria-pressed={choice === layout} onClick={() => onLayout(choice)}>
					{choice === 'hex' ? s('hex') : t(choice)}
				</button>
			))}
		</fieldset>
	);
}
