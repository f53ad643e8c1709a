const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
const space = 0x20;

/** Bytes a quotation may run on before its opening mark is taken for an ordinary character. */
export const longestQuotation = 1 << 20;

/** Where fields lie within a buffer: field f is `from[f]` to `to[f]`, record r has the fields `first[r]` to `first[r + 1]`. */
export class Fields {
	from = new Int32Array(1 << 16);
	to = new Int32Array(1 << 16);
	first = new Int32Array(1 << 14);
	records = 0;
	/** Records in which a quotation was never closed. */
	readonly openQuotes: number[] = [];
}

export interface Cutting {
	/** The byte between fields. Of spaces any run counts as one, and those at either end of a line as none. */
	readonly delimiter: number;
	/** Whether the buffer ends where the file ends. */
	readonly last: boolean;
	/** Records to stop after. */
	readonly most?: number;
}

/**
 * Cuts the UTF-8 bytes `at` … `end` of a buffer into records and fields, after RFC 4180, and returns where the first record begins
 * that the buffer does not finish. Lines end in LF, CR LF or CR, mixed as may be. A mark that opens a field opens a quotation, in
 * which a doubled mark stands for one; what follows a closing mark belongs to the field as it is. A quotation that never ends, or
 * not within `longestQuotation`, is none. Fields with marks inside are put straight within the buffer.
 */
export function cut(buffer: Uint8Array, at: number, end: number, { delimiter, last, most = Infinity }: Cutting, fields: Fields): number {
	const squeeze = delimiter === space;
	const knotted: number[] = [];
	let { from, to, first } = fields;
	let count = 0;
	let records = 0;
	let i = at;
	let record = at;
	first[0] = 0;
	fields.openQuotes.length = 0;
	records: while (i < end && records < most) {
		record = i;
		const begun = count;
		for (;;) {
			if (squeeze) {
				while (i < end && buffer[i] === space) i++;
				if (count > begun && (i >= end ? last : buffer[i] === lineFeed || buffer[i] === carriageReturn)) {
					if (i < end && buffer[i] === carriageReturn) {
						if (i + 1 >= end && !last) break records;
						if (i + 1 < end && buffer[i + 1] === lineFeed) i++;
					}
					i++;
					break;
				}
			}
			let start = i;
			let stop = -1;
			let knot = false;
			if (i < end && buffer[i] === quote) {
				let j = i + 1;
				for (;;) {
					while (j < end && buffer[j] !== quote) j++;
					if (j + 1 >= end || buffer[j + 1] !== quote) break;
					knot = true;
					j += 2;
				}
				// A mark at the very end of a buffer may be the first of two.
				if (j < end && (j + 1 < end || last)) {
					start = i + 1;
					stop = j;
					i = j + 1;
				} else if (last || end - i > longestQuotation) {
					knot = false;
					fields.openQuotes.push(records);
				} else {
					break records;
				}
			}
			const resumed = i;
			for (; i < end; i++) {
				const byte = buffer[i]!;
				if (byte === delimiter || (byte < 14 && (byte === lineFeed || byte === carriageReturn))) break;
			}
			if (i >= end && !last) break records;
			if (stop < 0) stop = i;
			else if (i > resumed) {
				stop = i;
				knot = true;
			}
			if (count === from.length) {
				from = fields.from = doubled(from);
				to = fields.to = doubled(to);
			}
			if (knot) knotted.push(count);
			from[count] = start;
			to[count++] = stop;
			if (i < end && buffer[i] === delimiter) {
				i++;
				continue;
			}
			if (i < end && buffer[i] === carriageReturn) {
				if (i + 1 >= end && !last) break records;
				if (i + 1 < end && buffer[i + 1] === lineFeed) i++;
			}
			i++;
			break;
		}
		records++;
		if (records === first.length) first = fields.first = doubled(first);
		first[records] = count;
		record = i;
	}
	fields.records = records;
	const whole = first[records]!;
	for (const field of knotted) if (field < whole) to[field] = straighten(buffer, from[field]!, to[field]!);
	while (fields.openQuotes.length > 0 && fields.openQuotes.at(-1)! >= records) fields.openQuotes.pop();
	return Math.min(record, end);
}

/** Makes one of every doubled mark of a quotation, takes out the closing one, and returns where the field now ends. */
function straighten(buffer: Uint8Array, from: number, to: number): number {
	let quoted = true;
	let out = from;
	for (let i = from; i < to; i++) {
		if (quoted && buffer[i] === quote) {
			if (i + 1 < to && buffer[i + 1] === quote) i++;
			else {
				quoted = false;
				continue;
			}
		}
		buffer[out++] = buffer[i]!;
	}
	return out;
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
	const next = new Int32Array(array.length * 2);
	next.set(array);
	return next;
}
