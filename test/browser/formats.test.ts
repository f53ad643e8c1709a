import { gzipSync, strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../src/lib/table/formats/open.js';
import { parquetFile, plain } from '../lib/table/formats/parquet-file.js';
import { one, problemOf, read } from '../lib/table/formats/read.js';
import { workbookFile } from '../lib/table/formats/workbook-file.js';
import { idle } from '../task.js';

const csv = 'id,amount\n1,2.50\n'.repeat(1000);

describe('the decompression and the libraries of a browser', () => {
	it('unpack archives', async () => {
		const bytes = zipSync({ 'a.csv': strToU8(csv), 'b.csv.gz': gzipSync(strToU8(csv)) });
		expect(await read('x.zip', bytes)).toEqual([`x.zip › a.csv: ${csv}`, `x.zip › b.csv.gz: ${csv}`]);
	});
	it('tell what is damaged, and what is too much', async () => {
		const gzip = gzipSync(strToU8(csv));
		expect(await problemOf('x.gz', gzip.subarray(0, gzip.length - 9))).toMatchObject({ id: 'fileGzipBroken' });
		const zip = zipSync({ 'a.csv': strToU8(csv) });
		zip[60]! ^= 0xff;
		expect(await problemOf('x.zip', zip)).toMatchObject({ id: 'fileZipBroken' });
		expect(await problemOf('x.gz', gzipSync(new Uint8Array(80 << 20)))).toMatchObject({ id: 'fileTooBig' });
	});
	it('read workbooks and Parquet', async () => {
		const rows = '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>45382.5</v></c></row>';
		const book = workbookFile({ sheets: [{ name: 'S', rows }], strings: ['<t>Ánh</t>'], formats: ['d/m/yyyy'] });
		expect((await one('o.xlsx', book)).rows).toEqual([['Ánh', '', '2024-03-31 12:00:00']]);
		const columns = [{ name: 'a', type: 'BYTE_ARRAY', converted: 'UTF8', plain: [plain.bytes('Ánh')] }] as const;
		const snappy = {
			codec: 'SNAPPY',
			pack: (bytes: Uint8Array) => new Uint8Array([bytes.length, (bytes.length - 1) << 2, ...bytes])
		} as const;
		expect((await one('o.parquet', parquetFile([{ rows: 1, columns }], snappy))).rows).toEqual([['Ánh']]);
	});
	it('stop when asked', async () => {
		const stop = new AbortController();
		const task = { ...idle, signal: stop.signal, progress: () => stop.abort() };
		const file = new Blob([gzipSync(strToU8(csv.repeat(1500))) as BlobPart]);
		await expect(openFile('x.gz', file, task)).rejects.toMatchObject({ name: 'AbortError' });
	});
});
