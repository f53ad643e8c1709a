import type { AsyncBuffer, FileMetaData, ParquetParsers, SchemaElement, SchemaTree } from 'hyparquet';
import { part, type Task } from '../../task.js';
import { budgetFor, budgetOf, type Budget } from './budget.js';
import { readBytes, readingProblem } from './bytes.js';
import { checkWidth, inBlocks, type Cell, type Grid } from './grid.js';
import { clockText, isoDay, momentText } from './iso.js';

/** Rows of a row group that no writer makes: a header that claims more is not believed. */
const mostRows = 1 << 25;
/** Values of a small file, and values for each byte of a file, beyond which runs of one value are not unrolled: they may claim any number. */
const fewValues = 1 << 22;
const densest = 64;
const bytesOfValue = 8;
const perSecond = { MILLIS: 1000n, MICROS: 1_000_000n, NANOS: 1_000_000_000n } as const;

/** Gives points in time as the number they are stored as. */
const parsers: Partial<ParquetParsers> = { timestampFromNanoseconds: (nanos: bigint) => nanos };

/** The element without what would turn its values into floats and Dates. */
function stored(element: SchemaElement): SchemaElement {
	const { type, converted_type: converted, logical_type: logical, ...rest } = element;
	if (type === undefined) return element;
	const plain = { ...rest, type };
	if (type === 'BYTE_ARRAY') return converted === 'DECIMAL' || logical?.type === 'DECIMAL' ? plain : { ...plain, converted_type: 'UTF8' };
	if (converted === 'UINT_32' || converted === 'UINT_64') return { ...plain, converted_type: converted };
	if (logical?.type === 'INTEGER' || logical?.type === 'UUID' || logical?.type === 'FLOAT16') return { ...plain, logical_type: logical };
	return plain;
}

/** A whole number that bytes hold, two's complement with the highest byte first. */
function integerOf(bytes: Uint8Array): bigint {
	let value = 0n;
	for (const byte of bytes) value = (value << 8n) | BigInt(byte);
	return BigInt.asIntN(Math.max(1, bytes.length * 8), value);
}

function decimalText(value: bigint, scale: number): string {
	if (scale <= 0) return String(value * 10n ** BigInt(-scale));
	const digits = String(value < 0n ? -value : value).padStart(scale + 1, '0');
	return `${value < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The shortest decimal that is the same 32-bit float: 19.99 rather than 19.989999771118164. */
function shortest(value: number): number {
	for (let digits = 6; digits < 9; digits++) {
		const short = Number(value.toPrecision(digits));
		if (Math.fround(short) === value) return short;
	}
	return value;
}

/** How the values of a column are written. */
function writer({ type, converted_type: converted, logical_type: logical, scale }: SchemaElement): (value: unknown) => Cell {
	const whole = (value: unknown): bigint => (value instanceof Uint8Array ? integerOf(value) : BigInt(value as number | bigint));
	const point = logical?.type === 'DECIMAL' ? logical.scale : (scale ?? 0);
	if (converted === 'DECIMAL' || logical?.type === 'DECIMAL') {
		if (Math.abs(point) > 1000) throw new Error('scale of a decimal');
		return (value) => decimalText(whole(value), point);
	}
	if (type === 'INT96') return (value) => momentText(whole(value), perSecond.NANOS);
	if (converted === 'DATE' || logical?.type === 'DATE') return (value) => isoDay(Number(value));
	const unit =
		logical?.type === 'TIMESTAMP' || logical?.type === 'TIME' ? logical.unit : /MICROS$/.test(converted ?? '') ? 'MICROS' : 'MILLIS';
	if (logical?.type === 'TIMESTAMP' || converted?.startsWith('TIMESTAMP')) return (value) => momentText(whole(value), perSecond[unit]);
	if (logical?.type === 'TIME' || converted?.startsWith('TIME_')) return (value) => clockText(whole(value), perSecond[unit]);
	return (value) => {
		if (typeof value === 'bigint') return String(value);
		if (typeof value === 'number') return Number.isFinite(value) ? (type === 'FLOAT' ? shortest(value) : value) : null;
		if (value instanceof Uint8Array) return new TextDecoder().decode(value);
		return typeof value === 'string' || typeof value === 'boolean' ? value : null;
	};
}

interface Leaf {
	/** Names from the column of the table down to the value. */
	readonly path: readonly string[];
	readonly write: (value: unknown) => Cell;
}

/** Columns that hold one value a row; what holds lists, mappings or documents goes to `omitted`. */
function leavesOf(node: SchemaTree, leaves: Leaf[], omitted: string[]): void {
	for (const child of node.children) {
		const { repetition_type: repetition, converted_type: converted, logical_type: logical, type } = child.element;
		const several =
			repetition === 'REPEATED' || converted === 'LIST' || converted === 'MAP' || logical?.type === 'LIST' || logical?.type === 'MAP';
		if (several || logical?.type === 'VARIANT' || converted === 'BSON' || converted === 'INTERVAL') omitted.push(child.path.join('.'));
		else if (child.children.length > 0) leavesOf(child, leaves, omitted);
		else if (type !== undefined) leaves.push({ path: child.path, write: writer(child.element) });
	}
}

function valueAt(value: unknown, path: readonly string[]): unknown {
	for (let i = 1; i < path.length; i++)
		value = typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[path[i]!] : null;
	return value;
}

/** Walks the headers of the pages of a row group, so that no count or size in them is believed for an allocation. */
async function checkPages(
	name: string,
	file: Blob,
	metadata: FileMetaData,
	group: number,
	budget: Budget,
	unrolled: Budget
): Promise<void> {
	const { parquetHeader } = await import('hyparquet/src/column.js');
	const { num_rows, columns } = metadata.row_groups[group]!;
	const rows = Number(num_rows);
	if (!(rows >= 0 && rows <= mostRows)) throw new Error('rows of a row group');
	for (const { meta_data: meta } of columns) {
		if (!meta) throw new Error('column without a description');
		const from = Number(meta.dictionary_page_offset || meta.data_page_offset);
		const size = Number(meta.total_compressed_size);
		if (!(from >= 0 && size >= 0 && from + size <= file.size)) throw new Error('column outside of the file');
		const bytes = await readBytes(name, file, from, from + size);
		const reader = { view: new DataView(bytes.buffer), offset: 0 };
		const flat = meta.path_in_schema.length === 1;
		let values = 0;
		while (reader.offset < bytes.length - 1 && !(flat && values >= rows)) {
			const header = parquetHeader(reader);
			const data = header.data_page_header ?? header.data_page_header_v2;
			const count = data?.num_values ?? header.dictionary_page_header?.num_values ?? 0;
			const unpacked = header.uncompressed_page_size;
			if (!(count >= 0 && count <= mostRows && header.compressed_page_size >= 0 && unpacked >= 0)) throw new Error('size of a page');
			budget.spend(unpacked);
			unrolled.spend(count * bytesOfValue);
			if (data) values += count;
			reader.offset += header.compressed_page_size;
		}
		if (values > mostRows || (flat && values !== rows)) throw new Error('values of a column');
	}
}

/**
 * The table of a Parquet file, one row group in memory at a time. Columns inside of others become `outer.inner`; long integers,
 * decimals and points in time are text, exact. Columns of lists are left out and named in `omitted`.
 * @throws Problem fileParquetBroken, fileTooBig, fileTooWide, fileGone; the signal's reason when stopped
 */
export async function parquetGrid(name: string, file: Blob, task: Task): Promise<Grid> {
	const [{ parquetMetadataAsync, parquetScan, parquetSchema }, { compressors }] = await Promise.all([
		import('hyparquet'),
		import('hyparquet-compressors')
	]);
	const buffer: AsyncBuffer = {
		byteLength: file.size,
		async slice(from, to = file.size) {
			if (!(from >= 0 && from <= to && to <= file.size)) throw new Error('range outside of the file');
			return (await readBytes(name, file, from, to)).buffer;
		}
	};
	const guarded = async <T>(read: () => Promise<T>): Promise<T> => {
		try {
			return await read();
		} catch (cause) {
			task.signal.throwIfAborted();
			throw readingProblem(cause, name, 'fileParquetBroken');
		}
	};
	const leaves: Leaf[] = [];
	const omitted: string[] = [];
	const metadata = await guarded(async () => {
		const found = await parquetMetadataAsync(buffer, { geoparquet: false });
		leavesOf(parquetSchema(found), leaves, omitted);
		return { ...found, schema: found.schema.map(stored) };
	});
	const width = leaves.length;
	checkWidth(name, width);
	task.signal.throwIfAborted();

	async function* rows(): AsyncGenerator<Cell[][]> {
		const budget = budgetFor(name, file.size);
		const unrolled = budgetOf(name, file.size, Math.max(fewValues, densest * file.size) * bytesOfValue);
		const groups = metadata.row_groups.length;
		let from = 0;
		for (let group = 0; group < groups; group++) {
			const inner = part(task, group / groups, (group + 1) / groups);
			const count = Number(metadata.row_groups[group]!.num_rows);
			const columns = await guarded(async () => {
				await checkPages(name, file, metadata, group, budget, unrolled);
				const scan = await parquetScan({
					file: buffer,
					metadata,
					compressors,
					parsers,
					utf8: false,
					geoparquet: false,
					useOffsetIndex: false
				});
				const read = new Map<string, ArrayLike<unknown>>();
				for (const { path } of leaves) {
					const column = path[0]!;
					if (read.has(column) || count === 0) continue;
					const values = (await scan.readColumn({ column, rowStart: from, rowEnd: from + count })) as ArrayLike<unknown>;
					if (values.length !== count) throw new Error('rows of a column');
					read.set(column, values);
					await task.breathe();
					task.signal.throwIfAborted();
				}
				return read;
			});
			const row = (i: number): Cell[] =>
				leaves.map(({ path, write }) => {
					const value = valueAt(columns.get(path[0]!)![i], path);
					return value === null || value === undefined ? null : write(value);
				});
			const blocks = inBlocks(count, row, inner);
			for (;;) {
				const block = await guarded(() => blocks.next());
				if (block.done) break;
				yield block.value;
			}
			from += count;
		}
	}
	const header = leaves.map(({ path }) => path.join('.'));
	return { width, header, rows: rows(), ...(omitted.length > 0 ? { omitted } : {}) };
}
