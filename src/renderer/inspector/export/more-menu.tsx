import { Menu } from '@base-ui/react/menu';
import { Braces, Download, Ellipsis, Eraser, FolderOpen } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { ExportScope } from '../../../shared/model/files.ts';
import { editExchange } from '../../editor/editor-store.ts';
import { askExport } from '../../files/export-request.ts';
import { chooseFiles } from '../../files/open-file.ts';
import { useApp } from '../../state/app-store.ts';
import { askToForget } from '../../state/storage.ts';
import { classNames } from '../../ui/class-names.ts';
import icon from '../../ui/icon-button.module.css';
import popup from '../../ui/popup.module.css';

/** What else can be done with a call. `call` null: nothing is selected. */
export function MoreMenu({ call }: { readonly call: ExportScope | null }) {
	const { t } = useTranslation(['files', 'storage', 'editor']);
	const fixed = useApp(
		({ info, list }) =>
			info?.readOnly === true || list.find(({ id }) => id === call?.conversationId)?.imported !== undefined,
	);
	// Without an attempt nothing was sent that could be sent again.
	const resendable = useApp(
		({ info, loaded }) =>
			info?.readOnly !== true &&
			call !== null &&
			loaded[call.conversationId]?.turns.some(({ exchanges }) =>
				exchanges.some(({ id, attemptCount }) => id === call.exchangeId && attemptCount > 0),
			) === true,
	);
	return (
		<Menu.Root modal={false}>
			<Menu.Trigger className={icon['icon']} aria-label={t('more')} title={t('more')}>
				<Ellipsis size={16} strokeWidth={1.6} aria-hidden />
			</Menu.Trigger>
			<Menu.Portal>
				<Menu.Positioner className={popup['positioner']} sideOffset={4} align="end">
					<Menu.Popup className={classNames(popup['popup'], popup['list'])}>
						{call?.exchangeId != null && resendable && (
							<Menu.Item
								className={popup['item']}
								onClick={() => call.exchangeId !== null && editExchange(call.exchangeId)}
							>
								<Braces size={14} aria-hidden />
								<span className={popup['name']}>{t('editor:again')}</span>
							</Menu.Item>
						)}
						{call !== null && (
							<Menu.Item className={popup['item']} onClick={() => askExport(call)}>
								<Download size={14} aria-hidden />
								<span className={popup['name']}>{t('export')}</span>
							</Menu.Item>
						)}
						<Menu.Item className={popup['item']} onClick={chooseFiles}>
							<FolderOpen size={14} aria-hidden />
							<span className={popup['name']}>{t('open')}</span>
						</Menu.Item>
						{call !== null && !fixed && (
							<Menu.Item className={popup['item']} onClick={() => askToForget([call.conversationId])}>
								<Eraser size={14} aria-hidden />
								<span className={popup['name']}>{t('storage:menu')}</span>
							</Menu.Item>
						)}
					</Menu.Popup>
				</Menu.Positioner>
			</Menu.Portal>
		</Menu.Root>
	);
}
