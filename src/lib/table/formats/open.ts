import { Problem } from '../../problem.js';
import type { Task } from '../../task.js';
import { budgetFor, type Budget } from './budget.js';
import { readBytes } from './bytes.js';
import type { Grid } from './grid.js';
import { jsonGrid, looksLikeJson } from './json.js';
import { parquetGrid } from './parquet.js';
import { unpackStream } from './unpack.js';
import { xlsSheets, xlsxSheets, type Sheet } from './workbook.js';
import { zipContent, zipEntries } from './zip.js';

export type GridFormat = 'XLSX' | 'XLS' | 'JSON' | 'Parquet';

/** Something that holds a table: delimited text to be cut into cells, or a grid, read when it is asked for. */
export type Opened =
	| { readonly kind: 'text'; readonly name: string; readonly blob: Blob }
	| { readonly kind: 'grid'; readonly name: string; readonly format: GridFormat; grid(task: Task): Promise<Grid> };

/** Archives inside of archives that are still looked into. */
const deepest = 2;
/** Files of an archive that are still unpacked. */
const mostFiles = 1000;
const headBytes = 4096;

const starts = (head: Uint8Array, ...magic: number[]): boolean => magic.every((byte, i) => head[i] === byte);
/** First bytes of text of any encoding: no zero byte unless it is UTF-16, and none of the signatures of pictures and prints. */
const isText = (head: Uint8Array): boolean =>
	starts(head, 0xff, 0xfe) || starts(head, 0xfe, 0xff) || (!head.includes(0) && !starts(head, 0x25, 0x50, 0x44, 0x46));

/** Documents that are a ZIP inside and no workbook this reads: a file in each, and the name people know the document by. */
const foreign: readonly (readonly [string, string])[] = [
	['xl/workbook.bin', 'XLSB'],
	['word/document.xml', 'DOCX'],
	['ppt/presentation.xml', 'PPTX'],
	['Index/Document.iwa', 'Numbers'],
	['META-INF/manifest.xml', 'ODS']
];

const join = (name: string, inner: string): string => `${name} › ${inner}`;

/** What a file has been unpacked to, over all archives in it. */
interface Spent {
	readonly budget: Budget;
	files: number;
}

async function look(name: string, file: Blob, depth: number, spent: Spent, task: Task): Promise<Opened[]> {
	task.signal.throwIfAborted();
	const head = await readBytes(name, file, 0, headBytes);
	const deeper = () => {
		if (depth === deepest) throw new Problem('fileTooDeep', { file: name });
		return depth + 1;
	};
	const sheets = (found: readonly Sheet[], format: GridFormat): Opened[] =>
		found.map((sheet) => ({ kind: 'grid', name: join(name, sheet.name), format, grid: (inner) => sheet.grid(inner) }));
	if (starts(head, 0x1f, 0x8b)) {
		const { blob } = await unpackStream(name, file, 'gzip', 'fileGzipBroken', spent.budget, task);
		return look(name, blob, deeper(), spent, task);
	}
	if (starts(head, 0x50, 0x4b, 3, 4) || starts(head, 0x50, 0x4b, 5, 6)) {
		const entries = await zipEntries(name, file);
		const has = (path: string) => entries.some((entry) => entry.path.replaceAll('\\', '/').toLowerCase() === path.toLowerCase());
		if (has('xl/workbook.xml')) return sheets(await xlsxSheets(name, file, entries, task), 'XLSX');
		const kind = foreign.find(([path]) => has(path))?.[1];
		if (kind) throw new Problem('fileBinary', { file: name, kind });
		const next = deeper();
		const opened: Opened[] = [];
		const hidden = (step: string) => step === '__MACOSX' || step.startsWith('.');
		const files = entries.map((entry) => ({ entry, inner: entry.path.split(/[\\/]/) })).filter(({ inner }) => !inner.some(hidden));
		spent.files += files.length;
		if (spent.files > mostFiles) throw new Problem('fileTooMany', { file: name, n: files.length, limit: mostFiles });
		for (const { entry, inner } of files) {
			const blob = await zipContent(name, file, entry, spent.budget, task);
			if (blob.size > 0) opened.push(...(await look(join(name, inner.join('/')), blob, next, spent, task)));
		}
		const tables: Opened[] = [];
		for (const one of opened) if (one.kind === 'grid' || isText(await readBytes(one.name, one.blob, 0, headBytes))) tables.push(one);
		if (tables.length === 0) throw new Problem('fileZipEmpty', { file: name });
		return tables;
	}
	if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) return sheets(await xlsSheets(name, file, task), 'XLS');
	// Its footer is encrypted (Parquet Modular Encryption).
	if (starts(head, 0x50, 0x41, 0x52, 0x45)) throw new Problem('fileLocked', { file: name });
	if (starts(head, 0x50, 0x41, 0x52, 0x31)) {
		return [{ kind: 'grid', name, format: 'Parquet', grid: (inner) => parquetGrid(name, file, inner) }];
	}
	if (looksLikeJson(head)) return [{ kind: 'grid', name, format: 'JSON', grid: (inner) => jsonGrid(name, file, inner) }];
	return [{ kind: 'text', name, blob: file }];
}

/**
 * What a file holds, by its first bytes, whatever its name: gzip and ZIP are unpacked (two deep at most), a workbook is its sheets,
 * Parquet and JSON are grids, anything else is text. Things inside are named `orders.zip › march.csv`.
 * @throws Problem fileGone, fileGzipBroken, fileZipBroken, fileZipEmpty, fileWorkbookBroken, fileLocked, fileTooBig, fileTooDeep, fileTooMany,
 * fileBinary (a document of another kind); the signal's reason when stopped
 */
export const openFile = (name: string, file: Blob, task: Task): Promise<Opened[]> =>
	look(name, file, 0, { budget: budgetFor(name, file.size), files: 0 }, task);
