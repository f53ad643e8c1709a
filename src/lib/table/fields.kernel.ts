// Cuts the UTF-8 bytes of a delimited text into fields, and gives each distinct text of a column a code. `fields.ts` is its only door.

const quote: u8 = 0x22;
const lineFeed: u8 = 0x0a;
const carriageReturn: u8 = 0x0d;
const space: u8 = 0x20;

// Memory is handed out in powers of two; what is given back is used again for its size.
const free = memory.data(32 * 4);
let top: usize = (__heap_base + 63) & ~63;
const smallest: u32 = 6;

function sizeOf(bytes: u32): u32 {
	return bytes <= 1 << smallest ? smallest : 32 - clz(bytes - 1);
}

/** Room for `bytes` bytes; 64 beyond them can be read. */
export function allocate(bytes: u32): usize {
	if (bytes > 1 << 30) unreachable();
	const size = sizeOf(bytes);
	const list = free + (size << 2);
	const first = load<u32>(list);
	if (first) {
		store<u32>(list, load<u32>(first));
		return first;
	}
	const block = top;
	const end = <u64>top + ((<u64>1) << size);
	const pages = <i32>((end + 64 + 0xffff) >> 16) - memory.size();
	if (end > 0xffff_0000 || (pages > 0 && memory.grow(pages) < 0)) unreachable();
	top = <usize>end;
	return block;
}

export function release(block: usize, bytes: u32): void {
	const list = free + (sizeOf(bytes) << 2);
	store<u32>(block, load<u32>(list));
	store<u32>(list, <u32>block);
}

function doubled(block: usize, bytes: u32): usize {
	const next = allocate(bytes * 2);
	memory.copy(next, block, bytes);
	release(block, bytes);
	return next;
}

// Fields: pairs of addresses, from and to. Record r has the fields first[r] to first[r + 1].
let fieldRoom: u32 = 1 << 16;
let recordRoom: u32 = 1 << 14;
let openRoom: u32 = 1 << 4;
let knotRoom: u32 = 1 << 8;
let fields: usize = allocate(fieldRoom << 3);
let first: usize = allocate(recordRoom << 2);
// Rows are pairs of fields, the first and the one after the last, written from outside; `codes` has one for each.
let rows: usize = allocate(recordRoom << 3);
let codes: usize = allocate(recordRoom << 2);
let open: usize = allocate(openRoom << 2);
let knots: usize = allocate(knotRoom << 2);
let records: u32 = 0;
let opened: u32 = 0;

export function fieldsAt(): usize {
	return fields;
}
export function firstAt(): usize {
	return first;
}
export function rowsAt(): usize {
	return rows;
}
export function codesAt(): usize {
	return codes;
}
export function recordCount(): u32 {
	return records;
}
export function openAt(): usize {
	return open;
}
export function openCount(): u32 {
	return opened;
}

/** The bits of the 64 bytes at a place that are the delimiter or end a line. */
function marks(at: usize, delimiters: v128): u64 {
	const feeds = i8x16.splat(lineFeed);
	const returns = i8x16.splat(carriageReturn);
	let bits: u64 = 0;
	for (let k: usize = 0; k < 4; k++) {
		const bytes = v128.load(at + (k << 4));
		const hit = v128.or(i8x16.eq(bytes, delimiters), v128.or(i8x16.eq(bytes, feeds), i8x16.eq(bytes, returns)));
		bits |= (<u64>(<u32>i8x16.bitmask(hit))) << (k << 4);
	}
	return bits;
}

/** Where the next quotation mark stands, or `end`. */
function nextQuote(at: usize, end: usize): usize {
	const quotes = i8x16.splat(quote);
	for (; at < end; at += 16) {
		const bits = i8x16.bitmask(i8x16.eq(v128.load(at), quotes));
		if (bits) return min(at + ctz(bits), end);
	}
	return end;
}

/**
 * Cuts the bytes `at` … `end` into records and fields, after RFC 4180, and returns where the first record begins that they do not finish.
 * Lines end in LF, CR LF or CR, mixed as may be. A mark that opens a field opens a quotation, in which a doubled mark stands for one;
 * what follows a closing mark belongs to the field as it is. A quotation that never ends, or not within `longestQuotation`, is none.
 * Fields with marks inside are put straight where they lie. Of spaces as delimiters any run counts as one, and those at either end of a
 * line as none. `last`: whether the file ends at `end`; `most`: records to stop after.
 */
export function cut(at: usize, end: usize, delimiter: u8, last: bool, most: u32, longestQuotation: u32): usize {
	const delimiters = i8x16.splat(delimiter);
	const squeeze = delimiter == space;
	let count: u32 = 0;
	let knotted: u32 = 0;
	let i = at;
	let record = at;
	// The marks of the 64 bytes from `base` on, as far as they lie ahead.
	let base = at;
	let bits = marks(at, delimiters);
	records = 0;
	opened = 0;
	store<u32>(first, 0);
	while (i < end && records < most) {
		record = i;
		const begun = count;
		let broken = false;
		for (;;) {
			if (squeeze) {
				while (i < end && load<u8>(i) == space) i++;
				if (count > begun && (i >= end ? last : load<u8>(i) == lineFeed || load<u8>(i) == carriageReturn)) {
					if (i < end && load<u8>(i) == carriageReturn) {
						if (i + 1 >= end && !last) {
							broken = true;
							break;
						}
						if (i + 1 < end && load<u8>(i + 1) == lineFeed) i++;
					}
					i++;
					break;
				}
			}
			let start = i;
			let stop: usize = 0;
			let knot = false;
			if (i < end && load<u8>(i) == quote) {
				let j = i + 1;
				for (;;) {
					j = nextQuote(j, end);
					if (j + 1 >= end || load<u8>(j + 1) != quote) break;
					knot = true;
					j += 2;
				}
				// A mark at the very end may be the first of two.
				if (j < end && (j + 1 < end || last)) {
					start = i + 1;
					stop = j;
					i = j + 1;
				} else if (last || <u32>(end - i) > longestQuotation) {
					knot = false;
					if (opened == openRoom) {
						open = doubled(open, openRoom << 2);
						openRoom <<= 1;
					}
					store<u32>(open + (opened++ << 2), records);
				} else {
					broken = true;
					break;
				}
			}
			const resumed = i;
			if (i - base >= 64) {
				base = i;
				bits = marks(i, delimiters);
			} else {
				bits &= ~(<u64>0) << (i - base);
			}
			while (bits == 0 && base < end) {
				base += 64;
				bits = marks(base, delimiters);
			}
			i = bits == 0 ? end : min(base + <usize>ctz(bits), end);
			if (i >= end && !last) {
				broken = true;
				break;
			}
			if (stop == 0) stop = i;
			else if (i > resumed) {
				stop = i;
				knot = true;
			}
			if (count == fieldRoom) {
				fields = doubled(fields, fieldRoom << 3);
				fieldRoom <<= 1;
			}
			if (knot) {
				if (knotted == knotRoom) {
					knots = doubled(knots, knotRoom << 2);
					knotRoom <<= 1;
				}
				store<u32>(knots + (knotted++ << 2), count);
			}
			store<u32>(fields + (count << 3), <u32>start);
			store<u32>(fields + (count << 3), <u32>stop, 4);
			count++;
			if (i < end && load<u8>(i) == delimiter) {
				i++;
				continue;
			}
			if (i < end && load<u8>(i) == carriageReturn) {
				if (i + 1 >= end && !last) {
					broken = true;
					break;
				}
				if (i + 1 < end && load<u8>(i + 1) == lineFeed) i++;
			}
			i++;
			break;
		}
		if (broken) break;
		records++;
		if (records == recordRoom) {
			first = doubled(first, recordRoom << 2);
			rows = doubled(rows, recordRoom << 3);
			codes = doubled(codes, recordRoom << 2);
			recordRoom <<= 1;
		}
		store<u32>(first + (records << 2), count);
		record = i;
	}
	const whole = load<u32>(first + (records << 2));
	for (let k: u32 = 0; k < knotted; k++) {
		const field = load<u32>(knots + (k << 2));
		if (field < whole) straighten(fields + (field << 3));
	}
	while (opened > 0 && load<u32>(open + ((opened - 1) << 2)) >= records) opened--;
	return min(record, end);
}

let blanks: u32 = 0;
let odd: u32 = 0;

function isBlank(field: usize): bool {
	for (let at: usize = load<u32>(field), end: usize = load<u32>(field, 4); at < end; at++) {
		if (load<u8>(at) != space && load<u8>(at) != 0x09) return false;
	}
	return true;
}

/**
 * Writes to `rows` the records from number `from` on that hold any text, and returns how many they are. Those that have not `width` fields,
 * or a quotation that was never closed, are listed in `codes`, until these are overwritten: twice the place among the rows, and one more
 * where a quotation was not closed.
 */
export function sift(from: u32, width: u32): u32 {
	let kept: u32 = 0;
	let o: u32 = 0;
	while (o < opened && load<u32>(open + (o << 2)) < from) o++;
	blanks = 0;
	odd = 0;
	for (let r = from; r < records; r++) {
		const start = load<u32>(first + (r << 2));
		const limit = load<u32>(first + (r << 2), 4);
		const unclosed = o < opened && load<u32>(open + (o << 2)) == r;
		if (unclosed) o++;
		let field = start;
		while (field < limit && isBlank(fields + (field << 3))) field++;
		if (field == limit) {
			if (limit - start > 1) blanks++;
			continue;
		}
		store<u32>(rows + (kept << 3), start);
		store<u32>(rows + (kept << 3), limit, 4);
		if (limit - start != width || unclosed) store<u32>(codes + (odd++ << 2), (kept << 1) | u32(unclosed));
		kept++;
	}
	return kept;
}

/** Records that `sift` left out although they have several fields. */
export function blankCount(): u32 {
	return blanks;
}

/** Rows that `sift` listed. */
export function oddCount(): u32 {
	return odd;
}

/** Makes one of every doubled mark of a quotation and takes out the closing one. */
function straighten(field: usize): void {
	let quoted = true;
	let out: usize = load<u32>(field);
	const to: usize = load<u32>(field, 4);
	for (let i = out; i < to; i++) {
		if (quoted && load<u8>(i) == quote) {
			if (i + 1 < to && load<u8>(i + 1) == quote) i++;
			else {
				quoted = false;
				continue;
			}
		}
		store<u8>(out++, load<u8>(i));
	}
	store<u32>(field, <u32>out, 4);
}

// A column: the distinct texts met so far, one behind the other, where each begins, how many rows hold it, and a table of codes by hash.
@unmanaged
class Column {
	bytes: usize;
	byteRoom: u32;
	offsets: usize;
	offsetRoom: u32;
	/** As many entries as there is room for offsets. */
	held: usize;
	/**
	 * A key, the code and the length of a text in 16 bytes; all 0 where free, for the empty text is found without. The key of a text of
	 * up to eight bytes is the text, that of a longer one is a hash of it.
	 */
	slots: usize;
	slotCount: u32;
	/** The upper bits of a hash that tell its place: 64 less those of `slotCount`. */
	shift: u64;
	count: u32;
	recent: u32;
}

const leastBits: u32 = 6;
const leastSlots: u32 = 1 << leastBits;

export function newColumn(): usize {
	const made = changetype<Column>(allocate(offsetof<Column>()));
	made.byteRoom = 1 << 10;
	made.bytes = allocate(made.byteRoom);
	made.offsetRoom = 1 << 8;
	made.offsets = allocate(made.offsetRoom);
	store<u64>(made.offsets, 0);
	made.held = allocate(made.offsetRoom);
	store<u32>(made.held, 0);
	made.slotCount = leastSlots;
	made.shift = 64 - leastBits;
	made.slots = allocate(leastSlots << 4);
	memory.fill(made.slots, 0, leastSlots << 4);
	made.count = 1;
	made.recent = 0;
	return changetype<usize>(made);
}

export function textCount(column: usize): u32 {
	return changetype<Column>(column).count;
}
export function bytesAt(column: usize): usize {
	return changetype<Column>(column).bytes;
}
export function offsetsAt(column: usize): usize {
	return changetype<Column>(column).offsets;
}
export function countsAt(column: usize): usize {
	return changetype<Column>(column).held;
}

/** Up to eight bytes of a text as a number. */
function few(at: usize, length: u32): u64 {
	return load<u64>(at) & (length >= 8 ? ~(<u64>0) : ((<u64>1) << (length << 3)) - 1);
}

const golden: u64 = 0x9e37_79b9_7f4a_7c15;

/** The key of a text in `slots`. */
function keyOf(at: usize, length: u32): u64 {
	if (length <= 8) return few(at, length);
	let hash = load<u64>(at);
	const last = at + length - 8;
	for (at += 8; at < last; at += 8) hash = rotl((hash ^ load<u64>(at)) * golden, 29);
	return rotl((hash ^ load<u64>(last)) * golden, 29);
}

/** Whether two texts of more than eight bytes are alike. */
function same(a: usize, b: usize, length: u32): bool {
	if (length < 16) return load<u64>(a) == load<u64>(b) && load<u64>(a + length - 8) == load<u64>(b + length - 8);
	const last = a + length - 16;
	for (; a < last; a += 16, b += 16) if (!i8x16.all_true(i8x16.eq(v128.load(a), v128.load(b)))) return false;
	return i8x16.all_true(i8x16.eq(v128.load(last), v128.load(b - (a - last))));
}

function alike(a: usize, b: usize, length: u32): bool {
	return length > 8 ? same(a, b, length) : few(a, length) == few(b, length);
}

/** The code of the text at `from` … `to` in one more row; a new one where it has not been met. */
export function codeOf(column: usize, from: usize, to: usize): u32 {
	const texts = changetype<Column>(column);
	const code = found(texts, from, to);
	const held = texts.held + (code << 2);
	store<u32>(held, load<u32>(held) + 1);
	return code;
}

function found(texts: Column, from: usize, to: usize): u32 {
	const length = <u32>(to - from);
	if (length == 0) return 0;
	// Neighbouring rows of an order log mostly repeat each other.
	const near = texts.offsets + (texts.recent << 2);
	const begins = load<u32>(near);
	if (load<u32>(near, 4) - begins == length && alike(texts.bytes + begins, from, length)) return texts.recent;
	const key = keyOf(from, length);
	const mask = <usize>(texts.slotCount - 1);
	let slot: usize = 0;
	for (let place = <usize>((key * golden) >> texts.shift); ; place++) {
		slot = texts.slots + ((place & mask) << 4);
		const held = load<u32>(slot, 12);
		if (held == 0) break;
		if (held != length || load<u64>(slot) != key) continue;
		const code = load<u32>(slot, 8);
		if (length <= 8) return (texts.recent = code);
		if (same(texts.bytes + load<u32>(texts.offsets + (code << 2)), from, length)) return (texts.recent = code);
	}
	const code = texts.count++;
	const start = load<u32>(texts.offsets + (code << 2));
	while (<u64>start + length > texts.byteRoom) {
		texts.bytes = doubled(texts.bytes, texts.byteRoom);
		texts.byteRoom <<= 1;
	}
	if ((code + 2) << 2 > texts.offsetRoom) {
		texts.offsets = doubled(texts.offsets, texts.offsetRoom);
		texts.held = doubled(texts.held, texts.offsetRoom);
		texts.offsetRoom <<= 1;
	}
	memory.copy(texts.bytes + start, from, length);
	store<u32>(texts.offsets + (code << 2), start + length, 4);
	store<u32>(texts.held + (code << 2), 0);
	store<u64>(slot, key);
	store<u32>(slot, code, 8);
	store<u32>(slot, length, 12);
	if ((<u64>texts.count) << 2 > <u64>texts.slotCount * 3) rehash(texts);
	return (texts.recent = code);
}

function rehash(texts: Column): void {
	const room = texts.slotCount << 4;
	const slots = allocate(room << 1);
	memory.fill(slots, 0, room << 1);
	const mask = (texts.slotCount << 1) - 1;
	texts.shift--;
	for (let at: usize = texts.slots; at < texts.slots + room; at += 16) {
		if (load<u32>(at, 12) == 0) continue;
		let place = <usize>((load<u64>(at) * golden) >> texts.shift);
		while (load<u32>(slots + ((place & mask) << 4), 12) != 0) place++;
		v128.store(slots + ((place & mask) << 4), v128.load(at));
	}
	release(texts.slots, room);
	texts.slots = slots;
	texts.slotCount <<= 1;
}

/** Writes to `codes` those of the fields at place j of the first n rows; what a row lacks is empty. */
export function codeFields(column: usize, j: u32, n: u32): void {
	for (let k: u32 = 0; k < n; k++) {
		const field = load<u32>(rows + (k << 3)) + j;
		const place = fields + (field << 3);
		const from = load<u32>(place);
		const code = codeOf(column, from, field < load<u32>(rows + (k << 3), 4) ? load<u32>(place, 4) : from);
		store<u32>(codes + (k << 2), code);
	}
}
