import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { survivesDamage } from './damage.js';
import { i32, nested, parquetFile, plain, timestamp, type Column, type Packing } from './parquet-file.js';
import { one, problemOf } from './read.js';

const group = (rows: number, ...columns: Column[]) => ({ rows, columns });
const strings = (name: string, values: readonly string[]): Column => ({
	name,
	type: 'BYTE_ARRAY',
	converted: 'UTF8',
	plain: values.map(plain.bytes)
});
const longs = (name: string, values: readonly bigint[], more: Partial<Column> = {}): Column => ({
	name,
	type: 'INT64',
	plain: values.map(plain.int64),
	...more
});

describe('a Parquet file', () => {
	it('is its row groups in turn, with names from its schema', async () => {
		const bytes = parquetFile([
			group(2, strings('khách', ['Ánh', '']), longs('id', [9007199254740993n, -1n])),
			group(1, strings('khách', ['z']), longs('id', [9223372036854775807n]))
		]);
		expect(await one('o.parquet', bytes)).toEqual({
			name: 'o.parquet',
			header: ['khách', 'id'],
			width: 2,
			rows: [
				['Ánh', '9007199254740993'],
				['', '-1'],
				['z', '9223372036854775807']
			],
			omitted: []
		});
	});
	it('has nothing where a value is missing', async () => {
		const column: Column = { name: 'a', type: 'INT32', repetition: 'OPTIONAL', definition: [1, 0, 1], plain: [1, -2].map(plain.int32) };
		expect((await one('x', parquetFile([group(3, column)]))).rows).toEqual([['1'], [''], ['-2']]);
	});
	it('has exact decimals', async () => {
		const more = { converted: 'DECIMAL', scale: 2 } as const;
		const wide = [0x00, 0x8a, 0xc7, 0x23, 0x04, 0x89, 0xe8, 0x00, 0x01];
		const columns: Column[] = [
			{ name: 'i', type: 'INT32', plain: [plain.int32(-5)], ...more },
			longs('l', [1234567890123456789n], more),
			{ name: 'f', type: 'FIXED_LEN_BYTE_ARRAY', length: 9, plain: [wide], ...more },
			{ name: 'b', type: 'BYTE_ARRAY', plain: [plain.bytes([0xff, 0x38])], converted: 'DECIMAL', scale: 1 },
			longs('g', [7n], { logical: nested(5, [i32(1, 3), i32(2, 18)]) })
		];
		// 0x8ac7230489e80001 is 10^19 + 1.
		expect((await one('x', parquetFile([group(1, ...columns)]))).rows).toEqual([
			['-0.05', '12345678901234567.89', '100000000000000000.01', '-20.0', '0.007']
		]);
	});
	it('has dates and times on its own clock, exact', async () => {
		const columns: Column[] = [
			{ name: 'd', type: 'INT32', converted: 'DATE', plain: [plain.int32(19813)] },
			{ name: 'before', type: 'INT32', converted: 'DATE', plain: [plain.int32(-1)] },
			longs('ms', [1711852200000n], { converted: 'TIMESTAMP_MILLIS' }),
			longs('µs', [1711852200123456n], { converted: 'TIMESTAMP_MICROS' }),
			longs('ns', [-1n], { logical: timestamp('NANOS') }),
			longs('s', [1711852200000000n], { logical: timestamp('MICROS') }),
			{ name: 't', type: 'INT32', converted: 'TIME_MILLIS', plain: [plain.int32(9_000_500)] },
			// 2,460,401 is the Julian day of 31 March 2024.
			{ name: 'impala', type: 'INT96', plain: [[...plain.int64(9_000_000_000_000n), ...plain.int32(2_460_401)]] }
		];
		expect((await one('x', parquetFile([group(1, ...columns)]))).rows).toEqual([
			[
				'2024-03-31',
				'1969-12-31',
				'2024-03-31 02:30:00',
				'2024-03-31 02:30:00.123456',
				'1969-12-31 23:59:59.999999999',
				'2024-03-31 02:30:00',
				'02:30:00.5',
				'2024-03-31 02:30:00'
			]
		]);
	});
	it('has numbers as they were meant, and truth values as words', async () => {
		const columns: Column[] = [
			{ name: 'f', type: 'FLOAT', plain: [19.99, -0.1, Infinity].map(plain.float) },
			{ name: 'd', type: 'DOUBLE', plain: [19.99, 1 / 3, NaN].map(plain.double) },
			{ name: 'b', type: 'BOOLEAN', plain: [[0b101]] },
			longs('u', [-1n, 0n, 1n], { converted: 'UINT_64' }),
			{ name: 'raw', type: 'BYTE_ARRAY', plain: ['a', 'b', 'c'].map(plain.bytes) }
		];
		expect((await one('x', parquetFile([group(3, ...columns)]))).rows).toEqual([
			['19.99', '19.99', 'true', '18446744073709551615', 'a'],
			['-0.1', String(1 / 3), 'false', '0', 'b'],
			['', '', 'true', '1', 'c']
		]);
	});
	it('has a column for each value of a group, and names the lists it leaves out', async () => {
		const geo: Column = {
			name: 'geo',
			repetition: 'OPTIONAL',
			children: [{ ...strings('city', ['Huế']), repetition: 'OPTIONAL', definition: [2, 0] }]
		};
		const element: Column = { name: 'element', type: 'INT32', definition: [1, 1, 0], repeated: [0, 1, 0], plain: [1, 2].map(plain.int32) };
		const tags: Column = { name: 'tags', converted: 'LIST', children: [{ name: 'list', repetition: 'REPEATED', children: [element] }] };
		expect(await one('x', parquetFile([group(2, geo, tags, longs('n', [1n, 2n]))]))).toMatchObject({
			header: ['geo.city', 'n'],
			omitted: ['tags'],
			rows: [
				['Huế', '1'],
				['', '2']
			]
		});
	});
	const packings: Packing[] = [
		{ codec: 'GZIP', pack: (bytes) => gzipSync(bytes) },
		{ codec: 'BROTLI', pack: (bytes) => brotliCompressSync(bytes) },
		// One literal, as the format descriptions of Snappy and LZ4 have it.
		{ codec: 'SNAPPY', pack: (bytes) => new Uint8Array([bytes.length, (bytes.length - 1) << 2, ...bytes]) },
		{ codec: 'LZ4_RAW', pack: (bytes) => new Uint8Array([bytes.length << 4, ...bytes]) }
	];
	it.each(packings)('may be packed with $codec', async (packing) => {
		expect((await one('x', parquetFile([group(2, strings('a', ['x', 'yz']))], packing))).rows).toEqual([['x'], ['yz']]);
	});
	it('that claims more rows than any writer makes, or more than its columns hold, is refused', async () => {
		for (const rows of [3, 2 ** 31, Number.MAX_SAFE_INTEGER]) {
			expect(await problemOf('x', parquetFile([group(rows, { ...longs('n', [1n, 2n]), definition: [] })]))).toMatchObject({
				id: 'fileParquetBroken'
			});
		}
	});
	it('that claims a billion values in a few bytes is refused, one that tells many in a run is read', async () => {
		const empty = (n: number, name = 'n'): Column => ({ name, type: 'INT32', repetition: 'OPTIONAL', nulls: n });
		const columns = (n: number, count: number) => Array.from({ length: count }, (_, i) => empty(n, `n${i}`));
		expect((await one('x', parquetFile([group(50_000, empty(50_000))]))).rows).toHaveLength(50_000);
		for (const n of [1e9, 2 ** 25, 2 ** 24])
			expect(await problemOf('x', parquetFile([group(n, empty(n))]))).toMatchObject({
				id: expect.stringMatching(/^fileTooBig|fileParquetBroken$/) as string
			});
		expect(await problemOf('x', parquetFile([group(1e5, ...columns(1e5, 200))]))).toMatchObject({ id: 'fileTooBig' });
		expect(await problemOf('x', parquetFile(Array.from({ length: 100 }, () => group(1e5, empty(1e5)))))).toMatchObject({
			id: 'fileTooBig'
		});
	});
	it('with an encrypted footer is said to be locked', async () => {
		expect(await problemOf('x', 'PARE and the rest')).toMatchObject({ id: 'fileLocked' });
	});
	it('that is damaged ends with a table or a problem', async () => {
		const column: Column = {
			name: 'a',
			type: 'INT32',
			repetition: 'OPTIONAL',
			definition: [1, 0, 1, 1],
			plain: [1, 2, 3].map(plain.int32)
		};
		const groups = [
			group(4, column, strings('b', ['x', 'yy', 'zzz', '']), longs('t', [0n, 1n, 2n, 3n], { converted: 'TIMESTAMP_MILLIS' }))
		];
		const ids = ['fileParquetBroken', 'fileTooBig', 'fileTooWide', 'fileLocked'];
		await survivesDamage('o.parquet', parquetFile(groups), ids);
		await survivesDamage('o.parquet', parquetFile(groups, packings[0]), ids);
	});
});
