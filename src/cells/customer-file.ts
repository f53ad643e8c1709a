import { csvStyle, writeCsv, type CsvCell } from '../lib/export/csv.js';
import { mostTaken, type Customers } from '../lib/features/customers.js';
import type { Segments } from '../lib/segments/segments.js';

/** The reader's words for a file of customers; it is written in the worker, which knows no language. */
export interface CustomerFileWords {
	/** BCP 47 tag whose conventions the file follows. */
	readonly locale: string;
	readonly header: readonly string[];
	/** Empty where there are none. */
	readonly segmentNames: readonly string[];
}

/**
 * A file with a line for each of these customers: id, what `before` says, the segment, where there are any, with its strength and the second-best, what `after`
 * says, then the features in their own units. Ids stand whole.
 */
export function customerFile(
	{ ids, features }: Pick<Customers, 'ids' | 'features'>,
	segments: Segments | null,
	members: Iterable<number>,
	{ locale, header, segmentNames }: CustomerFileWords,
	before: (customer: number) => readonly CsvCell[],
	after: (customer: number) => readonly CsvCell[] = () => []
): Blob {
	function* lines(): Generator<CsvCell[]> {
		for (const i of members) {
			yield [
				ids[i]!,
				...before(i),
				...(segments ? segmentCells(segments, i, segmentNames) : []),
				...after(i),
				...features.map(({ values }) => rounded(values[i]!)),
				...mostTaken(features, i)
			];
		}
	}
	return new Blob([...writeCsv(header, lines(), csvStyle(locale))], { type: 'text/csv' });
}

const segmentCells = ({ labels, strength, second }: Segments, i: number, names: readonly string[]): CsvCell[] => [
	names[labels[i]!]!,
	...(strength && second ? [rounded(strength[i]!), names[second[i]!]!] : [])
];

/** A number as files hold it; null where it is not known. */
export const rounded = (value: number): number | null => (Number.isNaN(value) ? null : Math.round(value * 1e4) / 1e4);
