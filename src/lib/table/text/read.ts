import { Problem } from '../../problem.js';
import { pause, type Task } from '../../task.js';
import { ColumnBuilder } from '../column-builder.js';
import { takeTotals } from '../totals.js';
import type { ReadingNotes, TextTable } from '../table.js';
import { cut, Fields } from './cut.js';
import { isUtf8, oneByteEncoding, pieces, Utf8 } from './encoding.js';
import { readHead, type Head, type LayoutChoice } from './layout.js';

/** Bytes read from the file at once, unless told otherwise. */
const usualChunk = 1 << 22;
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
 * @throws Problem fileEmpty, fileBinary, fileHeaderOnly, fileTooWide, fileGone, rowTooLong, rowsTooShort; the signal's reason when stopped
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
	const builders = columns.map(() => new ColumnBuilder(Math.ceil(Math.min(expected, file.size / width)) + 16));
	const delimiter = layout.delimiter.charCodeAt(0);
	const utf8 = new Utf8(layout.encoding);
	const fields = new Fields();
	let starts = new Int32Array(1 << 12);
	let limits = new Int32Array(1 << 12);
	const short = { count: 0, rows: [] as number[] };
	const long = new Map<number, string[]>();
	const openQuotes: number[] = [];
	let blank = 0;
	let rows = 0;
	let skip = layout.skip;
	let named = (layout.header ? 1 : 0) + (layout.description ? 1 : 0);

	/** Takes over the records that were cut from a buffer. */
	function take(buffer: Uint8Array): void {
		if (fields.records > starts.length) {
			starts = new Int32Array(fields.records * 2);
			limits = new Int32Array(fields.records * 2);
		}
		const { from, to, first } = fields;
		let n = 0;
		let open = 0;
		for (let r = 0; r < fields.records; r++) {
			const start = first[r]!;
			const limit = first[r + 1]!;
			const opened = fields.openQuotes[open] === r;
			if (opened) open++;
			if (skip > 0) {
				skip--;
				continue;
			}
			let filled = start;
			while (filled < limit && isBlank(buffer, from[filled]!, to[filled]!)) filled++;
			if (filled === limit) {
				if (limit - start > 1) blank++;
				continue;
			}
			if (named > 0) {
				named--;
				continue;
			}
			const row = rows + n;
			if (limit - start < width) {
				short.count++;
				if (short.rows.length < namedRows) short.rows.push(row + 1);
			} else if (limit - start > width) {
				const surplus: string[] = [];
				for (let f = start + width; f < limit; f++) surplus.push(decoder.decode(buffer.subarray(from[f], to[f])));
				if (surplus.some((text) => text.trim() !== '')) long.set(row + 1, surplus);
			}
			if (opened && openQuotes.length < namedRows) openQuotes.push(row + 1);
			starts[n] = start;
			limits[n] = limit;
			n++;
		}
		if ((rows + n) * width > fewCells + sparsest * file.size) throw new Problem('rowsTooShort', { file: name, columns: width });
		for (let j = 0; j < width; j++) builders[j]!.addFields(buffer, from, to, starts, limits, n, j);
		rows += n;
	}

	let buffer = new Uint8Array(2 * chunkBytes);
	let held = 0;
	let patience = 0;
	let read = layout.bom;
	for await (const raw of pieces(name, file, layout.bom, chunkBytes)) {
		read += raw.length;
		const last = read >= file.size;
		const bytes = utf8.next(raw, last);
		if (held + bytes.length > buffer.length) {
			const larger = new Uint8Array(Math.max(buffer.length * 2, held + bytes.length));
			larger.set(buffer.subarray(0, held));
			buffer = larger;
		}
		buffer.set(bytes, held);
		const end = held + bytes.length;
		let done = 0;
		for (let to = Math.min(end, pieceBytes); ; to = Math.min(end, to + pieceBytes)) {
			const final = last && to === end;
			if (to - done >= patience || final) {
				const used = cut(buffer, done, to, { delimiter, last: final }, fields);
				if (used > done) take(buffer);
				// A record that goes on for long is tried again only when twice as much of it is there.
				patience = used > done ? 0 : 2 * (to - done);
				done = used;
			}
			if (to === end) break;
		}
		if (end - done > longestRecord) throw new Problem('rowTooLong', { file: name, row: rows + 1 });
		buffer.copyWithin(0, done, end);
		held = end - done;
		task.progress(read / file.size);
		await pause(task);
	}
	const notes: ReadingNotes = { preamble, description, totals: [], blank, short, long, openQuotes };
	return takeTotals({ name, rows, columns: builders.map((builder, j) => builder.finish(columns[j]!, false)), notes });
}

function isBlank(buffer: Uint8Array, from: number, to: number): boolean {
	for (let i = from; i < to; i++) if (buffer[i] !== 0x20 && buffer[i] !== 0x09) return false;
	return true;
}
