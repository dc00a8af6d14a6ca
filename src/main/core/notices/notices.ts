import type { Notice } from '../../../shared/model/notice.ts';

/** What happened to the user's files, until the user has seen it. */
export interface Notices {
	list(): Notice[];
	/** The same thing about the same file is told once, until it is dismissed. */
	add(notice: Omit<Notice, 'id'>): void;
	dismiss(id: string): void;
}

/** @param changed told when a notice came or went. */
export function createNotices(newId: () => string, changed: () => void): Notices {
	let notices: readonly Notice[] = [];
	return {
		list: () => [...notices],
		add(notice) {
			const again = notices.some(({ code, path }) => code === notice.code && path === notice.path);
			if (again) return;
			notices = [...notices, { id: newId(), ...notice }];
			changed();
		},
		dismiss(id) {
			notices = notices.filter((notice) => notice.id !== id);
			changed();
		},
	};
}
