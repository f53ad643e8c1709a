/** How a column writes its numbers. */
export type DecimalMark = '.' | ',';

const plain = /^[+-]?\d+(\.\d+)?$/;

/**
 * A number as people and exports write it: currency signs and spaces aside, thousands marks, brackets or a trailing minus for
 * negatives. Empty or unreadable cells give NaN.
 */
export function parseNumber(cell: string, mark: DecimalMark): number {
	if (mark === '.' && plain.test(cell)) return +cell;
	let text = cell.replace(/[\s\u00a0\u202f$€£¥₫%]|RM|VND|MYR|USD|SGD|đ/gi, '');
	if (text === '') return NaN;
	let sign = 1;
	if (/^\(.*\)$/.test(text)) {
		sign = -1;
		text = text.slice(1, -1);
	} else if (text.endsWith('-')) {
		sign = -1;
		text = text.slice(0, -1);
	}
	text = mark === '.' ? text.replace(/[,'’]/g, '') : text.replace(/[.'’]/g, '').replace(',', '.');
	return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? sign * +text : NaN;
}

/**
 * The decimal mark of a column, from cells that leave no doubt: both marks in one cell, a mark twice, or a mark that does not
 * stand before exactly three digits.
 */
export function decimalMark(cells: Iterable<string>): DecimalMark {
	let comma = 0;
	let point = 0;
	for (const cell of cells) {
		const mark = evidence(cell);
		if (mark === ',') comma++;
		else if (mark === '.') point++;
	}
	return comma > point ? ',' : '.';
}

function evidence(cell: string): DecimalMark | null {
	const lastComma = cell.lastIndexOf(',');
	const lastPoint = cell.lastIndexOf('.');
	if (lastComma >= 0 && lastPoint >= 0) return lastComma > lastPoint ? ',' : '.';
	if (lastComma >= 0) return cell.indexOf(',') < lastComma || /,\d{3}\D*$/.test(cell) ? '.' : ',';
	if (lastPoint < 0) return null;
	if (cell.indexOf('.') < lastPoint) return ',';
	return /\.\d{3}\D*$/.test(cell) ? null : '.';
}
