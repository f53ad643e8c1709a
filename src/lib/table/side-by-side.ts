import type { RowReader } from './orders.js';

/** Columns of several files: those of the same name, the nth with the nth, are one. */
export interface Union {
	readonly columns: readonly string[];
	/** By file: position in `columns` of each of its columns. */
	readonly places: readonly Uint32Array[];
}

/** The columns of several files in the order in which they are met. */
export function unionOf(headers: readonly (readonly string[])[]): Union {
	const columns: string[] = [];
	const known = new Map<string, number>();
	const places = headers.map((header) => {
		const met = new Map<string, number>();
		return Uint32Array.from(header, (name) => {
			const nth = met.get(name) ?? 0;
			met.set(name, nth + 1);
			const key = JSON.stringify([name, nth]);
			const place = known.get(key) ?? columns.push(name) - 1;
			known.set(key, place);
			return place;
		});
	});
	return { columns, places };
}

/** A row of a file under the columns of all of them; what its file does not have is empty. */
export function spread(row: readonly string[], places: Uint32Array, width: number): string[] {
	const wide = new Array<string>(width).fill('');
	row.forEach((cell, j) => (wide[places[j]!] = cell));
	return wide;
}

/** Rows of several files one after the other, under the columns of all of them. */
export function stacked(
	files: readonly { readonly file: string; readonly rows: number; readonly source: RowReader }[],
	{ columns, places }: Union
): RowReader & Required<Pick<RowReader, 'at'>> {
	const starts: number[] = [];
	let total = 0;
	for (const { rows } of files) {
		starts.push(total);
		total += rows;
	}
	const beyond = (row: number) => {
		const i = starts.findLastIndex((start) => start <= row);
		return files[i]!.source.beyond?.(row - starts[i]!) ?? [];
	};
	return {
		async rows(from, to) {
			const out: string[][] = [];
			for (const [i, { rows, source }] of files.entries()) {
				const [first, last] = [Math.max(0, from - starts[i]!), Math.min(rows, to - starts[i]!)];
				if (first >= last) continue;
				for (const row of await source.rows(first, last)) out.push(spread(row, places[i]!, columns.length));
			}
			return out;
		},
		at(row) {
			const i = starts.findLastIndex((start) => start <= row);
			const { file, source } = files[i]!;
			return source.at?.(row - starts[i]!) ?? { file, row: row - starts[i]! + 1 };
		},
		...(files.some(({ source }) => source.beyond) ? { beyond } : {})
	};
}

/** Several names as one, for messages and names of files: the first two, and how many more there are. */
export const nameOfAll = (names: readonly string[]): string =>
	names.slice(0, 2).join(', ') + (names.length > 2 ? `, … (+${names.length - 2})` : '');
