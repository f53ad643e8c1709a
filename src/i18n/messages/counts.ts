import { messages } from '../define.js';

/** So many of something, where a sentence counts several things. */
export const counts = messages({
	'counts.customers': { en: { one: '{n} customer', other: '{n} customers' }, vi: '{n} khách hàng', ms: '{n} pelanggan' },
	'counts.visitors': { en: { one: '{n} visitor', other: '{n} visitors' }, vi: '{n} khách truy cập', ms: '{n} pelawat' },
	'counts.visits': { en: { one: '{n} visit', other: '{n} visits' }, vi: '{n} lượt truy cập', ms: '{n} lawatan' },
	'counts.orders': { en: { one: '{n} order', other: '{n} orders' }, vi: '{n} đơn hàng', ms: '{n} pesanan' },
	'counts.events': { en: { one: '{n} event', other: '{n} events' }, vi: '{n} sự kiện', ms: '{n} peristiwa' },
	'counts.lines': { en: { one: '{n} line', other: '{n} lines' }, vi: '{n} dòng', ms: '{n} baris' },
	'counts.rows': { en: { one: '{n} row', other: '{n} rows' }, vi: '{n} dòng', ms: '{n} baris' },
	'counts.columns': { en: { one: '{n} column', other: '{n} columns' }, vi: '{n} cột', ms: '{n} lajur' }
});
