import type { Task } from '../task.js';
import { blank, cut, slice, squeeze, type Layout } from './layout.js';
import type { RowReader } from './orders.js';

/** Bytes read at once. */
const chunkBytes = 1 << 20;
/** Characters cut into rows at once: few enough that the rows die young, before the garbage collector has moved them. */
const pieceLength = 1 << 17;

/** Where in the file the rows from `row` on begin. */
interface Anchor {
	readonly row: number;
	readonly byte: number;
}

/** Bytes at the end of a chunk that belong to a character which the next chunk completes. */
function unfinished(bytes: Uint8Array, encoding: Layout['encoding']): number {
	if (encoding.startsWith('utf-16')) return bytes.length % 2;
	if (encoding !== 'utf-8') return 0;
	for (let back = 1; back <= Math.min(3, bytes.length); back++) {
		const byte = bytes[bytes.length - back]!;
		if (byte < 0x80) return 0;
		if (byte >= 0xc0) return back < (byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2) ? back : 0;
	}
	return 0;
}

const encoder = new TextEncoder();
function byteLength(text: string, encoding: Layout['encoding']): number {
	if (encoding === 'utf-8') return encoder.encode(text).length;
	return encoding.startsWith('utf-16') ? text.length * 2 : text.length;
}

/** Whole rows of a piece of text, and what is left over of it for the next piece. */
function wholeRows(text: string, layout: Layout, end: boolean): { rows: string[][]; rest: string } {
	if (layout.delimiter !== ' ') {
		const { rows, used } = cut(text, layout.delimiter, end);
		return { rows: rows.filter((row) => !blank(row)), rest: end ? '' : text.slice(used) };
	}
	const whole = end ? text.length : text.lastIndexOf('\n') + 1;
	return { rows: cut(squeeze(text.slice(0, whole)), ' ', true).rows.filter((row) => !blank(row)), rest: text.slice(whole) };
}

/**
 * Streams the rows of data of a delimited file, a chunk of about 1 MiB at a time, whole rows only: characters and quoted
 * line breaks that straddle chunks stay intact, as do files of mixed line ends. Blank rows are passed over.
 * Returns a reader that finds any row again from the file itself, so that nothing of it need stay in memory.
 * @throws Problem fileGone; the signal's reason when stopped
 */
export async function streamRows(
	name: string,
	file: Blob,
	layout: Layout,
	onRows: (rows: string[][]) => void,
	task: Task
): Promise<{ rows: number; reader: RowReader }> {
	const anchors: Anchor[] = [];
	const decoder = new TextDecoder(layout.encoding, { ignoreBOM: true });
	let tail = '';
	let held = 0;
	let rows = 0;
	let header = layout.header;
	let next = slice(name, file, layout.bom, layout.bom + chunkBytes);
	for (let at = layout.bom; at < file.size; at += chunkBytes) {
		const bytes = await next;
		const end = at + chunkBytes >= file.size;
		if (!end) {
			next = slice(name, file, at + chunkBytes, at + 2 * chunkBytes);
			next.catch(() => undefined);
		}
		anchors.push({ row: rows, byte: at - held - byteLength(tail, layout.encoding) });
		held = unfinished(bytes, layout.encoding);
		const text = decoder.decode(bytes, { stream: !end });
		for (let from = 0; from < text.length || (end && from === 0); from += pieceLength) {
			const found = wholeRows(tail + text.slice(from, from + pieceLength), layout, end && from + pieceLength >= text.length);
			tail = found.rest;
			if (found.rows.length === 0) continue;
			if (header) {
				found.rows.shift();
				header = false;
			}
			rows += found.rows.length;
			onRows(found.rows);
		}
		task.progress(Math.min(1, (at + bytes.length) / file.size));
		await task.breathe();
		task.signal.throwIfAborted();
	}
	return { rows, reader: rowReader(name, file, layout, anchors, rows) };
}

function rowReader(name: string, file: Blob, layout: Layout, anchors: readonly Anchor[], total: number): RowReader {
	let last: { block: number; rows: string[][] } | undefined;
	async function block(index: number): Promise<string[][]> {
		if (last?.block === index) return last.rows;
		const anchor = anchors[index]!;
		const end = anchors[index + 1]?.byte ?? file.size;
		const text = new TextDecoder(layout.encoding, { ignoreBOM: true }).decode(await slice(name, file, anchor.byte, end));
		const { rows } = wholeRows(text, layout, true);
		if (index === 0 && layout.header) rows.shift();
		last = { block: index, rows };
		return rows;
	}
	return {
		async rows(from, to) {
			const out: string[][] = [];
			let index = Math.max(
				0,
				anchors.findLastIndex((anchor) => anchor.row <= from)
			);
			for (; index < anchors.length && anchors[index]!.row < Math.min(to, total); index++) {
				const start = anchors[index]!.row;
				out.push(...(await block(index)).slice(Math.max(0, from - start), to - start));
			}
			return out;
		}
	};
}
