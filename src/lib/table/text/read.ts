import { Problem } from '../../problem.js';
import { pause, type Task } from '../../task.js';
import { ColumnBuilders } from '../column-builders.js';
import { Fields, Room, type Records } from '../fields.js';
import { takeTotals } from '../totals.js';
import type { ReadingNotes, TextTable } from '../table.js';
import { isUtf8, oneByteEncoding, Utf8 } from './encoding.js';
import { readHead, type Head, type LayoutChoice } from './layout.js';
import { pieces } from './pieces.js';

/** Bytes read from the file at once, unless told otherwise. */
const usualChunk = 1 << 20;
/** Bytes cut into fields before their columns are filled: few enough that both stay in the processor's cache. */
const pieceBytes = 1 << 17;
/** Bytes of a single row beyond which a file is no table. */
const longestRecord = 64 << 20;
/** Cells of a small table, and cells for each byte of a file beyond which nearly all of them would be empty. */
const fewCells = 1 << 22;
const sparsest = 16;
/** Rows of a kind that are named in the notes. */
const namedRows = 100;

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/**
 * Reads a text file: its head says how it is laid out, unless the person chose otherwise. Where the head is UTF-8 and something
 * further down is not, the file is read again in a one-byte encoding.
 * @throws Problem fileEmpty, fileBinary, fileUnknown, fileHeaderOnly, fileTooWide, fileGone, rowTooLong, rowsTooShort; the signal's reason when stopped
 */
export async function readTextFile(name: string, file: Blob, choice: LayoutChoice, task: Task): Promise<{ head: Head; table: TextTable }> {
	const head = await readHead(name, file, choice);
	const table = await readText(name, file, head, task);
	const broken =
		choice.encoding || head.layout.encoding !== 'utf-8' ? undefined : table.columns.find(({ texts }) => !isUtf8(texts.bytes, true));
	return broken ? readTextFile(name, file, { ...choice, encoding: oneByteEncoding(broken.texts.bytes) }, task) : { head, table };
}

/**
 * Reads a text file into columns, streaming: only the distinct texts of each column stay in memory. Rows without any text are passed
 * over and counted; rows too short or too long are read as far as they go and noted.
 * @throws Problem fileGone, rowTooLong, rowsTooShort; the signal's reason when stopped
 */
export async function readText(
	name: string,
	file: Blob,
	{ layout, columns, preamble, description, rowBytes }: Head,
	task: Task,
	chunkBytes = usualChunk
): Promise<TextTable> {
	const width = columns.length;
	const expected = ((file.size - layout.bom) / Math.max(1, rowBytes)) * (layout.encoding.startsWith('utf-16') ? 0.55 : 1.05);
	// A row that is not short has a byte for each cell at least.
	const fields = new Fields();
	const builders = new ColumnBuilders(fields, width, Math.ceil(Math.min(expected, file.size / width)) + 16);
	const delimiter = layout.delimiter.charCodeAt(0);
	const utf8 = new Utf8(layout.encoding);
	const short = { count: 0, rows: [] as number[] };
	const long = new Map<number, string[]>();
	const openQuotes: number[] = [];
	let blank = 0;
	let rows = 0;
	let skip = layout.skip;
	let named = (layout.header ? 1 : 0) + (layout.description ? 1 : 0);

	/** Takes over the records that were cut. */
	function take({ count, first, bounds }: Records): void {
		const { bytes } = fields;
		let r = 0;
		for (; r < count && skip + named > 0; r++) {
			if (skip > 0) {
				skip--;
				continue;
			}
			let filled = first[r]!;
			while (filled < first[r + 1]! && isBlank(bytes, bounds[2 * filled]!, bounds[2 * filled + 1]!)) filled++;
			if (filled < first[r + 1]!) named--;
			else if (filled - first[r]! > 1) blank++;
		}
		const sifted = fields.sift(r, width);
		blank += sifted.blank;
		for (const mark of sifted.odd) {
			const [start, limit] = [sifted.spans[mark & ~1]!, sifted.spans[mark | 1]!];
			const row = rows + (mark >>> 1) + 1;
			if (limit - start < width) {
				short.count++;
				if (short.rows.length < namedRows) short.rows.push(row);
			} else if (limit - start > width) {
				const surplus: string[] = [];
				for (let f = start + width; f < limit; f++) surplus.push(decoder.decode(bytes.subarray(bounds[2 * f], bounds[2 * f + 1])));
				if (surplus.some((text) => text.trim() !== '')) long.set(row, surplus);
			}
			if ((mark & 1) === 1 && openQuotes.length < namedRows) openQuotes.push(row);
		}
		if ((rows + sifted.rows) * width > fewCells + sparsest * file.size) throw new Problem('rowsTooShort', { file: name, columns: width });
		builders.addRows(sifted.rows);
		rows += sifted.rows;
	}

	const buffer = new Room(fields, 2 * chunkBytes);
	let held = 0;
	let patience = 0;
	let read = layout.bom;
	for await (const raw of pieces(name, file, layout.bom, chunkBytes)) {
		read += raw.length;
		const last = read >= file.size;
		const bytes = utf8.next(raw, last);
		buffer.reserve(held + bytes.length, held);
		const { at } = buffer;
		fields.bytes.set(bytes, at + held);
		const end = held + bytes.length;
		let done = 0;
		for (let to = Math.min(end, pieceBytes); ; to = Math.min(end, to + pieceBytes)) {
			const final = last && to === end;
			if (to - done >= patience || final) {
				const records = fields.cut(at + done, at + to, { delimiter, last: final });
				const used = records.end - at;
				if (used > done) take(records);
				// A record that goes on for long is tried again only when twice as much of it is there.
				patience = used > done ? 0 : 2 * (to - done);
				done = used;
			}
			if (to === end) break;
		}
		if (end - done > longestRecord) throw new Problem('rowTooLong', { file: name, row: rows + 1 });
		fields.bytes.copyWithin(at, at + done, at + end);
		held = end - done;
		task.progress(read / file.size);
		await pause(task);
	}
	const notes: ReadingNotes = { preamble, description, totals: [], blank, short, long, openQuotes };
	return takeTotals({ name, rows, columns: builders.finish(columns, false), notes });
}

function isBlank(buffer: Uint8Array, from: number, to: number): boolean {
	for (let i = from; i < to; i++) if (buffer[i] !== 0x20 && buffer[i] !== 0x09) return false;
	return true;
}
