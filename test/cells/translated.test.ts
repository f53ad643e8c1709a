import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { run as data } from '../../src/cells/data/run.js';
import { newFile, paramsOf, spec } from '../../src/cells/data/spec.js';
import { quietContext } from '../context.js';

async function read(...lines: readonly string[]) {
	const name = 'export.csv';
	const ctx = { ...quietContext(), file: () => new File([lines.join('\n')], name) };
	const params = { ...paramsOf([newFile({ kind: 'file', id: name, name })]), currency: null };
	const { view, blocked } = await data(ctx, v.parse(spec.params, params), {});
	const file = view.files[0]!;
	const named = Object.fromEntries(Object.entries(file.roles).map(([role, at]) => [role, file.columns[at]!.name]));
	return {
		blocked: blocked?.id ?? null,
		origin: file.origin,
		unsure: file.unsure,
		kind: file.kind,
		named,
		log: file.log,
		people: file.people,
		events: file.events
	};
}
const repeat = (n: number, line: (i: number) => string) => Array.from({ length: n }, (_, i) => line(i));
const two = (i: number) => String(i).padStart(2, '0');

describe('files with translated headers', () => {
	it('of a Vietnamese shop: an order log with a total for each order', async () => {
		const lines = repeat(
			40,
			(i) => `DH${i},KH${i % 9},${two(1 + (i % 28))}/03/2024 10:${two(i)},Hoàn thành,Facebook,${(i + 1) * 10}.000 ₫,0`
		);
		expect(
			await read('Mã đơn hàng,Mã khách hàng,Ngày đặt hàng,Trạng thái đơn hàng,Kênh bán hàng,Tổng tiền,Giảm giá', ...lines)
		).toMatchObject({
			blocked: null,
			kind: 'orders',
			named: {
				order: 'Mã đơn hàng',
				customer: 'Mã khách hàng',
				time: 'Ngày đặt hàng',
				amount: 'Tổng tiền',
				status: 'Trạng thái đơn hàng',
				channel: 'Kênh bán hàng',
				discount: 'Giảm giá'
			},
			log: { customers: 9, orders: 40, currency: 'VND' }
		});
	});
	it('of a Vietnamese till: lines with quantity and price, customers by phone', async () => {
		const lines = repeat(
			40,
			(i) => `HD${i >> 1};${two(1 + (i % 28))}/03/2024;09${two(i % 7)}345678;Áo thun ${i % 5};Thời trang;${1 + (i % 3)};150.000`
		);
		expect(await read('Số hóa đơn;Ngày bán;Số điện thoại;Tên hàng;Nhóm hàng;Số lượng;Đơn giá', ...lines)).toMatchObject({
			blocked: null,
			kind: 'orders',
			named: {
				order: 'Số hóa đơn',
				customer: 'Số điện thoại',
				time: 'Ngày bán',
				product: 'Tên hàng',
				category: 'Nhóm hàng',
				quantity: 'Số lượng',
				price: 'Đơn giá'
			},
			log: { customers: 7, orders: 20 }
		});
	});
	it('of a Malay shop: an order log', async () => {
		const lines = repeat(40, (i) => `P${i},C${i % 9},${1 + (i % 28)}/3/2024,RM ${i + 1}.50,Selesai,Dalam talian`);
		expect(await read('No. Pesanan,ID Pelanggan,Tarikh Pesanan,Jumlah Bayaran,Status Pesanan,Saluran Jualan', ...lines)).toMatchObject({
			blocked: null,
			kind: 'orders',
			named: {
				order: 'No. Pesanan',
				customer: 'ID Pelanggan',
				time: 'Tarikh Pesanan',
				amount: 'Jumlah Bayaran',
				status: 'Status Pesanan',
				channel: 'Saluran Jualan'
			},
			log: { customers: 9, orders: 40, currency: 'MYR' }
		});
	});
	it('of a Malay till: lines with quantity and price, customers by name', async () => {
		const lines = repeat(40, (i) => `R${i >> 1},${1 + (i % 28)}/3/2024,Nur ${i % 7},Teh ${i % 4},Minuman,${1 + (i % 3)},4.50`);
		expect(await read('No. Resit,Tarikh Transaksi,Nama Pelanggan,Nama Produk,Kategori,Kuantiti,Harga Seunit', ...lines)).toMatchObject({
			blocked: null,
			kind: 'orders',
			named: {
				order: 'No. Resit',
				customer: 'Nama Pelanggan',
				time: 'Tarikh Transaksi',
				description: 'Nama Produk',
				category: 'Kategori',
				quantity: 'Kuantiti',
				price: 'Harga Seunit'
			},
			log: { customers: 7, orders: 20 }
		});
	});
	it('of a Vietnamese loyalty programme: a table of customers', async () => {
		const lines = repeat(
			30,
			(i) =>
				`KH${i},Trần An ${i},${two(1 + (i % 28))}/05/19${70 + (i % 30)},${i % 2 ? 'Nam' : 'Nữ'},${['Bạc', 'Vàng'][i % 2]},${i * 3},${i % 3}`
		);
		expect(await read('Mã khách hàng,Họ và tên,Ngày sinh,Giới tính,Hạng thành viên,Điểm tích lũy,Số lần mua', ...lines)).toMatchObject({
			blocked: null,
			kind: 'people',
			named: { customer: 'Mã khách hàng' },
			people: { customers: 30 }
		});
	});
	it('of a Malay loyalty programme: a table of customers', async () => {
		const lines = repeat(
			30,
			(i) =>
				`${i}@mel.my,Siti ${i},${1 + (i % 28)}/5/19${70 + (i % 30)},${i % 2 ? 'Lelaki' : 'Perempuan'},${['Selangor', 'Perak'][i % 2]},${i * 3}`
		);
		expect(await read('Emel,Nama Penuh,Tarikh Lahir,Jantina,Negeri,Mata Ganjaran', ...lines)).toMatchObject({
			blocked: null,
			kind: 'people',
			named: { customer: 'Emel' },
			people: { customers: 30 }
		});
	});
	it('of Malay visits: a log of events', async () => {
		const lines = repeat(40, (i) => `u${i % 6},${two(1 + (i % 28))}/03/2024 10:${two(i)},Lihat halaman,/teh/${i % 4}`);
		expect(await read('ID Pengguna,Masa,Peristiwa,Halaman', ...lines)).toMatchObject({
			blocked: null,
			kind: 'events',
			named: { customer: 'ID Pengguna', time: 'Masa', event: 'Peristiwa', page: 'Halaman' },
			events: { customers: 6 }
		});
	});
	it.each([
		[
			'a marketplace in Malay',
			'ID Pesanan,Status Pesanan,Tarikh Pesanan Dibuat,Nama Produk,Harga Tawaran,Kuantiti,Jumlah Harga,Nama Pengguna (Pembeli)',
			'Nama Pengguna (Pembeli)'
		],
		[
			'a marketplace in Vietnamese',
			'ID đơn hàng,Trạng thái đơn hàng,Thời gian tạo,Tên sản phẩm,Đơn giá,Số lượng,Số tiền đơn hàng,Tên người dùng của người mua',
			'Tên người dùng của người mua'
		],
		['a web shop in Vietnamese', 'Đơn hàng,Trạng thái thanh toán,Ngày tạo,Sản phẩm,Giá,Số lượng,Tổng cộng,Email', 'Email']
	])('with lines of orders: %s', async (_what, header, customer) => {
		const lines = repeat(40, (i) => `5801${i},Selesai,2024-03-${two(1 + (i % 28))} 10:${two(i)},Teh,4.50,2,9.00,pembeli${i % 6}`);
		const { blocked, origin, unsure, kind, named, log } = await read(header, ...lines);
		expect({ blocked, origin, unsure, kind, customer: named['customer'], customers: log?.customers, orders: log?.orders }).toEqual({
			blocked: null,
			origin: null,
			unsure: [],
			kind: 'orders',
			customer,
			customers: 6,
			orders: 40
		});
	});
});
