/**
 * Writes Parquet files byte by byte after the format's own description (parquet.thrift and "Data Pages" of apache/parquet-format, and the
 * Thrift compact protocol): PLAIN values, one page a column, levels as runs of one.
 */

const types = ['BOOLEAN', 'INT32', 'INT64', 'INT96', 'FLOAT', 'DOUBLE', 'BYTE_ARRAY', 'FIXED_LEN_BYTE_ARRAY'] as const;
const converted = {
	UTF8: 0,
	MAP: 1,
	LIST: 3,
	ENUM: 4,
	DECIMAL: 5,
	DATE: 6,
	TIME_MILLIS: 7,
	TIMESTAMP_MILLIS: 9,
	TIMESTAMP_MICROS: 10,
	UINT_64: 14,
	JSON: 19
};
const codecs = { UNCOMPRESSED: 0, SNAPPY: 1, GZIP: 2, BROTLI: 4, LZ4_RAW: 7 };
const repetitions = ['REQUIRED', 'OPTIONAL', 'REPEATED'] as const;

type Bytes = readonly number[];
type Field = readonly [id: number, type: number, bytes: Bytes];

function varint(value: number | bigint): number[] {
	const out: number[] = [];
	for (let rest = BigInt(value); ; rest >>= 7n) {
		if (rest < 0x80n) return [...out, Number(rest)];
		out.push(Number(rest & 0x7fn) | 0x80);
	}
}
const zigzag = (value: number | bigint): number[] => varint(BigInt(value) >= 0n ? BigInt(value) * 2n : BigInt(value) * -2n - 1n);
const text = (value: string): number[] => [...new TextEncoder().encode(value)];

export const i32 = (id: number, value: number): Field => [id, 5, zigzag(value)];
const i64 = (id: number, value: number | bigint): Field => [id, 6, zigzag(value)];
const binary = (id: number, value: string): Field => [id, 8, [...varint(text(value).length), ...text(value)]];
const list = (id: number, type: number, items: readonly Bytes[]): Field => [
	id,
	9,
	[...(items.length < 15 ? [(items.length << 4) | type] : [0xf0 | type, ...varint(items.length)]), ...items.flat()]
];
export function struct(fields: readonly Field[]): number[] {
	let last = 0;
	const out = fields.flatMap(([id, type, bytes]) => {
		const head = ((id - last) << 4) | type;
		last = id;
		return [head, ...bytes];
	});
	return [...out, 0];
}
export const nested = (id: number, fields: readonly Field[]): Field => [id, 12, struct(fields)];
const yes = (id: number): Field => [id, 1, []];

export type Type = (typeof types)[number];

/** A column of values, or a group of columns. */
export interface Column {
	readonly name: string;
	readonly repetition?: (typeof repetitions)[number];
	readonly converted?: keyof typeof converted;
	readonly logical?: Field;
	readonly children?: readonly Column[];
	readonly type?: Type;
	readonly length?: number;
	readonly scale?: number;
	/** Values that are there, each PLAIN. */
	readonly plain?: readonly Bytes[];
	/** Levels of each entry, where the column has any; their greatest values are `most`. */
	readonly definition?: readonly number[];
	readonly repeated?: readonly number[];
	/** So many entries without a value, told in one run of a few bytes. */
	readonly nulls?: number;
}

export const timestamp = (unit: 'MILLIS' | 'MICROS' | 'NANOS'): Field =>
	nested(8, [yes(1), nested(2, [nested(['MILLIS', 'MICROS', 'NANOS'].indexOf(unit) + 1, [])])]);

const little = (size: number, set: (view: DataView) => void): number[] => {
	const bytes = new Uint8Array(size);
	set(new DataView(bytes.buffer));
	return [...bytes];
};
export const plain = {
	int32: (value: number) => little(4, (view) => view.setInt32(0, value, true)),
	int64: (value: bigint) => little(8, (view) => view.setBigInt64(0, value, true)),
	float: (value: number) => little(4, (view) => view.setFloat32(0, value, true)),
	double: (value: number) => little(8, (view) => view.setFloat64(0, value, true)),
	bytes: (value: string | Bytes) => {
		const bytes = typeof value === 'string' ? text(value) : value;
		return [...plain.int32(bytes.length), ...bytes];
	}
};

const runs = (levels: readonly number[] | undefined): number[] => {
	if (!levels) return [];
	const bytes = levels.flatMap((level) => [2, level]);
	return [...plain.int32(bytes.length), ...bytes];
};

/** A run of level 0, `count` entries long. */
const oneRun = (count: number): number[] => {
	const bytes: number[] = [];
	for (let rest = count * 2; rest > 0; rest = Math.floor(rest / 128)) bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
	return [...plain.int32(bytes.length + 1), ...bytes, 0];
};

export interface Packing {
	readonly codec: keyof typeof codecs;
	pack(bytes: Uint8Array): Uint8Array;
}

/** A file of row groups of the same columns. */
export function parquetFile(groups: readonly { rows: number; columns: readonly Column[] }[], packing?: Packing): Uint8Array {
	const schema: Bytes[] = [];
	const describe = (column: Column) => {
		schema.push(
			struct([
				...(column.type ? [i32(1, types.indexOf(column.type))] : []),
				...(column.length ? [i32(2, column.length)] : []),
				i32(3, repetitions.indexOf(column.repetition ?? 'REQUIRED')),
				binary(4, column.name),
				...(column.children ? [i32(5, column.children.length)] : []),
				...(column.converted ? [i32(6, converted[column.converted])] : []),
				...(column.scale === undefined ? [] : [i32(7, column.scale)]),
				...(column.logical ? [nested(10, [column.logical])] : [])
			])
		);
		column.children?.forEach(describe);
	};
	const first = groups[0]!.columns;
	schema.push(struct([binary(4, 'schema'), i32(5, first.length)]));
	first.forEach(describe);
	const out: number[] = text('PAR1');
	const rowGroups = groups.map(({ rows, columns }) => {
		const chunks: Bytes[] = [];
		const write = (column: Column, above: readonly string[]) => {
			const path = [...above, column.name];
			if (column.children) return column.children.forEach((child) => write(child, path));
			const page = column.nulls ? oneRun(column.nulls) : [...runs(column.repeated), ...runs(column.definition), ...column.plain!.flat()];
			const packed = packing ? [...packing.pack(new Uint8Array(page))] : page;
			const count = column.nulls ?? column.definition?.length ?? rows;
			const header = struct([
				i32(1, 0),
				i32(2, page.length),
				i32(3, packed.length),
				nested(5, [i32(1, count), i32(2, 0), i32(3, 3), i32(4, 3)])
			]);
			const at = out.length;
			out.push(...header, ...packed);
			chunks.push(
				struct([
					i64(2, at),
					nested(3, [
						i32(1, types.indexOf(column.type!)),
						list(2, 5, [zigzag(0), zigzag(3)]),
						list(
							3,
							8,
							path.map((step) => binary(1, step)[2])
						),
						i32(4, codecs[packing?.codec ?? 'UNCOMPRESSED']),
						i64(5, count),
						i64(6, header.length + page.length),
						i64(7, header.length + packed.length),
						i64(9, at)
					])
				])
			);
		};
		columns.forEach((column) => write(column, []));
		return struct([list(1, 12, chunks), i64(2, out.length), i64(3, rows)]);
	});
	const rows = groups.reduce((sum, group) => sum + group.rows, 0);
	const footer = struct([i32(1, 2), list(2, 12, schema), i64(3, rows), list(4, 12, rowGroups)]);
	return new Uint8Array([...out, ...footer, ...plain.int32(footer.length), ...text('PAR1')]);
}
