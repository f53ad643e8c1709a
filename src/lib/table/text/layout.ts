import { Problem } from '../../problem.js';
import { readBytes } from '../formats/bytes.js';
import { checkWidth } from '../formats/grid.js';
import { Fields, Room } from '../fields.js';
import { mostlyNumbers, shapeOf, tableWidth, type Shape, type Shaped } from '../shape.js';
import { encodingOf, Utf8, type Encoding } from './encoding.js';

export const delimiters = [',', ';', '\t', '|', ' '] as const;
export type Delimiter = (typeof delimiters)[number];

/** How a text file is laid out: all that is needed to cut it into a table. */
export interface Layout extends Shape {
	readonly encoding: Encoding;
	/** Bytes of the byte-order mark to skip. */
	readonly bom: number;
	readonly delimiter: Delimiter;
}

/** The choices a person may make instead of what the file seems to be. */
export interface LayoutChoice {
	readonly encoding?: Encoding | undefined;
	readonly delimiter?: Delimiter | undefined;
	readonly header?: boolean | undefined;
}

/** How much of the head of a file decides its layout and its columns. */
const headBytes = 262_144;

/** Kinds of file known by their first bytes that hold no table, with the name people know them by. */
const foreign: readonly (readonly [readonly number[], string])[] = [
	[[0x50, 0x4b, 0x03, 0x04], 'ZIP / XLSX'],
	[[0xd0, 0xcf, 0x11, 0xe0], 'XLS'],
	[[0x25, 0x50, 0x44, 0x46], 'PDF'],
	[[0x50, 0x41, 0x52, 0x31], 'Parquet'],
	[[0x89, 0x50, 0x4e, 0x47], 'PNG'],
	[[0xff, 0xd8, 0xff], 'JPEG']
];

function refuseBinary(file: string, head: Uint8Array, encoding: Encoding): void {
	const known = foreign.find(([magic]) => magic.every((byte, i) => head[i] === byte));
	const zeros = encoding.startsWith('utf-16') ? 0 : head.subarray(0, 8192).filter((byte) => byte === 0).length;
	if (known) throw new Problem('fileBinary', { file, kind: known[1] });
	if (zeros > 0) throw new Problem('fileUnknown', { file });
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** The first records of a text as cells. */
function records(fields: Fields, bytes: Uint8Array, delimiter: Delimiter, last: boolean, most: number): string[][] {
	const { at } = new Room(fields, bytes.length);
	fields.bytes.set(bytes, at);
	const { count, first, bounds } = fields.cut(at, at + bytes.length, { delimiter: delimiter.charCodeAt(0), last, most });
	const text = (f: number) => decoder.decode(fields.bytes.subarray(bounds[2 * f], bounds[2 * f + 1]));
	return Array.from({ length: count }, (_, r) => Array.from({ length: first[r + 1]! - first[r]! }, (_, j) => text(first[r]! + j)));
}

/** The delimiter that a first line of `sep=;` names, as Excel has it, or that cuts most rows of the head into the same number of cells, more than one. */
function delimiterOf(fields: Fields, bytes: Uint8Array, last: boolean): Delimiter {
	const told = /^sep=(.)[\r\n]/.exec(decoder.decode(bytes.subarray(0, 6)))?.[1];
	const known = delimiters.find((delimiter) => delimiter === told);
	if (known) return known;
	let best: { delimiter: Delimiter; score: number } = { delimiter: ',', score: 0 };
	for (const delimiter of delimiters) {
		const rows = records(fields, bytes, delimiter, last, 200);
		const { width, share, above } = tableWidth(rows);
		// Names and texts hold spaces too: those part columns only where nothing else does, from the first row on, and numbers mostly.
		if (delimiter === ' ' && (above > 0 || !mostlyNumbers(rows))) continue;
		// A delimiter that does not cut the first rows may well be the comma of decimals or of addresses.
		const score = width < 2 ? 0 : share * (delimiter === ' ' ? 0.5 : 1) * 0.96 ** above * (1 + Math.min(width, 20) / 100);
		if (score > best.score) best = { delimiter, score };
	}
	return best.delimiter;
}

export interface Head extends Omit<Shaped, 'shape'> {
	readonly layout: Layout;
	/** Mean bytes of a row in UTF-8. */
	readonly rowBytes: number;
}

/**
 * Reads the head of `file` and says how it is laid out.
 * @throws Problem fileEmpty, fileBinary, fileUnknown, fileHeaderOnly, fileTooWide, fileGone
 */
export async function readHead(name: string, file: Blob, choice: LayoutChoice = {}): Promise<Head> {
	if (file.size === 0) throw new Problem('fileEmpty', { file: name });
	const raw = await readBytes(name, file, 0, headBytes);
	const last = raw.length === file.size;
	const found = encodingOf(raw, last);
	refuseBinary(name, raw, found.encoding);
	const encoding = choice.encoding ?? found.encoding;
	const bom = encoding === found.encoding ? found.bom : 0;
	const bytes = new Utf8(encoding).next(raw.subarray(bom), last);
	if (decoder.decode(bytes).trim() === '') throw new Problem('fileEmpty', { file: name });
	const fields = new Fields();
	const delimiter = choice.delimiter ?? delimiterOf(fields, bytes, last);
	// A first record longer than the head is read as far as it goes.
	const finished = records(fields, bytes, delimiter, last, 1200);
	const all = finished.length > 0 ? finished : records(fields, bytes, delimiter, true, 1200);
	const { shape, columns, preamble, description, rows } = shapeOf(all, choice.header);
	checkWidth(name, columns.length);
	const blank = all.every((row) => row.every((cell) => cell.trim() === ''));
	if (rows.length === 0 && last) throw new Problem(blank ? 'fileEmpty' : 'fileHeaderOnly', { file: name });
	return {
		layout: { encoding, bom, delimiter, ...shape },
		columns,
		preamble,
		description,
		rows: rows.slice(0, 1000),
		rowBytes: bytes.length / Math.max(1, all.length)
	};
}
