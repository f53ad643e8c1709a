import type { WorkSheet } from '@e965/xlsx';
import { Problem } from '../../problem.js';
import type { Task } from '../../task.js';
import { budgetFor, tooBig, type Budget } from './budget.js';
import { readBytes } from './bytes.js';
import { checkFilled, checkWidth, inBlocks, widest, type Cell, type Grid } from './grid.js';
import { serialText } from './iso.js';
import { zipContent, type ZipEntry } from './zip.js';

/** A sheet of a workbook, read when its grid is asked for. */
export interface Sheet {
	readonly name: string;
	grid(task: Task): Promise<Grid>;
}

/** Rows of the longest sheet a spreadsheet can hold. */
const longest = 1_048_576;
/** XML of a sheet that any workbook may hold, however small: it takes far longer to read than text. */
const harmlessSheet = 16 << 20;
/** An .xls file is read whole; larger ones than this are not made by spreadsheets, which end at 65,536 rows. */
const largestXls = 64 << 20;
/** The list of sheets and their addresses is short, whatever a file claims. */
const largestList = 4 << 20;

const broken = (name: string) => new Problem('fileWorkbookBroken', { file: name });
const library = () => import('@e965/xlsx');
type Library = Awaited<ReturnType<typeof library>>;

const readOptions = { type: 'array', dense: true, cellNF: true, cellText: false, cellHTML: false, cellFormula: false } as const;

/** Cells of a sheet by value: dates by their number format, errors and blanks as nothing. */
function cellsOf(name: string, sheet: WorkSheet, date1904: boolean, { SSF }: Library): Cell[][] {
	const kinds = new Map<string, 'number' | 'date' | 'span'>();
	const kindOf = (format: string) => {
		let kind = kinds.get(format);
		if (kind === undefined) {
			const span = /^(?:"[^"]*"|[^"])*?\[[hms]+\]/i.test(format.slice(0, 255));
			kinds.set(format, (kind = !(SSF.is_date(format) as boolean) ? 'number' : span ? 'span' : 'date'));
		}
		return kind;
	};
	const rows = (sheet['!data'] ?? []) as ({ t: string; v?: unknown; z?: unknown } | undefined)[][];
	if (rows.length > longest) rows.length = longest;
	const out: Cell[][] = [];
	let cellsMet = 0;
	let filled = 0;
	for (let i = 0; i < rows.length; i++) {
		const row = rows[i];
		const cells: Cell[] = [];
		out.push(cells);
		if (!row) continue;
		if (row.length > widest) row.length = widest;
		checkFilled(name, row.length, (cellsMet += row.length), filled);
		for (let j = 0; j < row.length; j++) {
			const cell = row[j];
			const value = cell?.v;
			if (!cell || cell.t === 'e' || value === undefined || value === '') continue;
			filled++;
			while (cells.length < j) cells.push(null);
			if (typeof value === 'number') {
				const kind = cell.z === undefined ? 'number' : kindOf(String(cell.z));
				cells.push(!Number.isFinite(value) ? null : kind === 'number' ? value : (serialText(value, date1904, kind === 'span') ?? value));
			} else cells.push(typeof value === 'string' || typeof value === 'boolean' ? value : null);
		}
		rows[i] = [];
	}
	while (out.length > 0 && out.at(-1)!.length === 0) out.pop();
	return out;
}

function gridOf(name: string, sheet: WorkSheet | undefined, date1904: boolean, xlsx: Library, task: Task): Grid {
	if (!sheet) throw broken(name);
	const rows = cellsOf(name, sheet, date1904, xlsx);
	const width = rows.reduce((most, { length }) => Math.max(most, length), 0);
	checkWidth(name, width);
	return { width, rows: inBlocks(rows.length, (i) => rows[i]!, task) };
}

/** SheetJS throws plain errors at what it cannot read. */
function attempt<T>(name: string, read: () => T): T {
	try {
		return read();
	} catch (cause) {
		if (cause instanceof Problem) throw cause;
		throw /password|encrypt/i.test(String(cause)) ? new Problem('fileLocked', { file: name }) : broken(name);
	}
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const unescape = (text: string): string =>
	text.replace(/&(?:(amp|lt|gt|quot|apos)|#(\d{1,7})|#x([0-9a-fA-F]{1,6}));/g, (all, named: string, decimal: string, hex: string) => {
		if (named) return entities[named]!;
		const code = decimal ? +decimal : parseInt(hex, 16);
		return code <= 0x10ffff ? String.fromCodePoint(code) : all;
	});

/** The attributes of each element of a name, in a short piece of XML; prefixes of names are left off. */
function elements(xml: string, element: string): Map<string, string>[] {
	const tags = xml.match(new RegExp(`<(?:\\w{1,20}:)?${element}\\s[^<>]{0,4096}>`, 'g')) ?? [];
	return tags.map(
		(tag) => new Map(Array.from(tag.matchAll(/([\w]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g), ([, key, a, b]) => [key!, unescape(a ?? b ?? '')]))
	);
}

const sheetsBegin = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">';
const spreadsheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Index of an ASCII text in bytes, or −1. */
function find(bytes: Uint8Array, text: string, from = 0): number {
	const codes = Array.from(text, (character) => character.charCodeAt(0));
	for (let at = bytes.indexOf(codes[0]!, from); at !== -1; at = bytes.indexOf(codes[0]!, at + 1)) {
		if (codes.every((code, i) => bytes[at + i] === code)) return at;
	}
	return -1;
}

/** The rows of a sheet without what surrounds them (links and merges over a million cells, drawings); null where it has none. */
function rowsOnly(xml: Uint8Array): Uint8Array | null {
	const head = new TextDecoder('latin1').decode(xml.subarray(0, 1 << 20));
	const start = /<((?:\w{1,20}:)?)sheetData[\s>]/.exec(head);
	if (!start) return null;
	const close = `</${start[1]!}sheetData>`;
	const end = find(xml, close, start.index);
	if (end === -1) return null;
	return xml.subarray(start.index, end + close.length);
}

/** A workbook of one sheet, in which only what its cells need is left, as a ZIP that is not packed. */
async function singleSheet(parts: { sheet: Uint8Array; strings: Uint8Array | null; styles: Uint8Array | null }): Promise<Uint8Array> {
	const { zipSync, strToU8 } = await import('fflate');
	const inner = strToU8('<worksheet>');
	const outer = strToU8('</worksheet>');
	const sheet = new Uint8Array(inner.length + parts.sheet.length + outer.length);
	sheet.set(inner);
	sheet.set(parts.sheet, inner.length);
	sheet.set(outer, inner.length + parts.sheet.length);
	const override = (path: string, type: string) => `<Override PartName="/xl/${path}" ContentType="${spreadsheet}.${type}+xml"/>`;
	const relation = (id: string, type: string, target: string) =>
		`<Relationship Id="${id}" Type="${relations}/${type}" Target="${target}"/>`;
	const types =
		override('workbook.xml', 'sheet.main') +
		override('worksheets/sheet1.xml', 'worksheet') +
		(parts.strings ? override('sharedStrings.xml', 'sharedStrings') : '') +
		(parts.styles ? override('styles.xml', 'styles') : '');
	return zipSync(
		{
			'[Content_Types].xml': strToU8(`${sheetsBegin}${types}</Types>`),
			'xl/workbook.xml': strToU8(
				`<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${relations}"><sheets><sheet name="Sheet" sheetId="1" r:id="rId1"/></sheets></workbook>`
			),
			'xl/_rels/workbook.xml.rels': strToU8(
				`<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}</Relationships>`
			),
			'xl/worksheets/sheet1.xml': sheet,
			...(parts.strings ? { 'xl/sharedStrings.xml': parts.strings } : {}),
			...(parts.styles ? { 'xl/styles.xml': parts.styles } : {})
		},
		{ level: 0 }
	);
}

/**
 * The sheets of an .xlsx workbook, hidden ones last. A sheet is unpacked and parsed only when its grid is asked for.
 * @throws Problem fileWorkbookBroken, fileLocked, fileTooBig, fileGone; rowsTooShort when its grid is asked for; the signal's reason when stopped
 */
export async function xlsxSheets(name: string, file: Blob, entries: readonly ZipEntry[], task: Task): Promise<Sheet[]> {
	const content = async (path: string | undefined, budget: Budget, inner: Task): Promise<Uint8Array<ArrayBuffer> | null> => {
		const entry = entries.find((one) => one.path.replaceAll('\\', '/').toLowerCase() === path?.toLowerCase());
		if (!entry) return null;
		try {
			return await readBytes(name, await zipContent(name, file, entry, budget, inner));
		} catch (cause) {
			throw cause instanceof Problem && cause.id === 'fileZipBroken' ? broken(name) : cause;
		}
	};
	const list = async (path: string): Promise<string> => {
		const bytes = await content(path, budgetFor(name, file.size), task);
		if (!bytes || bytes.length > largestList) throw broken(name);
		return new TextDecoder().decode(bytes);
	};
	const workbook = await list('xl/workbook.xml');
	const links = elements(await list('xl/_rels/workbook.xml.rels'), 'Relationship').map((link) => {
		const target = link.get('Target') ?? '';
		return {
			id: link.get('Id'),
			type: link.get('Type')?.replace(/^.*\//, ''),
			path: target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`
		};
	});
	const pathOf = (type: string) => links.find((link) => link.type === type)?.path;
	const date1904 = elements(workbook, 'workbookPr').some((one) => /^(?:1|true|on)$/i.test(one.get('date1904') ?? ''));
	const sheets = elements(workbook, 'sheet').flatMap((sheet) => {
		const link = links.find(({ id }) => id === sheet.get('id'));
		return link?.type === 'worksheet'
			? [{ name: sheet.get('name') ?? '', hidden: (sheet.get('state') ?? 'visible') !== 'visible', path: link.path }]
			: [];
	});
	if (sheets.length === 0) throw broken(name);
	sheets.sort((a, b) => Number(a.hidden) - Number(b.hidden));
	return sheets.map((sheet) => ({
		name: sheet.name,
		async grid(inner) {
			const budget = budgetFor(name, file.size, harmlessSheet);
			const xml = await content(sheet.path, budget, inner);
			if (!xml) throw broken(name);
			const rows = rowsOnly(xml);
			if (!rows && find(xml, 'sheetData') === -1) throw broken(name);
			if (!rows) return { width: 0, rows: inBlocks(0, () => [], inner) };
			const parts = {
				sheet: rows,
				strings: await content(pathOf('sharedStrings'), budget, inner),
				styles: await content(pathOf('styles'), budget, inner)
			};
			const xlsx = await library();
			const zip = await singleSheet(parts);
			inner.signal.throwIfAborted();
			return attempt(name, () => gridOf(name, xlsx.read(zip, readOptions).Sheets.Sheet, date1904, xlsx, inner));
		}
	}));
}

/**
 * The sheets of an .xls workbook (BIFF), hidden ones last.
 * @throws Problem fileWorkbookBroken, fileLocked (it needs a password), fileTooBig, fileGone; the signal's reason when stopped
 */
export async function xlsSheets(name: string, file: Blob, task: Task): Promise<Sheet[]> {
	if (file.size > largestXls) throw tooBig(name, file.size, largestXls);
	const bytes = await readBytes(name, file);
	const xlsx = await library();
	task.signal.throwIfAborted();
	const book = attempt(name, () => xlsx.read(bytes, readOptions));
	if (book.SheetNames.length === 0) throw broken(name);
	const date1904 = book.Workbook?.WBProps?.date1904 ?? false;
	const hidden = book.SheetNames.map((_, i) => (book.Workbook?.Sheets?.[i]?.Hidden ?? 0) !== 0);
	const order = [...book.SheetNames.keys()].sort((a, b) => Number(hidden[a]) - Number(hidden[b]));
	return order.map((i) => ({
		name: book.SheetNames[i]!,
		grid: async (inner) => attempt(name, () => gridOf(name, book.Sheets[book.SheetNames[i]!], date1904, xlsx, inner))
	}));
}
