import type { Notice } from '../../../shared/model/notice.ts';

/** What happened to the user's files, until the user has seen it. */
export interface Notices {
	list(): Notice[];
	/** The same thing about the same file is told once, until it is dismissed. */
	add(notice: Omit<Notice, 'id'>): void;
	/** What was told is no longer so. */
	withdraw(code: Notice['code']): void;
	dismiss(id: string): void;
}

/** @param changed told when a notice came or went. */
export function createNotices(newId: () => string, changed: () => void): Notices {
	let notices: readonly Notice[] = [];

	function keep(fits: (notice: Notice) => boolean): void {
		const kept = notices.filter(fits);
		if (kept.length === notices.length) return;
		notices = kept;
		changed();
	}

	return {
		list: () => [...notices],
		add(notice) {
			const again = notices.some(({ code, path }) => code === notice.code && path === notice.path);
			if (again) return;
			notices = [...notices, { id: newId(), ...notice }];
			changed();
		},
		withdraw: (code) => keep((notice) => notice.code !== code),
		dismiss: (id) => keep((notice) => notice.id !== id),
	};
}
