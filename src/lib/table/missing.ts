import { textAt, type Texts } from './table.js';

/** What exports and spreadsheets write where there is nothing. */
const markers = new Set([
	'',
	'-',
	'–',
	'—',
	'NA',
	'N/A',
	'n/a',
	'#N/A',
	'<NA>',
	'NULL',
	'Null',
	'null',
	'NaN',
	'nan',
	'NaT',
	'None',
	'(blank)',
	'#DIV/0!',
	'#NAME?',
	'#NULL!',
	'#NUM!',
	'#REF!',
	'#VALUE!'
]);
const longest = '(blank)'.length;

/** Whether a cell says that there is no value: nothing but white space, or a marker such as NA. */
export const isMissing = (cell: string): boolean => markers.has(cell.trim());

/** Whether text i of a column says that there is no value. */
export function missingAt(texts: Texts, i: number): boolean {
	const { bytes, offsets } = texts;
	let from = offsets[i]!;
	let to = offsets[i + 1]!;
	while (from < to && bytes[from]! <= 32) from++;
	while (from < to && bytes[to - 1]! <= 32) to--;
	if (from === to) return true;
	const first = bytes[from]!;
	if (first >= 0x80) return isMissing(textAt(texts, i));
	return to - from <= longest && (first < 48 || first > 57) && isMissing(textAt(texts, i));
}
