import type { EventReason } from '../../lib/table/events.js';
import type { Reason } from '../../lib/table/orders.js';
import type { PeopleReason } from '../../lib/table/people.js';
import { messages, type Translations } from '../define.js';

const reasons = messages({
	'prepare.reason.badTime': { en: 'Date cannot be read', vi: 'Không đọc được ngày', ms: 'Tarikh tidak dapat dibaca' },
	'prepare.reason.badNumber': { en: 'Number cannot be read', vi: 'Không đọc được số', ms: 'Nombor tidak dapat dibaca' },
	'prepare.reason.noCustomer': { en: 'No customer named', vi: 'Không ghi khách hàng', ms: 'Tiada pelanggan dinamakan' },
	'prepare.reason.ruledOut': {
		en: 'No purchase (failed, test, undone)',
		vi: 'Không phải giao dịch mua (lỗi, thử, hủy)',
		ms: 'Bukan pembelian (gagal, ujian, dibatalkan)'
	},
	'prepare.reason.otherCurrency': { en: 'In another currency', vi: 'Bằng loại tiền khác', ms: 'Dalam mata wang lain' },
	'prepare.reason.overlap': {
		en: 'Also in a newer file',
		vi: 'Có cả trong tệp mới hơn',
		ms: 'Ada juga dalam fail yang lebih baharu'
	},
	'prepare.reason.duplicate': { en: 'Repeats an earlier row', vi: 'Lặp lại dòng trước', ms: 'Mengulang baris terdahulu' },
	'prepare.reason.cancelled': { en: 'Cancelled order', vi: 'Đơn đã hủy', ms: 'Pesanan dibatalkan' },
	'prepare.reason.notPaid': { en: 'Not paid', vi: 'Chưa thanh toán', ms: 'Belum dibayar' },
	'prepare.reason.returned': { en: 'Returned (below zero)', vi: 'Trả hàng (số âm)', ms: 'Dipulangkan (bawah sifar)' },
	'prepare.reason.noPrice': {
		en: 'No price, or not above zero',
		vi: 'Không có giá, hoặc giá không dương',
		ms: 'Tiada harga, atau tidak melebihi sifar'
	},
	'prepare.reason.test': { en: 'Test order', vi: 'Đơn thử', ms: 'Pesanan ujian' },
	'prepare.reason.strayDate': {
		en: 'Date in the future, or far from all others',
		vi: 'Ngày ở tương lai, hoặc khác xa mọi ngày khác',
		ms: 'Tarikh akan datang, atau jauh daripada yang lain'
	},
	'prepare.reason.repeatedLine': {
		en: 'Same order, product and time as an earlier row',
		vi: 'Trùng đơn, sản phẩm và thời điểm với dòng trước',
		ms: 'Pesanan, produk dan masa sama dengan baris terdahulu'
	},
	'prepare.reason.outlier': {
		en: 'Quantity or price far from the others',
		vi: 'Số lượng hoặc giá khác xa phần còn lại',
		ms: 'Kuantiti atau harga jauh daripada yang lain'
	},
	'prepare.reason.wholesale': {
		en: 'Wholesale: spends far more than others',
		vi: 'Mua sỉ: chi nhiều hơn hẳn số còn lại',
		ms: 'Borong: berbelanja jauh lebih banyak'
	},
	'prepare.reason.samePerson': {
		en: 'Same person as an earlier row; the first row counts',
		vi: 'Cùng một người với dòng trước; dòng đầu được tính',
		ms: 'Orang yang sama dengan baris terdahulu; baris pertama dikira'
	},
	'prepare.reason.sameEvent': {
		en: 'Same event as an earlier row, such as a line per item',
		vi: 'Cùng sự kiện với dòng trước, như mỗi món một dòng',
		ms: 'Peristiwa sama dengan baris terdahulu, misalnya satu baris setiap barang'
	},
	'prepare.reason.noId': { en: 'No customer id', vi: 'Không có mã khách hàng', ms: 'Tiada id pelanggan' },
	'prepare.reason.repeatedId': {
		en: 'Id of an earlier row; the first row counts',
		vi: 'Mã đã có ở dòng trước; dòng đầu được tính',
		ms: 'Id baris terdahulu; baris pertama dikira'
	}
} satisfies Record<`prepare.reason.${Reason | PeopleReason | EventReason}`, Translations>);

export const prepare = messages({
	...reasons,
	'prepare.finding': {
		en: {
			one: '{kept} of {rows} rows count, worth {revenue}; {n} is set aside.',
			other: '{kept} of {rows} rows count, worth {revenue}; {n} are set aside.'
		},
		vi: '{kept} trong {rows} dòng được tính, trị giá {revenue}; {n} dòng để riêng.',
		ms: '{kept} daripada {rows} baris dikira, bernilai {revenue}; {n} diketepikan.'
	},
	'prepare.finding.all': {
		en: { one: '{n} row counts, worth {revenue}.', other: 'All {n} rows count, worth {revenue}.' },
		vi: '{n} dòng được tính, không dòng nào để riêng, trị giá {revenue}.',
		ms: '{n} baris dikira, tiada yang diketepikan, bernilai {revenue}.'
	},
	'prepare.people': {
		en: {
			one: '{kept} of {rows} rows count, one customer each; {n} is set aside.',
			other: '{kept} of {rows} rows count, one customer each; {n} are set aside.'
		},
		vi: '{kept} trong {rows} dòng được tính, mỗi dòng một khách hàng; {n} dòng để riêng.',
		ms: '{kept} daripada {rows} baris dikira, seorang pelanggan setiap baris; {n} diketepikan.'
	},
	'prepare.people.all': {
		en: { one: '{n} row counts, one customer.', other: 'All {n} rows count, one customer each.' },
		vi: '{n} dòng được tính, không dòng nào để riêng, mỗi dòng một khách hàng.',
		ms: '{n} baris dikira, tiada yang diketepikan, seorang pelanggan setiap baris.'
	},
	'prepare.events': {
		en: {
			one: '{kept} of {rows} events count; {n} is set aside.',
			other: '{kept} of {rows} events count; {n} are set aside.'
		},
		vi: '{kept} trong {rows} sự kiện được tính; {n} sự kiện để riêng.',
		ms: '{kept} daripada {rows} peristiwa dikira; {n} diketepikan.'
	},
	'prepare.events.all': {
		en: { one: '{n} event counts.', other: 'All {n} events count.' },
		vi: '{n} sự kiện được tính, không sự kiện nào để riêng.',
		ms: '{n} peristiwa dikira, tiada yang diketepikan.'
	},
	'prepare.events.how': {
		en: 'An event needs a time and somebody whose it is. An export with a line for each item of a purchase repeats the event on every line; rows with the same person, millisecond, event and page are one event.',
		vi: 'Mỗi sự kiện cần có thời điểm và người thực hiện. Tệp xuất ghi mỗi món của một lần mua trên một dòng sẽ lặp lại sự kiện; các dòng trùng người, mili giây, sự kiện và trang là một sự kiện.',
		ms: 'Setiap peristiwa memerlukan masa dan pemiliknya. Eksport dengan satu baris bagi setiap barang pembelian mengulang peristiwa itu; baris dengan orang, milisaat, peristiwa dan halaman yang sama ialah satu peristiwa.'
	},
	'prepare.people.how': {
		en: 'Each row describes one customer. Where an id comes twice, spaces around it and the capitals of e-mails aside, the first row counts and the others are set aside; nothing is added up or merged.',
		vi: 'Mỗi dòng mô tả một khách hàng. Khi một mã xuất hiện hai lần, không kể khoảng trắng ở hai đầu và chữ hoa trong e-mail, dòng đầu được tính và các dòng sau để riêng; không có gì bị cộng dồn hay gộp lại.',
		ms: 'Setiap baris menerangkan seorang pelanggan. Jika sesuatu id muncul dua kali, tanpa mengira ruang di hujungnya dan huruf besar dalam e-mel, baris pertama dikira dan yang lain diketepikan; tiada apa yang dijumlahkan atau digabungkan.'
	},
	'prepare.stage': { en: 'Looking for odd rows', vi: 'Đang tìm dòng khác thường', ms: 'Mencari baris yang ganjil' },
	'prepare.reason': { en: 'Reason', vi: 'Lý do', ms: 'Sebab' },
	'prepare.found': { en: 'Found', vi: 'Tìm thấy', ms: 'Ditemui' },
	'prepare.aside': { en: 'Set aside', vi: 'Để riêng', ms: 'Diketepikan' },
	'prepare.choice.aside': { en: 'set aside', vi: 'để riêng', ms: 'ketepikan' },
	'prepare.choice.keep': { en: 'keep', vi: 'giữ', ms: 'kekalkan' },
	'prepare.choice.must': { en: 'cannot count', vi: 'không tính được', ms: 'tidak dapat dikira' },
	'prepare.rowsIn': { en: 'Rows read', vi: 'Số dòng đã đọc', ms: 'Baris dibaca' },
	'prepare.rowsKept': { en: 'Rows that count', vi: 'Số dòng được tính', ms: 'Baris yang dikira' },
	'prepare.download': {
		en: { one: 'Download the {n} row set aside', other: 'Download the {n} rows set aside' },
		vi: 'Tải {n} dòng để riêng',
		ms: 'Muat turun {n} baris yang diketepikan'
	},
	'prepare.file': { en: '{file} rows set aside', vi: '{file} dòng để riêng', ms: '{file} baris diketepikan' },
	'prepare.fileHeader': { en: 'File', vi: 'Tệp', ms: 'Fail' },
	'prepare.rowHeader': { en: 'Row', vi: 'Dòng', ms: 'Baris' },
	'prepare.beyondHeader': { en: 'Beyond the last column', vi: 'Ngoài cột cuối', ms: 'Melepasi lajur terakhir' },
	'prepare.ledger': {
		en: 'Rows read = rows that count + rows set aside. A row that several reasons fit is set aside under the first.',
		vi: 'Số dòng đã đọc = số dòng được tính + số dòng để riêng. Dòng có nhiều lý do được ghi ở lý do đầu tiên.',
		ms: 'Baris dibaca = baris yang dikira + baris yang diketepikan. Baris dengan beberapa sebab diketepikan di bawah sebab pertama.'
	},
	'prepare.how': {
		en: 'Each row is tried against the reasons from top to bottom. Cancellations are known by their status, or by a C before an otherwise numeric order number. A repeated row equals an earlier one in every cell; it is kept unless you say otherwise, because two equal lines of one order are as often two of the same thing.',
		vi: 'Mỗi dòng được thử với các lý do từ trên xuống. Đơn hủy nhận biết qua trạng thái, hoặc chữ C trước mã đơn toàn số. Dòng lặp giống hệt một dòng trước ở mọi ô; nó được giữ trừ khi bạn chọn khác, vì hai dòng giống nhau trong một đơn thường là hai món giống nhau.',
		ms: 'Setiap baris diuji terhadap sebab dari atas ke bawah. Pembatalan dikenali melalui statusnya, atau huruf C sebelum nombor pesanan. Baris berulang sama dengan baris terdahulu dalam setiap sel; ia dikekalkan melainkan anda memilih sebaliknya, kerana dua baris sama dalam satu pesanan selalunya dua barang yang sama.'
	}
});
