import { gzipSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { seeded } from '../../../src/lib/random.js';
import { bytesOf, fileNames } from '../../fixtures/battery.js';
import { parquetFile, plain, type Column } from './formats/parquet-file.js';
import { workbookFile } from './formats/workbook-file.js';

export type Bytes = Uint8Array<ArrayBuffer>;

/** No spoiled file is longer, but for bombs. */
const longest = 200_000;

const joined = (...parts: readonly Uint8Array[]): Bytes => {
	const out = new Uint8Array(parts.reduce((n, part) => n + part.length, 0));
	let at = 0;
	for (const part of parts) {
		out.set(part, at);
		at += part.length;
	}
	return out;
};
const text = (content: string): Bytes => new TextEncoder().encode(content);

/** Ways to spoil a file; `below(n)` is a random integer from 0 to n − 1. */
const mutations: readonly ((bytes: Bytes, below: (n: number) => number) => Bytes)[] = [
	/* cut off */ (bytes, below) => bytes.slice(0, below(bytes.length + 1)),
	/* begun late */ (bytes, below) => bytes.slice(below(bytes.length + 1)),
	/* a piece left out */ (bytes, below) => {
		const from = below(bytes.length + 1);
		return joined(bytes.subarray(0, from), bytes.subarray(from + below(200)));
	},
	/* bytes changed */ (bytes, below) => {
		const out = bytes.slice();
		for (let n = 1 + below(20); n > 0 && out.length > 0; n--) out[below(out.length)] = below(256);
		return out;
	},
	/* a piece of another file */ (bytes, below) => {
		const other = battery[below(battery.length)]![1];
		const from = below(other.length + 1);
		const at = below(bytes.length + 1);
		return joined(bytes.subarray(0, at), other.subarray(from, from + below(4000)), bytes.subarray(at));
	},
	/* twice */ (bytes) => joined(bytes, bytes),
	/* zeros */ (bytes, below) => inserted(bytes, below, () => new Uint8Array(1 + below(8)), 2),
	/* quotation marks */ (bytes, below) => inserted(bytes, below, () => text('"'.repeat(1 + below(3))), 1 + below(12)),
	/* an enormous field */ (bytes, below) =>
		inserted(bytes, below, () => text(['x', ' ', '"', '1', 'đ', '@.', '# '][below(7)]!.repeat(below(30_000))), 1),
	/* delimiters */ (bytes, below) =>
		inserted(bytes, below, () => text([',', ';', '\t', '|', ' '][below(5)]!.repeat(1 + below(300))), 1 + below(3)),
	/* line ends */ (bytes, below) =>
		inserted(bytes, below, () => text(['\n', '\r', '\r\n', '\n\r'][below(4)]!.repeat(1 + below(50))), 1 + below(5)),
	/* marks of byte order */ (bytes, below) =>
		joined([Uint8Array.of(0xef, 0xbb, 0xbf), Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xfe, 0xff)][below(3)]!, bytes)
];

function inserted(bytes: Bytes, below: (n: number) => number, piece: () => Uint8Array, times: number): Bytes {
	for (let n = 0; n < times; n++) {
		const at = below(bytes.length + 1);
		bytes = joined(bytes.subarray(0, at), piece(), bytes.subarray(at));
	}
	return bytes;
}

const battery = fileNames.toSorted().map((name) => [name, bytesOf(name)] as const);
const lines = (n: number, line: (i: number) => string): string => Array.from({ length: n }, (_, i) => line(i)).join('\n');
const bytes = (content: string | Uint8Array): Bytes => (typeof content === 'string' ? text(content) : new Uint8Array(content));
const orders = bytes(`order,customer,date,amount\n${lines(300, (i) => `${i},c${i % 40},2024-0${1 + (i % 9)}-05,${i}.5`)}`);
const records = bytes(lines(200, (i) => JSON.stringify({ id: i, at: { day: '2024-03-31' }, tags: ['a', null], name: `Đỗ ${i}` })));
const cells = (n: number) =>
	lines(n, (i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>${i % 2}</v></c><c r="B${i + 1}"><v>${i}</v></c></row>`);
const book = workbookFile({ sheets: [{ name: 'S', rows: cells(60) }], strings: ['<t>a</t>', '<t>đ</t>'], formats: ['d/m/yyyy'] });

function oldWorkbook(): Bytes {
	const old = utils.book_new();
	utils.book_append_sheet(old, utils.aoa_to_sheet([['a', 'b'], ...Array.from({ length: 20 }, (_, i) => [`x${i}`, i])]), 'Data');
	return new Uint8Array(write(old, { type: 'array', bookType: 'biff8' }) as ArrayBuffer);
}
const empty = (n: number, name = 'n'): Column => ({ name, type: 'INT32', repetition: 'OPTIONAL', nulls: n });
const parquet = parquetFile([
	{
		rows: 4,
		columns: [
			{ name: 'a', type: 'INT32', repetition: 'OPTIONAL', definition: [1, 0, 1, 1], plain: [1, 2, 3].map(plain.int32) },
			{ name: 'b', type: 'BYTE_ARRAY', converted: 'UTF8', plain: ['x', 'yy', 'zzz', ''].map(plain.bytes) },
			{ name: 't', type: 'INT64', converted: 'TIMESTAMP_MILLIS', plain: [0n, 1n, 2n, 3n].map(plain.int64) }
		]
	}
]);

/** What files hold inside of them, so that what is spoiled can be packed again and is not refused at the first checksum. */
const packings: readonly ((bytes: Bytes, name: string) => Uint8Array)[] = [
	(inner) => gzipSync(inner),
	(inner, name) => zipSync({ [name]: inner }),
	(inner, name) => zipSync({ 'a.csv': orders, [`${name}.gz`]: new Uint8Array(gzipSync(inner)) }, { level: 0 }),
	(inner, name) => gzipSync(zipSync({ [name]: inner }))
];

/** Files of every kind: those of the battery, and some of kinds that it lacks. */
const whole: readonly (readonly [name: string, bytes: Bytes])[] = [
	...battery,
	['o.xls', oldWorkbook()],
	...Array.from({ length: 12 }, () => [
		['o.parquet', bytes(parquet)] as const,
		['o.xlsx', bytes(book)] as const,
		['r.ndjson', records] as const,
		['r.json', bytes(`[${new TextDecoder().decode(records).replaceAll('\n', ',')}]`)] as const,
		['u.csv', new Uint8Array(Buffer.from(`\ufeff${new TextDecoder().decode(orders)}`, 'utf16le'))] as const,
		['o.csv.gz', bytes(gzipSync(orders))] as const,
		['o.zip', bytes(zipSync({ 'a.csv': orders, 'b/r.json': records, 'c.xlsx': book }))] as const
	]).flat()
];

/** Changes a file inside a ZIP, such as the XML of a sheet, and packs it again. */
function withinZip(file: Bytes, below: (n: number) => number): Bytes {
	let inside: Record<string, Uint8Array>;
	try {
		inside = unzipSync(file);
	} catch {
		return file;
	}
	const paths = Object.keys(inside);
	if (paths.length === 0) return file;
	const path = paths[below(paths.length)]!;
	const spoiled: Zippable = { ...inside, [path]: spoil(bytes(inside[path]!), below) };
	return bytes(zipSync(spoiled, { level: 1 }));
}

const spoil = (file: Bytes, below: (n: number) => number): Bytes => {
	for (let n = 1 + below(3); n > 0; n--) file = mutations[below(mutations.length)]!(file, below).subarray(0, longest);
	return file;
};

/** Files of text, spoiled: `count` of them, the same for the same seed. */
export function* spoiledTexts(seed: number, count: number): Generator<Bytes> {
	const below = belowOf(seed);
	for (let i = 0; i < count; i++) yield spoil(battery[below(battery.length)]![1], below);
}

/** Files of every kind, spoiled outside or within, packed or not. */
export function* spoiledFiles(seed: number, count: number): Generator<File> {
	const below = belowOf(seed);
	for (let i = 0; i < count; i++) {
		const [name, original] = whole[below(whole.length)]!;
		let file = below(3) === 0 ? original : spoil(original, below);
		if (original[0] === 0x50 && original[1] === 0x4b && below(3) > 0) file = withinZip(original, below);
		if (below(4) === 0) file = bytes(packings[below(packings.length)]!(file, name));
		if (below(6) === 0) file = spoil(file, below);
		yield new File([file], name);
	}
}

/** `below(n)` is a random integer from 0 to n − 1. */
export function belowOf(seed: number): (n: number) => number {
	const random = seeded(seed);
	return (n) => Math.floor(random() * n);
}

const sheet = (rows: string, before = '') =>
	workbookFile({ sheets: [{ name: 'S', rows, before }], strings: [`<t>${'x'.repeat(30_000)}</t>`] });
const zeros = (megabytes: number) => new Uint8Array(megabytes << 20);
const key = (i: number) => JSON.stringify({ [`k${i}`]: 1 });
const wide = Array.from({ length: 16_000 }, (_, i) => `c${i}`).join();

/** Small files that claim to be enormous, or that a careless reader would take for hours. */
export const bombs: readonly (readonly [name: string, make: () => string | Uint8Array])[] = [
	['zeros.gz', () => gzipSync(zeros(70))],
	['short-lines.gz', () => gzipSync(`a,b\n${'1,2\n'.repeat(15_700_000)}`, { level: 1 })],
	['zeros-twice.gz', () => gzipSync(gzipSync(zeros(70)))],
	['zeros.zip', () => zipSync(Object.fromEntries(Array.from({ length: 7 }, (_, i) => [`${i}.csv`, zeros(10)])))],
	['files.zip', () => zipSync(Object.fromEntries(Array.from({ length: 3000 }, (_, i) => [`${i}.csv`, text('a,b\n1,2\n')])))],
	['short-rows.csv', () => `${wide}\n${'x\n'.repeat(20_000)}`],
	['keys.json', () => `[${Array.from({ length: 8000 }, (_, i) => key(i)).join()}]`],
	['keys.ndjson', () => lines(8000, key)],
	['nested.json', () => '['.repeat(500_000)],
	['far-cells.xlsx', () => sheet(lines(20_000, (i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>${i}</v></c></row>`))],
	[
		'last-cell.xlsx',
		() =>
			sheet(
				'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>',
				'<dimension ref="A1:XFD1048576"/>'
			)
	],
	['one-string.xlsx', () => sheet(lines(50_000, (i) => `<row r="${i + 1}"><c r="A${i + 1}" t="s"><v>0</v></c></row>`))],
	['empty-rows.xlsx', () => sheet('<row/>'.repeat(3_000_000))],
	['billion.parquet', () => parquetFile([{ rows: 1e9, columns: [empty(1e9)] }])],
	['many-groups.parquet', () => parquetFile(Array.from({ length: 100 }, () => ({ rows: 1e5, columns: [empty(1e5)] })))],
	['digits.csv', () => `a,b\n${`${'1'.repeat(500_000)},1\n`.repeat(4)}`],
	['dashes.csv', () => `phone,b\n${`${'1-'.repeat(250_000)},1\n`.repeat(4)}`],
	['at-signs.csv', () => `email,b\n${`${'a@'.repeat(250_000)}.com,1\n`.repeat(4)}`],
	['delimiters.csv', () => ','.repeat(3_000_000)],
	['quotes.csv', () => `a,b\n${'"x\n'.repeat(500_000)}`],
	['no-text.csv', () => new Uint8Array(1_000_000).fill(0xff)]
];
