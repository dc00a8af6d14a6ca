import type { MenuItemConstructorOptions } from 'electron';

/** The application menu: roles only, whose words the system gives; the titles in the app's two languages. */
export function menuTemplate(options: {
	readonly platform: string;
	readonly locale: string;
	readonly packaged: boolean;
}): MenuItemConstructorOptions[] {
	const japanese = options.locale.startsWith('ja');
	const mac = options.platform === 'darwin';
	const development: MenuItemConstructorOptions[] = options.packaged ? [] : [{ role: 'toggleDevTools' }];
	return [
		...(mac ? [{ role: 'appMenu' } as const] : []),
		{ label: japanese ? 'ファイル' : 'File', submenu: [{ role: mac ? 'close' : 'quit' }] },
		{ label: japanese ? '編集' : 'Edit', role: 'editMenu' },
		{
			label: japanese ? '表示' : 'View',
			submenu: [
				{ role: 'reload' },
				...development,
				{ type: 'separator' },
				{ role: 'resetZoom' },
				{ role: 'zoomIn' },
				{ role: 'zoomOut' },
				{ type: 'separator' },
				{ role: 'togglefullscreen' },
			],
		},
		{ label: japanese ? 'ウインドウ' : 'Window', role: 'windowMenu' },
	];
}
