import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ColumnType } from '../../../src/lib/table/table.js';
import { inferred } from './text-column.js';

const number = (mark: '.' | ',' = '.', currencies: string[] = [], percent = false): ColumnType => ({
	kind: 'number',
	mark,
	currencies,
	percent
});
const date = (order: 'dmy' | 'mdy' | 'ymd' = 'ymd', certain = true): ColumnType => ({ kind: 'time', style: 'date', order, certain });
const counted = (style: 'serial' | 'seconds' | 'millis' | 'micros'): ColumnType => ({ kind: 'time', style, order: 'ymd', certain: true });
const text: ColumnType = { kind: 'text' };
const boolean: ColumnType = { kind: 'boolean' };
const empty: ColumnType = { kind: 'empty' };

describe('the type of a column', () => {
	const cases: [string, string[], ColumnType, string?][] = [
		['nothing', [], empty],
		['only blanks', ['', '  ', '\t', '\u00a0'], empty],
		['only markers', ['NA', 'N/A', 'NULL', 'null', 'NaN', 'None', '#N/A', '-', '–', '(blank)', ' NA '], empty],
		['words', ['red', 'blue'], text],
		['long texts', ['SET OF 6 RED HEARTS, 12 CM', 'JUMBO BAG 2'], text],

		['true and false', ['true', 'FALSE', 'True', ''], boolean],
		['yes and no', ['Yes', 'no', 'NA'], boolean],
		['letters', ['Y', 'n', 'y'], boolean],
		['t and f', ['t', 'f'], boolean],
		['on and off', ['on', 'OFF'], boolean],
		['Vietnamese', ['có', 'Không'], boolean],
		['Vietnamese, decomposed', ['đúng'.normalize('NFD'), 'Sai'], boolean],
		['Malay', ['ya', 'Tidak'], boolean],
		['Malay, true and false', ['Benar', 'salah'], boolean],
		['yes alone', ['yes', ''], boolean],
		['one letter that may be a gender', ['F', 'F'], text],
		['words and one more', ['yes', 'no', 'maybe'], text],
		['0 and 1', ['0', '1'], number()],

		['whole numbers', ['1', '20', '-3'], number()],
		['decimals', ['1.50', '2.25'], number()],
		['decimal commas', ['1,50', '2,25'], number(',')],
		['American', ['$1,234.50', '-$3.00'], number('.', ['USD'])],
		['German', ['1.234,50 €', '3,00 €'], number(',', ['EUR'])],
		['Indian', ['₹12,34,567', '₹100'], number('.', ['INR'])],
		['dong', ['17.000 ₫', '250.000 ₫'], number(',', ['VND'])],
		['dong in the header', ['17.000', '250.000'], number(','), 'Thành tiền (VNĐ)'],
		['dong in the header, with a point', ['17000.00', '250000.00'], number(), 'Giá (₫)'],
		['ringgit', ['RM 12.50', 'RM 1,300.00'], number('.', ['MYR'])],
		['several currencies, the commonest first', ['€5', '$6', '$7'], number('.', ['USD', 'EUR'])],
		['accounting', ['(45.00)', '12.00', '1,000.00'], number()],
		['trailing minus', ['12-', '13'], number()],
		['percent', ['12%', '12.5 %'], number('.', [], true)],
		['floats of a program', ['0.30000000000000004', '1.5E-05', '1e-7', '2.5e3'], number()],
		['markers among numbers', ['1', 'NA', '', '-', 'NaN', '(blank)', '3'], number()],
		['years', ['2019', '2020', '2021'], number(), 'Year'],
		['prices that look like serials', ['43861', '45000', '39999'], number(), 'Price'],
		['amounts in thousands of dong', ['20150000', '19970000'], number(), 'x'],
		['a thousand times one half', ['1.5k', '2k'], text],

		['leading zeros', ['00123', '00124'], text],
		['one leading zero among many', [...Array<string>(200).fill('123'), '0123'], text],
		['zero before a decimal mark', ['0.5', '00.5', '0'], number()],
		['phones', ['0912345678', '0987654321'], text],
		['phones with their country', ['+84912345678', '+60123456789'], text],
		['phones in groups', ['0912 345 678', '012-345 6789', '(028) 3822 1234'], text],
		['phones that lost their zero', ['912345678', '987654321'], text, 'Phone'],
		['phones under a Vietnamese name', ['84 912 345 678'], text, 'Số điện thoại'],
		['ids of twenty digits', ['12345678901234567890'], text],
		['ids of eighteen digits', ['576460752303423488', '576460752303423490'], text, 'Order ID'],
		['fifteen digits', ['285147350112345', '999999999999999'], number(), 'orderNumber'],
		['codes with an E', ['1E5', '12E3', '22423'], text],
		['a code with an e', ['22423', '84029e5'], text],
		['postcodes with an apostrophe', ["'75008", "'10115"], text],
		['stock codes', ['85123A', '22423', '10002'], text],
		['IP addresses', ['192.168.1.1', '10.0.0.12'], text],
		['versions', ['1.2.3', '1.10.0'], text],
		['times of day', ['09:30', '10:45:12'], text],

		['ISO', ['2024-03-12', '2024-03-13T10:00:00Z'], date()],
		['Shopify', ['2025-10-07 09:50:26 +0200', ''], date()],
		['day first', ['01/02/2024', '25/02/2024'], date('dmy')],
		['month first', ['12/1/2010 8:26', '12/25/2010 9:00'], date('mdy')],
		['either way', ['01/02/2024', '03/04/2024'], date('dmy', false)],
		['HubSpot', ['2024-03-12 09:14', '3/15/2024 2:30 PM'], date('mdy')],
		['TikTok', ['03/15/2024 02:30:05 PM\t'], date('mdy')],
		['two digits of a year', ['05/04/22', '25/04/22'], date('dmy')],
		['names of months', ['12 Mac 2024', '1 Ogos 2024'], date()],
		['Vietnamese months', ['12 thg 3, 2024', '12 tháng 3 năm 2024'], date()],
		['year and month', ['2024-03', '2024-04'], date()],
		['packed', ['20240312', '19991231'], date()],
		['packed with a clock', ['20240312093000'], date()],
		['GA4', ['20240312', '20240313'], date(), 'event_date'],
		['packed digits that are ids', ['20240312', '20240313'], number(), 'Order ID'],
		['seconds', ['1710235530', '1710235531'], counted('seconds')],
		['millis', ['1710235530123', '1710235531000'], counted('millis')],
		['micros', ['1710235530123456'], counted('micros'), 'event_timestamp'],
		['ids in the range of seconds', ['1000000001', '1000000002'], number(), 'customer_id'],
		['round amounts in the range of seconds', ['1000000000', '1250000000'], number()],
		['revenue in the range of seconds', ['1000000001', '1250000000'], number(), 'Doanh thu'],
		['barcodes in the range of millis', ['3017620422003', '4006381333931'], number(), 'EAN'],
		['serials under a name', ['43861', '45363.5'], counted('serial'), 'Order Date'],
		['serials under a Vietnamese name', ['43861', '45363.5'], counted('serial'), 'Ngày đặt hàng'],
		['serials under a Malay name', ['43861'], counted('serial'), 'Tarikh'],
		['numbers in the range of serials', ['43861', '45363'], number()],
		['lifetime values in the range of serials', ['43861', '45363'], number(), 'Total Customer Lifetime Value'],
		['seconds spent', ['43861', '45363'], number(), 'Time spent'],
		['days since the last order', ['12', '300'], number(), 'Days since last order date']
	];
	it.each(cases)('%s: %j', (_, cells, type, name = 'x') => {
		expect(inferred(cells, { name }).type).toEqual(type);
	});
	it('takes typed numbers with a point', () => {
		expect(inferred(['17.125', '250.375', '1000'], { typed: true, name: 'Giá (VND)' }).type).toEqual(number('.'));
		expect(inferred(['17.125', '250.375', '1000'], { name: 'Giá (VND)' }).type).toEqual(number(','));
	});
	it('reads typed columns whose cells are texts after all', () => {
		expect(inferred(['1.234,50', '2,25'], { typed: true }).type).toEqual(number(','));
		expect(inferred(['12/03/2024', '25/03/2024'], { typed: true }).type).toEqual(date('dmy'));
		expect(inferred(['43861', '45363'], { typed: true }).type).toEqual(number());
	});
});

describe('cells that do not fit', () => {
	const many = (good: string, bad: string, share: number) => [...Array<string>(100 - share).fill(good), ...Array<string>(share).fill(bad)];
	it('are borne up to one in twenty, by rows', () => {
		expect(inferred(many('12.5', 'free', 5))).toEqual({
			type: number(),
			filled: 100,
			distinct: 2,
			missing: 0,
			bad: 5,
			badExamples: [{ code: 2, text: 'free' }],
			values: Float64Array.of(NaN, 12.5, NaN)
		});
		expect(inferred(many('12.5', 'free', 6))).toMatchObject({ type: text, bad: 0, badExamples: [] });
		expect(inferred(many('2024-03-12', 'soon', 5))).toMatchObject({ type: date(), bad: 5, badExamples: [{ code: 2, text: 'soon' }] });
		expect(inferred(many('2024-03-12', 'soon', 6)).type).toEqual(text);
		expect(inferred(many('1710235530', '0', 5))).toMatchObject({ type: counted('seconds'), bad: 5 });
	});
	it('count rows, not distinct texts', () => {
		const odd = Array.from({ length: 5 }, (_, i) => `odd ${i}`);
		expect(inferred([...Array<string>(95).fill('7'), ...odd])).toMatchObject({ type: number(), filled: 100, distinct: 6, bad: 5 });
	});
	it('are counted apart from those that are missing', () => {
		const cells = [...Array<string>(95).fill('7'), 'x', '', 'NA', ' '];
		expect(inferred(cells)).toMatchObject({ filled: 96, missing: 3, distinct: 2, bad: 1 });
	});
	it('are shown up to twenty', () => {
		const odd = Array.from({ length: 30 }, (_, i) => `odd ${i}`);
		const { bad, badExamples } = inferred([...Array<string>(1000).fill('7'), ...odd]);
		expect(bad).toBe(30);
		expect(badExamples.map((example) => example.text)).toEqual(odd.slice(0, 20));
	});
	it('include the dates that contradict the others', () => {
		const cells = [...Array<string>(40).fill('25/02/2024'), '02/25/2024'];
		expect(inferred(cells)).toMatchObject({ type: date('dmy'), bad: 1, badExamples: [{ text: '02/25/2024' }] });
	});
});

describe('what a person says', () => {
	it('goes before what the cells say', () => {
		expect(inferred(['1', '2'], { choice: { kind: 'text' } })).toMatchObject({ type: text, bad: 0 });
		expect(inferred(['00123', '7'], { choice: { kind: 'number' } })).toMatchObject({ type: number(), bad: 0 });
		expect(inferred(['7', 'x', 'y'], { choice: { kind: 'number' } })).toMatchObject({ type: number(), bad: 2 });
		expect(inferred(['yes', 'perhaps'], { choice: { kind: 'boolean' } })).toMatchObject({ type: boolean, bad: 1 });
		expect(inferred(['17.000', '9.000'], { choice: { mark: ',' } }).type).toEqual(number(','));
		expect(inferred(['17.000', '9.500'], { typed: true, choice: { mark: ',' } }).type).toEqual(number(','));
	});
	it('settles the order of day and month', () => {
		expect(inferred(['01/02/2024'], { choice: { order: 'mdy' } }).type).toEqual(date('mdy'));
		expect(inferred(['01/02/2024', '25/02/2024'], { choice: { order: 'mdy' } })).toMatchObject({ type: date('mdy'), bad: 1 });
	});
	it('leaves the style of a time to the cells unless it names one', () => {
		const asTime = (cells: string[], style?: 'serial' | 'seconds') => inferred(cells, { choice: { kind: 'time', style } });
		expect(asTime(['43861', '45363.5'])).toMatchObject({ type: counted('serial'), bad: 0 });
		expect(asTime(['1710235530', 'x'])).toMatchObject({ type: counted('seconds'), bad: 1 });
		expect(asTime(['25/02/2024', 'x', 'y'])).toMatchObject({ type: date('dmy'), bad: 2 });
		expect(asTime(['43861'], 'seconds')).toMatchObject({ type: counted('seconds'), bad: 0 });
		expect(asTime(['red', 'blue'])).toMatchObject({ type: date(), bad: 2 });
	});
	it('finds packed dates under a name that speaks against them', () => {
		expect(inferred(['20240312'], { name: 'Order ID', choice: { kind: 'time' } }).type).toEqual(date());
	});
	it('makes nothing of an empty column', () => {
		expect(inferred(['', 'NA'], { choice: { kind: 'number' } })).toMatchObject({ type: empty, filled: 0, missing: 2 });
	});
});

describe('any column at all', () => {
	const cell = fc.oneof(
		fc.constantFrom(
			'',
			'NA',
			'yes',
			'no',
			'1,5',
			'1.234',
			'17.000 ₫',
			'01/02/2024',
			'2024-02-30',
			'43861',
			'1E5',
			'007',
			'12%',
			'Mac 2024'
		),
		fc.string({ maxLength: 12 }),
		fc.string({ unit: 'binary', maxLength: 12 })
	);
	const kinds = fc.constantFrom('text', 'boolean', 'number', 'time', undefined);
	it('balances: filled and missing are all rows, and no more than the filled are bad', () => {
		fc.assert(
			fc.property(fc.array(cell, { maxLength: 40 }), fc.boolean(), fc.string(), kinds, (cells, typed, name, kind) => {
				const { type, filled, missing, distinct, bad, badExamples } = inferred(cells, { typed, name, choice: { kind } });
				expect(filled + missing).toBe(cells.length);
				expect(distinct).toBeLessThanOrEqual(filled);
				expect(bad).toBeLessThanOrEqual(kind ? filled : filled / 20);
				expect(badExamples.length > 0).toBe(bad > 0);
				expect(type.kind).toBe(filled === 0 ? 'empty' : (kind ?? type.kind));
			}),
			{ numRuns: 1000 }
		);
	});
});
