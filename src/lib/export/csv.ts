/** How a spreadsheet of some language expects its files: what stands between cells, and before the decimals of a number. */
export interface CsvStyle {
	readonly separator: ',' | ';' | '\t';
	readonly decimal: '.' | ',';
}
export type CsvCell = string | number | null;

/** Where numbers are written with a decimal comma, a spreadsheet splits cells at semicolons. `language` is a BCP 47 tag. */
export function csvStyle(language: string): CsvStyle {
	const comma = new Intl.NumberFormat(language).formatToParts(0.5).some((part) => part.type === 'decimal' && part.value === ',');
	return comma ? { separator: ';', decimal: ',' } : { separator: ',', decimal: '.' };
}

const chunkLength = 1 << 16;
/** Starts of a text that a spreadsheet may take for a formula, full-width forms included (OWASP, "CSV Injection"). */
const formula = /^[=+\-@\t\r\n＝＋－＠]/;
const plainNumber = /^[+-]?\d+(?:[.,]\d+)?$/;
const quoted = /[",;\t\r\n]|^ | $/;

function writeCell(cell: CsvCell, decimal: string): string {
	if (cell === null) return '';
	if (typeof cell === 'number') {
		if (!Number.isFinite(cell)) return '';
		const text = String(cell);
		return decimal === '.' ? text : text.replace('.', decimal);
	}
	const safe = formula.test(cell) && !plainNumber.test(cell) ? `'${cell}` : cell;
	return quoted.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/**
 * Writes a table for a spreadsheet, in pieces of about 64 thousand characters: RFC 4180 with a byte order mark, so that Excel reads
 * UTF-8, and an apostrophe before any text that would be run as a formula. A null and a number that is not finite are empty cells.
 */
export function* writeCsv(
	header: readonly string[],
	rows: Iterable<readonly CsvCell[]>,
	style: CsvStyle
): Generator<string, void, undefined> {
	const line = (cells: readonly CsvCell[]) => cells.map((cell) => writeCell(cell, style.decimal)).join(style.separator) + '\r\n';
	let chunk = '\uFEFF' + line(header);
	for (const row of rows) {
		if (chunk.length >= chunkLength) {
			yield chunk;
			chunk = '';
		}
		chunk += line(row);
	}
	yield chunk;
}
