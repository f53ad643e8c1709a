import { describe, expect, it } from 'vitest';
import { personalInFile, type PersonalKind } from '../../../src/lib/table/personal.js';
import { inferType } from '../../../src/lib/table/types.js';
import { textColumn } from './text-column.js';

function kindOf(header: string, cells: readonly string[], known = false): PersonalKind | null {
	const column = textColumn(cells, header);
	return personalInFile(column, inferType(column).type, known);
}
const many = (of: (i: number) => string, n = 40) => Array.from({ length: n }, (_, i) => of(i));

describe('a column of any file', () => {
	it.each<[PersonalKind, string, (i: number) => string]>([
		['name', 'Buyer name', (i) => `Person ${i}`],
		['name', 'Tên người nhận', (i) => `Khách ${i}`],
		['name', 'Nama Penerima', (i) => `Orang ${i}`],
		['email', 'a', (i) => `c${i}@shop.example`],
		['email', 'Thư điện tử', (i) => `none ${i}`],
		['phone', 'a', (i) => `09123456${10 + i}`],
		['phone', 'a', (i) => `849123456${10 + i}`],
		['phone', 'a', (i) => `012-345 67${10 + i}`],
		['phone', 'a', (i) => `+1 (415) 555-26${10 + i}`],
		['phone', 'No. Telefon', (i) => `600${i}`],
		['address', 'Alamat', (i) => `Taman ${i}`],
		['paper', 'CCCD', (i) => `0010990000${10 + i}`]
	])('%s, headed “%s”', (kind, header, cell) => {
		expect(kindOf(header, many(cell))).toBe(kind);
	});
	it('is judged by all of its texts, not by the first of them', () => {
		expect(kindOf('a', [...many((i) => `order ${i}`, 3000), ...many((i) => `c${i}@x.vn`, 3100)])).toBe('email');
		expect(kindOf('a', [...many((i) => `c${i}@x.vn`, 3000), ...many((i) => `order ${i}`, 3100)])).toBe(null);
	});
	it('is not personal where it numbers orders or goods', () => {
		expect(
			kindOf(
				'Name',
				many((i) => `#${1000 + i}`),
				true
			)
		).toBe(null);
		expect(
			kindOf(
				'Barcode',
				many((i) => `0890123456${10 + i}`)
			)
		).toBe(null);
		expect(
			kindOf(
				'Mã đơn hàng',
				many((i) => `0890123456${10 + i}`)
			)
		).toBe(null);
		expect(
			kindOf(
				'Amount',
				many((i) => String(1000 * i))
			)
		).toBe(null);
		expect(
			kindOf(
				'When',
				many((i) => `2024-01-${10 + (i % 20)}`)
			)
		).toBe(null);
	});
	it.each(['Notes', 'Note Attributes', 'Customer note', 'Ghi chú', 'Nhận xét từ Người mua', 'Catatan pembeli', 'Comments'])(
		'is free text that may hold names, headed “%s”',
		(header) => {
			expect(kindOf(header, ['Please ring Mrs Tan', '', ''])).toBe('note');
			expect(kindOf(header, ['Gửi cho chị Lan', 'Hàng dễ vỡ', 'Giao giờ hành chính'])).toBe('note');
		}
	);
	it('is free text where contacts stand in its sentences, whatever its header', () => {
		const sentences = many((i) => `please leave parcel ${i} at the door`);
		expect(kindOf('a', sentences)).toBe(null);
		expect(kindOf('a', [...sentences, 'ask for Minh on 0912 345 678 first'])).toBe('note');
		// Names of goods are short, and a number among them is no phone number of a customer.
		expect(kindOf('a', [...many((i) => `Tea ${i}`), 'Hotline 0912 345 678'])).toBe(null);
		expect(kindOf('Product', [...sentences, 'ask for Minh on 0912 345 678 first'])).toBe(null);
	});
	it('is personal though only one or two different e-mails stand in it', () => {
		expect(kindOf('Customer', ['an@x.vn', 'an@x.vn', 'bo@x.vn'])).toBe('email');
		expect(kindOf('Email', ['yes', 'no', 'yes'])).toBe(null);
	});
});
