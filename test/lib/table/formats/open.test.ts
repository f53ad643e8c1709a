import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { openFile } from '../../../../src/lib/table/formats/open.js';
import { crc32 } from '../../../../src/lib/table/formats/unpack.js';
import { gzipSync } from 'node:zlib';
import { idle } from '../../../task.js';
import { survivesDamage } from './damage.js';
import { problemOf, read } from './read.js';

const gzip = (content: string | Uint8Array): Uint8Array => new Uint8Array(gzipSync(content));
const csv = 'id,amount\n1,2.50\n';

describe('a file', () => {
	it('of text is handed on as it is, whatever its name', async () => {
		expect(await read('x.xlsx', csv)).toEqual([`x.xlsx: ${csv}`]);
		expect(await read('x.gz', '')).toEqual(['x.gz: ']);
		expect(await read('x.csv', '[id],[name]\n1,a\n')).toEqual(['x.csv: [id],[name]\n1,a\n']);
	});
	it('packed with gzip is unpacked twice at most', async () => {
		expect(await read('x.csv', gzip(gzip(csv)))).toEqual([`x.csv: ${csv}`]);
		expect(await problemOf('x.csv', gzip(gzip(gzip(csv))))).toMatchObject({ id: 'fileTooDeep', facts: { file: 'x.csv' } });
	});
	it('packed with gzip that breaks off is refused', async () => {
		const whole = gzip(csv.repeat(10_000));
		expect(await problemOf('x.gz', whole.subarray(0, whole.length - 20))).toMatchObject({ id: 'fileGzipBroken', facts: { file: 'x.gz' } });
	});
	it('that vanishes is said to be gone', async () => {
		const gone = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }) };
		await expect(openFile('f.csv', gone as unknown as Blob, idle)).rejects.toMatchObject({ id: 'fileGone', facts: { file: 'f.csv' } });
		const vanishing = {
			size: 10,
			slice: () => new Blob([gzip(csv) as BlobPart]),
			stream: () => new ReadableStream({ pull: (controller) => controller.error(new DOMException('', 'NotReadableError')) })
		};
		await expect(openFile('f.gz', vanishing as unknown as Blob, idle)).rejects.toMatchObject({ id: 'fileGone', facts: { file: 'f.gz' } });
	});
	it('stops being read when asked', async () => {
		const stop = new AbortController();
		const running = openFile('x.gz', new Blob([gzip('a,b\n'.repeat(6e6)) as BlobPart]), {
			...idle,
			signal: stop.signal,
			progress: () => stop.abort()
		});
		await expect(running).rejects.toMatchObject({ name: 'AbortError' });
	});
	it('that unpacks to far more than it is, is refused', async () => {
		expect(await problemOf('bomb.gz', gzip(new Uint8Array(100 << 20)))).toMatchObject({
			id: 'fileTooBig',
			facts: { file: 'bomb.gz', size: 1, limit: 64 }
		});
		const twice = zipSync({ 'a.csv': new Uint8Array(40 << 20), 'b.csv': new Uint8Array(40 << 20) });
		expect(await problemOf('bomb.zip', twice)).toMatchObject({ id: 'fileTooBig' });
		expect(await read('well.gz', gzip('a\n'.repeat(20 << 20)))).toHaveLength(1);
	});
});

describe('a ZIP', () => {
	it('is each file inside in turn', async () => {
		const bytes = zipSync({
			'2024/march.csv': strToU8(csv),
			'empty/': new Uint8Array(),
			'__MACOSX/2024/._march.csv': strToU8('x'),
			'.DS_Store': strToU8('x'),
			'april.csv.gz': gzip(csv),
			'may.json': strToU8('[{"id":1}]'),
			'inner.zip': zipSync({ 'tháng 6.csv': strToU8(csv) }),
			'logo.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])
		});
		expect(await read('orders.zip', bytes)).toEqual([
			`orders.zip › 2024/march.csv: ${csv}`,
			`orders.zip › april.csv.gz: ${csv}`,
			{ name: 'orders.zip › may.json', header: ['id'], width: 1, rows: [['1']], omitted: [] },
			`orders.zip › inner.zip › tháng 6.csv: ${csv}`
		]);
	});
	it('may be stored without packing, and have names that point elsewhere', async () => {
		const bytes = zipSync({ '../../etc/__proto__': [strToU8(csv), { level: 0 }] });
		expect(await problemOf('x.zip', bytes)).toMatchObject({ id: 'fileZipEmpty' });
		expect(await read('x.zip', zipSync({ '/etc/__proto__': [strToU8(csv), { level: 0 }] }))).toEqual([`x.zip › /etc/__proto__: ${csv}`]);
	});
	it('without a table, in a ZIP in a ZIP in a ZIP, or of another kind of document is refused', async () => {
		expect(await problemOf('x.zip', zipSync({}))).toMatchObject({ id: 'fileZipEmpty' });
		const inside = (levels: number): Uint8Array => (levels === 0 ? strToU8(csv) : zipSync({ x: inside(levels - 1) }));
		expect(await problemOf('x.zip', inside(3))).toMatchObject({ id: 'fileTooDeep', facts: { file: 'x.zip › x › x' } });
		expect(await problemOf('x.ods', zipSync({ 'META-INF/manifest.xml': strToU8('<x/>') }))).toMatchObject({
			id: 'fileBinary',
			facts: { kind: 'ODS' }
		});
	});
	it('with a password is said to have one', async () => {
		const bytes = zipSync({ 'a.csv': strToU8(csv) });
		const directory = bytes.length - 22 - 46 - 5;
		bytes[directory + 8]! |= 1;
		expect(await problemOf('x.zip', bytes)).toMatchObject({ id: 'fileLocked', facts: { file: 'x.zip' } });
	});
	it('in which a byte of a file has changed is refused', async () => {
		const bytes = zipSync({ 'a.csv': [strToU8(csv), { level: 0 }] });
		bytes[30 + 5 + 3]! ^= 1;
		expect(await problemOf('x.zip', bytes)).toMatchObject({ id: 'fileZipBroken' });
	});
	it('has the checksum of the standard', () => {
		expect(crc32(strToU8('123456789'))).toBe(0xcbf43926);
		expect(crc32(strToU8('6789'), crc32(strToU8('12345')))).toBe(0xcbf43926);
	});
	it('or gzip that is damaged ends with tables or a problem', async () => {
		const file = strToU8(csv.repeat(20));
		const ids = ['fileZipBroken', 'fileZipEmpty', 'fileLocked', 'fileGzipBroken', 'fileTooBig', 'fileTooDeep', 'fileBinary'];
		await survivesDamage('x.zip', zipSync({ 'a.csv': file, 'b.csv.gz': gzip(file) }), ids);
		await survivesDamage('x.gz', gzip(file), ids);
	});
});
