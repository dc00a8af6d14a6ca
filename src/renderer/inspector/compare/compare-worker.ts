import type { CompareAnswer, CompareQuestion, RowPage } from './compare-messages.ts';
import { PAGE } from './compare-messages.ts';
import { compareSides } from './diff/comparison.ts';
import type { RowList } from './diff/row-list.ts';
import { rowList } from './diff/row-list.ts';
import type { Summary } from './diff/summarise.ts';

/** The worker of `use-comparison.ts`: reads, compares and keeps the rows; the window gets those that are in view. */
let list: RowList = rowList([]);
let round = 0;

addEventListener('message', ({ data }: MessageEvent<CompareQuestion>) => {
	switch (data.ask) {
		case 'compare': {
			const { summary, rows } = compareSides(data.input);
			list = rowList(rows);
			tellListing(summary, 0);
			return;
		}
		case 'rows':
			if (data.round === round) tell({ answer: 'page', page: page(data.from) });
			return;
		case 'toggle':
			list.toggle(data.id);
			round += 1;
			tellListing(null, data.from);
	}
});

function tellListing(summary: Summary | null, from: number): void {
	const listing = { round, total: list.total(), differences: list.differences() };
	tell({ answer: 'listing', listing, summary, page: page(from) });
}

function page(from: number): RowPage {
	return { round, from, rows: list.slice(from, PAGE) };
}

function tell(answer: CompareAnswer): void {
	postMessage(answer);
}
