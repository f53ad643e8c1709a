/** A list of equal rows seen through a window; all in px. */
export interface Rows {
	readonly count: number;
	readonly rowHeight: number;
	/** Height of the window. */
	readonly view: number;
}

/** Browsers cut off elements that are taller than some 17 million px (Firefox) to 33 million px (Chromium, WebKit). */
const tallest = 12_000_000;

/** Height of the element that is scrolled: that of all rows, or as tall as an element can safely be. */
export const scrolledHeight = ({ count, rowHeight }: Rows): number => Math.min(count * rowHeight, tallest);

/** How far the list moves for each px that the element is scrolled; 1 but for the longest lists. */
export function stretch(rows: Rows): number {
	const element = scrolledHeight(rows) - rows.view;
	return element > 0 ? (rows.count * rows.rowHeight - rows.view) / element : 1;
}

const clamp = (rows: Rows, top: number) => Math.max(0, Math.min(rows.count * rows.rowHeight - rows.view, top));

/** The list's own offset after it was moved by `by` px, kept within the list. */
export const moved = (rows: Rows, top: number, by: number): number => clamp(rows, top + by);

/** The offset nearest to `top` at which a row is seen whole. */
export const revealing = (rows: Rows, top: number, row: number): number =>
	clamp(rows, Math.min(row * rows.rowHeight, Math.max(top, (row + 1) * rows.rowHeight - rows.view)));

/** Rows seen at an offset, and `spare` more on either side: the first, and the one after the last. */
export function seen({ count, rowHeight, view }: Rows, top: number, spare = 0): [from: number, to: number] {
	const from = Math.max(0, Math.floor(top / rowHeight) - spare);
	return [from, Math.max(from, Math.min(count, Math.ceil((top + view) / rowHeight) + spare))];
}
