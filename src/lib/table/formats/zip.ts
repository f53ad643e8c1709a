import { Problem } from '../../problem.js';
import type { Task } from '../../task.js';
import type { Budget } from './budget.js';
import { readBytes } from './bytes.js';
import { unpackStream } from './unpack.js';

/** A file inside a ZIP, as the directory at its end lists it. */
export interface ZipEntry {
	readonly path: string;
	readonly method: number;
	readonly encrypted: boolean;
	readonly crc: number;
	/** Bytes of the packed data. */
	readonly packed: number;
	/** Where the header of the file begins. */
	readonly offset: number;
}

/** A workbook is a ZIP to us, not to its owner. */
const broken = (name: string) => new Problem(/\.xls[xm]$/i.test(name) ? 'fileWorkbookBroken' : 'fileZipBroken', { file: name });

function pathOf(bytes: Uint8Array): string {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
	} catch {
		return new TextDecoder('windows-1252').decode(bytes);
	}
}

/** A 64-bit number of a header, where JavaScript can hold it. */
const long = (view: DataView, at: number): number => Number(view.getBigUint64(at, true));

/** Where the directory is: the end record (APPNOTE.TXT 4.3.16), or that of ZIP64 (4.3.14) where the first says so. */
async function directory(name: string, file: Blob): Promise<{ from: number; size: number }> {
	const tailAt = Math.max(0, file.size - 65_557 - 20);
	const tail = await readBytes(name, file, tailAt);
	const view = new DataView(tail.buffer);
	let end = tail.length - 22;
	while (end >= 0 && view.getUint32(end, true) !== 0x06054b50) end--;
	if (end < 0) throw broken(name);
	const size = view.getUint32(end + 12, true);
	const from = view.getUint32(end + 16, true);
	if ((size !== 0xffffffff && from !== 0xffffffff) || end < 20 || view.getUint32(end - 20, true) !== 0x07064b50) return { from, size };
	const at = long(view, end - 12);
	const record = new DataView((await readBytes(name, file, at, at + 56)).buffer);
	if (record.byteLength < 56 || record.getUint32(0, true) !== 0x06064b50) throw broken(name);
	return { from: long(record, 48), size: long(record, 40) };
}

/** Sizes and offset that did not fit in 32 bits stand in an extra field (APPNOTE.TXT 4.5.3), in the order unpacked, packed, offset. */
function wide(extra: DataView, unpacked: number, packed: number, offset: number): { packed: number; offset: number } {
	for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
		if (extra.getUint16(at, true) !== 1) continue;
		let next = at + 4 + (unpacked === 0xffffffff ? 8 : 0);
		const take = (value: number): number => {
			if (value !== 0xffffffff || next + 8 > extra.byteLength) return value;
			next += 8;
			return long(extra, next - 8);
		};
		return { packed: take(packed), offset: take(offset) };
	}
	return { packed, offset };
}

/**
 * The files a ZIP lists, folders left out.
 * @throws Problem fileZipBroken, fileGone
 */
export async function zipEntries(name: string, file: Blob): Promise<ZipEntry[]> {
	const { from, size } = await directory(name, file);
	if (from + size > file.size) throw broken(name);
	const bytes = await readBytes(name, file, from, from + size);
	const view = new DataView(bytes.buffer);
	const entries: ZipEntry[] = [];
	for (let at = 0; at < bytes.length;) {
		if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50) throw broken(name);
		const pathEnd = at + 46 + view.getUint16(at + 28, true);
		const extraEnd = pathEnd + view.getUint16(at + 30, true);
		if (extraEnd > bytes.length) throw broken(name);
		const path = pathOf(bytes.subarray(at + 46, pathEnd));
		const extra = new DataView(bytes.buffer, pathEnd, extraEnd - pathEnd);
		entries.push({
			path,
			method: view.getUint16(at + 10, true),
			encrypted: (view.getUint16(at + 8, true) & 1) !== 0,
			crc: view.getUint32(at + 16, true),
			...wide(extra, view.getUint32(at + 24, true), view.getUint32(at + 20, true), view.getUint32(at + 42, true))
		});
		at = extraEnd + view.getUint16(at + 32, true);
	}
	return entries.filter(({ path }) => !path.endsWith('/'));
}

/**
 * What a file inside a ZIP holds.
 * @throws Problem fileLocked (it needs a password), fileZipBroken, fileTooBig, fileGone; the signal's reason when stopped
 */
export async function zipContent(name: string, file: Blob, entry: ZipEntry, budget: Budget, task: Task): Promise<Blob> {
	if (entry.encrypted || entry.method === 99) throw new Problem('fileLocked', { file: name });
	if (entry.method !== 0 && entry.method !== 8) throw broken(name);
	const head = new DataView((await readBytes(name, file, entry.offset, entry.offset + 30)).buffer);
	if (head.byteLength < 30 || head.getUint32(0, true) !== 0x04034b50) throw broken(name);
	const from = entry.offset + 30 + head.getUint16(26, true) + head.getUint16(28, true);
	if (from + entry.packed > file.size) throw broken(name);
	const packed = file.slice(from, from + entry.packed);
	const { blob, crc } = await unpackStream(name, packed, entry.method === 8 ? 'deflate-raw' : 'stored', 'fileZipBroken', budget, task);
	if (crc !== entry.crc) throw broken(name);
	return blob;
}
