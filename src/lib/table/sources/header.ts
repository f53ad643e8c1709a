import { fold } from '../fold.js';

/** Other spellings of a header stand behind it, parted by a bar: `Created (UTC)|Created`. The first one names it. */
const spellings = (header: string): string[] => header.split('|');

/** The name under which `matchHeaders` gives a header. */
export const headerName = (header: string): string => spellings(header)[0]!;

/** From strict to loose: some exports hold two headers that differ only by the case of a letter. */
const readings: readonly ((text: string) => string)[] = [
	(text) => text,
	(text) => text.toLowerCase(),
	(text) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim(),
	fold
];

/**
 * Finds headers among the columns of a file, as written first, then without regard to case, then to width and spaces, then to
 * diacritics and punctuation. A column answers to one header only. Returns the position of each header found, by its name.
 */
export function matchHeaders(columns: readonly string[], headers: readonly string[]): ReadonlyMap<string, number> {
	const found = new Map<string, number>();
	const taken = new Set<number>();
	for (const reading of readings) {
		const names = columns.map(reading);
		for (const header of headers) {
			if (found.has(headerName(header))) continue;
			for (const spelling of spellings(header).map(reading)) {
				const at = spelling === '' ? -1 : names.findIndex((name, column) => name === spelling && !taken.has(column));
				if (at < 0) continue;
				found.set(headerName(header), at);
				taken.add(at);
				break;
			}
		}
	}
	return found;
}
