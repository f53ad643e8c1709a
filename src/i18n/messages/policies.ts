import type { MeasureMethod } from '../../lib/features/customers.js';
import type { MissingPolicy } from '../../lib/features/missing-values.js';
import { messages, type Translations } from '../define.js';

const missing = messages({
	'policies.missing.keep': { en: 'leave unknown', vi: 'để chưa biết', ms: 'biarkan tidak diketahui' },
	'policies.missing.drop': { en: 'set the customer aside', vi: 'để riêng khách hàng', ms: 'ketepikan pelanggan' },
	'policies.missing.median': { en: 'take the median', vi: 'lấy trung vị', ms: 'guna median' },
	'policies.missing.mode': { en: 'take the commonest value', vi: 'lấy giá trị phổ biến nhất', ms: 'guna nilai paling kerap' },
	'policies.missing.own': { en: 'a group of their own', vi: 'thành một nhóm riêng', ms: 'kumpulan tersendiri' },
	'policies.missing.flag': {
		en: 'fill in, and mark it in a column',
		vi: 'điền vào và đánh dấu ở một cột',
		ms: 'isi dan tandakan dalam satu lajur'
	}
} satisfies Record<`policies.missing.${MissingPolicy}`, Translations>);

/** Lines of the ledger. */
const did = messages({
	'policies.did.keep': {
		en: { one: '{name}: left unknown for {n} customer.', other: '{name}: left unknown for {n} customers.' },
		vi: '{name}: để chưa biết ở {n} khách hàng.',
		ms: '{name}: dibiarkan tidak diketahui bagi {n} pelanggan.'
	},
	'policies.did.drop': {
		en: { one: '{name}: {n} customer without it set aside.', other: '{name}: {n} customers without it set aside.' },
		vi: '{name}: {n} khách hàng không có giá trị được để riêng.',
		ms: '{name}: {n} pelanggan tanpanya diketepikan.'
	},
	'policies.did.median': {
		en: { one: '{name}: the median stands in for {n} customer.', other: '{name}: the median stands in for {n} customers.' },
		vi: '{name}: trung vị được dùng thay cho {n} khách hàng.',
		ms: '{name}: median digunakan bagi {n} pelanggan.'
	},
	'policies.did.mode': {
		en: {
			one: '{name}: the commonest value stands in for {n} customer.',
			other: '{name}: the commonest value stands in for {n} customers.'
		},
		vi: '{name}: giá trị phổ biến nhất được dùng thay cho {n} khách hàng.',
		ms: '{name}: nilai paling kerap digunakan bagi {n} pelanggan.'
	},
	'policies.did.own': {
		en: {
			one: '{name}: {n} customer without it is a group of its own.',
			other: '{name}: {n} customers without it are a group of their own.'
		},
		vi: '{name}: {n} khách hàng không có giá trị thành một nhóm riêng.',
		ms: '{name}: {n} pelanggan tanpanya menjadi kumpulan tersendiri.'
	},
	'policies.did.flag': {
		en: { one: '{name}: filled in and marked for {n} customer.', other: '{name}: filled in and marked for {n} customers.' },
		vi: '{name}: được điền và đánh dấu ở {n} khách hàng.',
		ms: '{name}: diisi dan ditandakan bagi {n} pelanggan.'
	}
} satisfies Record<`policies.did.${MissingPolicy}`, Translations>);

const methods = messages({
	'policies.method.ranks': { en: 'by rank', vi: 'theo thứ hạng', ms: 'mengikut kedudukan' },
	'policies.method.log': { en: 'logarithm', vi: 'logarit', ms: 'logaritma' },
	'policies.method.robust': { en: 'robust (median, quartiles)', vi: 'bền vững (trung vị, tứ phân vị)', ms: 'teguh (median, kuartil)' },
	'policies.method.standard': { en: 'standard (mean, deviation)', vi: 'chuẩn hóa (trung bình, độ lệch)', ms: 'piawai (min, sisihan)' },
	'policies.method.winsorised': { en: 'winsorised (5 % each end)', vi: 'thu gọn 5 % mỗi đầu', ms: 'winsor (5 % setiap hujung)' }
} satisfies Record<`policies.method.${MeasureMethod}`, Translations>);

/** What is done to each variable before distances are measured. */
export const policies = messages({
	...missing,
	...did,
	...methods,
	'policies.title': {
		en: 'Missing values, scaling and weights',
		vi: 'Giá trị thiếu, thang đo và trọng số',
		ms: 'Nilai hilang, penskalaan dan pemberat'
	},
	'policies.hint': {
		en: 'Unless you choose otherwise, a missing value stays unknown and stands in the middle when customers are compared, and numbers are compared by rank, so that neither their unit nor a few huge values matter. A gap between orders has no meaning for someone who bought once: the median stands in for it only if you say so. The charts above show what your file says, nothing filled in; everything below works with the choices made here.',
		vi: 'Nếu bạn không chọn khác, giá trị thiếu vẫn là chưa biết và đứng ở giữa khi so sánh khách hàng; các con số được so theo thứ hạng nên đơn vị đo hay vài giá trị rất lớn đều không ảnh hưởng. Khoảng cách giữa các lần mua không có nghĩa với khách mua một lần: trung vị chỉ thay thế khi bạn chọn. Biểu đồ ở trên cho thấy đúng những gì tệp ghi, không điền thêm; mọi ô bên dưới dùng lựa chọn ở đây.',
		ms: 'Melainkan anda memilih yang lain, nilai yang hilang kekal tidak diketahui dan berada di tengah apabila pelanggan dibandingkan, dan nombor dibandingkan mengikut kedudukan, jadi unit ukuran atau beberapa nilai yang sangat besar tidak memberi kesan. Jarak antara pesanan tiada makna bagi pembeli sekali: median menggantikannya hanya jika anda memilihnya. Carta di atas menunjukkan apa yang tertulis dalam fail, tanpa diisi; semua sel di bawah menggunakan pilihan di sini.'
	},
	'policies.missing': {
		en: { one: '{n} missing', other: '{n} missing' },
		vi: 'thiếu {n}',
		ms: '{n} hilang'
	},
	'policies.missing.of': { en: 'Missing values of {name}', vi: 'Giá trị thiếu của {name}', ms: 'Nilai hilang {name}' },
	'policies.missing.reason': { en: 'No value: {name}', vi: 'Không có giá trị: {name}', ms: 'Tiada nilai: {name}' },
	'policies.method.of': { en: 'Scaling of {name}', vi: 'Thang đo của {name}', ms: 'Penskalaan {name}' },
	'policies.method.values': { en: 'by value', vi: 'theo giá trị', ms: 'mengikut nilai' },
	'policies.weight': { en: 'Weight', vi: 'Trọng số', ms: 'Pemberat' },
	'policies.look': { en: 'Before and after', vi: 'Trước và sau', ms: 'Sebelum dan selepas' },
	'policies.before': { en: 'Before: as the customers have it', vi: 'Trước: như ở khách hàng', ms: 'Sebelum: seperti pada pelanggan' },
	'policies.after': { en: 'After: as it is compared', vi: 'Sau: như khi so sánh', ms: 'Selepas: seperti yang dibandingkan' },
	'policies.skew': { en: '{name}: skewness {skew}.', vi: '{name}: độ xiên {skew}.', ms: '{name}: kepencongan {skew}.' },
	'policies.skews': {
		en: 'Skewness {before} before, {after} after; 0 is even on both sides, above 1 a long tail of large values.',
		vi: 'Độ xiên trước {before}, sau {after}; 0 là cân đối hai bên, trên 1 là có đuôi dài các giá trị lớn.',
		ms: 'Kepencongan {before} sebelum, {after} selepas; 0 bermaksud seimbang, melebihi 1 bermaksud ekor panjang nilai besar.'
	},
	'policies.out': {
		en: 'It does not count when customers are compared.',
		vi: 'Không được tính khi so sánh khách hàng.',
		ms: 'Ia tidak dikira apabila pelanggan dibandingkan.'
	},
	'policies.did.measure': {
		en: '{name}: compared {method}, weight {weight}.',
		vi: '{name}: so sánh {method}, trọng số {weight}.',
		ms: '{name}: dibandingkan {method}, pemberat {weight}.'
	},
	'policies.ledger': {
		en: '{all} customers, {aside} set aside for want of a value, {kept} take part.',
		vi: '{all} khách hàng, {aside} để riêng vì thiếu giá trị, {kept} được tính.',
		ms: '{all} pelanggan, {aside} diketepikan kerana nilai hilang, {kept} dikira.'
	},
	'policies.aside': {
		en: { one: 'Download {n} customer set aside', other: 'Download {n} customers set aside' },
		vi: 'Tải {n} khách hàng được để riêng',
		ms: 'Muat turun {n} pelanggan yang diketepikan'
	},
	'policies.aside.file': { en: 'customers-set-aside', vi: 'khach-hang-de-rieng', ms: 'pelanggan-diketepikan' }
});
