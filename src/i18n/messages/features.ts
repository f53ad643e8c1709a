import type { ColumnChoice, LeftReason } from '../../lib/features/attributes.js';
import type { FeatureId } from '../../lib/features/customers.js';
import { messages, type Translations } from '../define.js';

const names = messages({
	'features.name.recency': { en: 'Days since last order', vi: 'Số ngày từ đơn cuối', ms: 'Hari sejak pesanan terakhir' },
	'features.name.frequency': { en: 'Orders', vi: 'Số đơn hàng', ms: 'Pesanan' },
	'features.name.monetary': { en: 'Revenue', vi: 'Doanh thu', ms: 'Hasil' },
	'features.name.tenure': { en: 'Days since first order', vi: 'Số ngày từ đơn đầu', ms: 'Hari sejak pesanan pertama' },
	'features.name.purchaseDays': { en: 'Purchase days', vi: 'Số ngày mua', ms: 'Hari membeli' },
	'features.name.orderValue': { en: 'Order value', vi: 'Giá trị đơn', ms: 'Nilai pesanan' },
	'features.name.gap': { en: 'Days between purchases', vi: 'Số ngày giữa hai lần mua', ms: 'Hari antara pembelian' },
	'features.name.gapSpread': { en: 'Spread of the gaps', vi: 'Độ phân tán khoảng cách', ms: 'Sebaran jarak' },
	'features.name.items': { en: 'Items', vi: 'Số món', ms: 'Barang' },
	'features.name.basket': { en: 'Lines per order', vi: 'Số dòng mỗi đơn', ms: 'Baris setiap pesanan' },
	'features.name.products': { en: 'Different products', vi: 'Số sản phẩm khác nhau', ms: 'Produk berbeza' },
	'features.name.weekend': { en: 'Weekend share', vi: 'Tỷ lệ cuối tuần', ms: 'Bahagian hujung minggu' },
	'features.name.hour': { en: 'Usual hour', vi: 'Giờ thường mua', ms: 'Waktu lazim' },
	'features.name.returns': { en: 'Return rate', vi: 'Tỷ lệ trả hàng', ms: 'Kadar pemulangan' }
} satisfies Record<`features.name.${FeatureId}`, Translations>);

const definitions = messages({
	'features.about.recency': {
		en: 'Whole days from the last purchase to the analysis date.',
		vi: 'Số ngày trọn từ lần mua cuối đến ngày phân tích.',
		ms: 'Hari penuh dari pembelian terakhir hingga tarikh analisis.'
	},
	'features.about.frequency': { en: 'Number of different orders.', vi: 'Số đơn hàng khác nhau.', ms: 'Bilangan pesanan berbeza.' },
	'features.about.monetary': { en: 'Sum of all amounts.', vi: 'Tổng mọi khoản tiền.', ms: 'Jumlah semua amaun.' },
	'features.about.tenure': {
		en: 'Whole days from the first purchase to the analysis date.',
		vi: 'Số ngày trọn từ lần mua đầu đến ngày phân tích.',
		ms: 'Hari penuh dari pembelian pertama hingga tarikh analisis.'
	},
	'features.about.purchaseDays': {
		en: 'Number of different days with a purchase.',
		vi: 'Số ngày khác nhau có mua hàng.',
		ms: 'Bilangan hari berbeza dengan pembelian.'
	},
	'features.about.orderValue': { en: 'Revenue divided by orders.', vi: 'Doanh thu chia cho số đơn.', ms: 'Hasil dibahagi pesanan.' },
	'features.about.gap': {
		en: 'Mean days from one purchase day to the next; needs two.',
		vi: 'Số ngày trung bình giữa hai ngày mua liên tiếp; cần hai ngày.',
		ms: 'Purata hari dari satu hari membeli ke hari berikutnya; memerlukan dua.'
	},
	'features.about.gapSpread': {
		en: 'Standard deviation of those gaps; needs three purchase days.',
		vi: 'Độ lệch chuẩn của các khoảng đó; cần ba ngày mua.',
		ms: 'Sisihan piawai jarak itu; memerlukan tiga hari membeli.'
	},
	'features.about.items': { en: 'Sum of all quantities.', vi: 'Tổng mọi số lượng.', ms: 'Jumlah semua kuantiti.' },
	'features.about.basket': { en: 'Lines divided by orders.', vi: 'Số dòng chia cho số đơn.', ms: 'Baris dibahagi pesanan.' },
	'features.about.products': { en: 'Number of different products.', vi: 'Số sản phẩm khác nhau.', ms: 'Bilangan produk berbeza.' },
	'features.about.weekend': {
		en: 'Share of lines on a Saturday or Sunday.',
		vi: 'Tỷ lệ dòng vào thứ Bảy hoặc Chủ nhật.',
		ms: 'Bahagian baris pada Sabtu atau Ahad.'
	},
	'features.about.hour': {
		en: 'Mean hour of the day of the lines.',
		vi: 'Giờ trung bình trong ngày của các dòng.',
		ms: 'Purata jam dalam hari bagi baris.'
	},
	'features.about.returns': {
		en: 'Returned or cancelled orders divided by all orders.',
		vi: 'Số đơn trả hoặc hủy chia cho tổng số đơn.',
		ms: 'Pesanan dipulangkan atau dibatalkan dibahagi semua pesanan.'
	}
} satisfies Record<`features.about.${FeatureId}`, Translations>);

/** Why a column of a table of people makes no feature. */
const left = messages({
	'features.left.id': {
		en: 'tells customers apart, but says nothing of them',
		vi: 'chỉ để phân biệt khách, không nói gì về họ',
		ms: 'hanya membezakan pelanggan, tidak menerangkan mereka'
	},
	'features.left.personal': {
		en: 'personal data: names, contacts and addresses are never used to group people',
		vi: 'dữ liệu cá nhân: họ tên, liên hệ và địa chỉ không bao giờ dùng để chia nhóm',
		ms: 'data peribadi: nama, butiran hubungan dan alamat tidak sekali-kali digunakan untuk mengumpulkan orang'
	},
	'features.left.empty': { en: 'empty', vi: 'trống', ms: 'kosong' },
	'features.left.constant': {
		en: 'the same for everyone who has a value',
		vi: 'giống nhau ở mọi khách có giá trị',
		ms: 'sama bagi semua yang mempunyai nilai'
	},
	'features.left.outcome': {
		en: 'looks like an outcome: groups made with it would already know the answer',
		vi: 'có vẻ là một kết quả: nhóm tạo từ cột này sẽ biết trước câu trả lời',
		ms: 'kelihatan seperti hasil: kumpulan yang dibuat dengannya sudah tahu jawapannya'
	},
	'features.left.ignored': { en: 'set aside in the Data cell', vi: 'đã bỏ qua trong ô Dữ liệu', ms: 'diketepikan dalam sel Data' },
	'features.left.unique': {
		en: 'another text for every customer',
		vi: 'mỗi khách một nội dung khác',
		ms: 'teks berlainan bagi setiap pelanggan'
	},
	'features.left.manyValues': {
		en: 'more than 50 different texts, too many to make groups',
		vi: 'hơn 50 nội dung khác nhau, quá nhiều để tạo nhóm',
		ms: 'lebih 50 teks berbeza, terlalu banyak untuk membentuk kumpulan'
	},
	'features.left.needsDate': {
		en: 'needs an analysis date to count from; choose one below',
		vi: 'cần ngày phân tích để tính; hãy chọn bên dưới',
		ms: 'memerlukan tarikh analisis untuk dikira; pilih di bawah'
	},
	'features.left.chosen': { en: 'you left it out', vi: 'bạn đã bỏ cột này', ms: 'anda mengecualikannya' }
} satisfies Record<`features.left.${LeftReason}`, Translations>);

const choices = messages({
	'features.choice.use': { en: 'use', vi: 'dùng', ms: 'guna' },
	'features.choice.leave': { en: 'leave out', vi: 'bỏ', ms: 'kecualikan' },
	'features.choice.category': {
		en: 'use, numbers name groups',
		vi: 'dùng, số là tên nhóm',
		ms: 'guna, nombor ialah nama kumpulan'
	}
} satisfies Record<`features.choice.${ColumnChoice}`, Translations>);

export const features = messages({
	...names,
	...definitions,
	...left,
	...choices,
	'features.finding.people': {
		en: '{customers} customers, described by {used} of {all} columns.',
		vi: '{customers} khách hàng, mô tả bằng {used} trong {all} cột.',
		ms: '{customers} pelanggan, diterangkan oleh {used} daripada {all} lajur.'
	},
	'features.named.category': { en: '{name}: {value}', vi: '{name}: {value}', ms: '{name}: {value}' },
	'features.named.years': { en: 'Age ({name})', vi: 'Tuổi ({name})', ms: 'Umur ({name})' },
	'features.named.days': { en: 'Days since {name}', vi: 'Số ngày từ {name}', ms: 'Hari sejak {name}' },
	'features.named.missing': { en: '{name}: not known', vi: '{name}: không rõ', ms: '{name}: tidak diketahui' },
	'features.other': { en: 'other values', vi: 'giá trị khác', ms: 'nilai lain' },
	'features.yes': { en: 'yes', vi: 'có', ms: 'ya' },
	'features.no': { en: 'no', vi: 'không', ms: 'tidak' },
	'features.summary.shares': { en: '{name}: {list}.', vi: '{name}: {list}.', ms: '{name}: {list}.' },
	'features.column.value': { en: 'Value', vi: 'Giá trị', ms: 'Nilai' },
	'features.unknown': {
		en: { one: 'unknown for {n} customer', other: 'unknown for {n} customers' },
		vi: 'không rõ ở {n} khách hàng',
		ms: 'tidak diketahui bagi {n} pelanggan'
	},
	'features.left': {
		en: { one: '{n} column left out', other: '{n} columns left out' },
		vi: '{n} cột không dùng',
		ms: '{n} lajur dikecualikan'
	},
	'features.used': {
		en: { one: '{n} column used', other: '{n} columns used' },
		vi: '{n} cột được dùng',
		ms: '{n} lajur digunakan'
	},
	'features.take': { en: 'Use {name}', vi: 'Dùng {name}', ms: 'Guna {name}' },
	'features.join': {
		en: '{matched} of {customers} customers ({share}) are described in {file}, found by their ids.',
		vi: '{matched} trong {customers} khách hàng ({share}) được mô tả trong {file}, tìm theo mã.',
		ms: '{matched} daripada {customers} pelanggan ({share}) diterangkan dalam {file}, dicari melalui id.'
	},
	'features.join.empty': {
		en: 'What the file says of the others is unknown and never counted as zero.',
		vi: 'Thông tin của các khách còn lại là chưa biết và không bao giờ tính là 0.',
		ms: 'Maklumat pelanggan yang lain tidak diketahui dan tidak dikira sebagai sifar.'
	},
	'features.join.withoutRow': {
		en: { one: '{n} customer with orders has no row there', other: '{n} customers with orders have no row there' },
		vi: '{n} khách có đơn hàng nhưng không có dòng trong tệp đó',
		ms: '{n} pelanggan dengan pesanan tiada baris di situ'
	},
	'features.join.withoutOrders': {
		en: { one: '{n} row there has no order and takes no part', other: '{n} rows there have no order and take no part' },
		vi: '{n} dòng trong tệp đó không có đơn hàng nên không được tính',
		ms: '{n} baris di situ tiada pesanan dan tidak dikira'
	},
	'features.reset.people': { en: 'As the file says', vi: 'Theo tệp', ms: 'Seperti dalam fail' },
	'features.date.people': {
		en: 'Ages and days count back from {day}, the day that follows from the file, unless you choose another.',
		vi: 'Tuổi và số ngày tính lùi từ {day}, ngày suy ra từ tệp, trừ khi bạn chọn ngày khác.',
		ms: 'Umur dan hari dikira ke belakang dari {day}, hari yang diambil daripada fail, melainkan anda memilih yang lain.'
	},
	'features.date.none': {
		en: 'Nothing in the file says when it was written. Choose a date to count ages and days from.',
		vi: 'Trong tệp không có gì cho biết thời điểm lập. Hãy chọn một ngày để tính tuổi và số ngày.',
		ms: 'Tiada apa dalam fail menyatakan bila ia ditulis. Pilih tarikh untuk mengira umur dan hari.'
	},
	'features.how.people': {
		en: 'Each column describes the customers: numbers as they are, yes and no as 1 and 0, dates as days before the analysis date, births as ages. A column of names of groups becomes one feature per value; values held by fewer than 1 in 100, or beyond the twelve commonest, stand together. What is empty stays unknown and never counts as zero. Names, e-mails, phone numbers and addresses are never used.',
		vi: 'Mỗi cột mô tả khách hàng: số giữ nguyên, có và không thành 1 và 0, ngày tháng thành số ngày trước ngày phân tích, ngày sinh thành tuổi. Cột ghi tên nhóm thành một đặc trưng cho mỗi giá trị; giá trị của dưới 1 trong 100 khách, hoặc ngoài mười hai giá trị phổ biến nhất, được gộp chung. Ô trống là chưa biết và không bao giờ tính là 0. Họ tên, e-mail, số điện thoại và địa chỉ không bao giờ được dùng.',
		ms: 'Setiap lajur menerangkan pelanggan: nombor seperti sedia ada, ya dan tidak sebagai 1 dan 0, tarikh sebagai hari sebelum tarikh analisis, kelahiran sebagai umur. Lajur nama kumpulan menjadi satu ciri bagi setiap nilai; nilai yang dimiliki kurang daripada 1 dalam 100, atau selain dua belas yang paling kerap, digabungkan. Yang kosong kekal tidak diketahui dan tidak dikira sebagai sifar. Nama, e-mel, nombor telefon dan alamat tidak sekali-kali digunakan.'
	},
	'features.formula': {
		en: 'When distances are measured, the values of a category weigh as much together as one number: (x − p) ÷ √Σ p (1 − p), where x is 1 or 0 and p the share of customers with that value.',
		vi: 'Khi đo khoảng cách, mọi giá trị của một phân loại cộng lại nặng bằng một con số: (x − p) ÷ √Σ p (1 − p), với x là 1 hoặc 0 và p là tỷ lệ khách có giá trị đó.',
		ms: 'Apabila jarak diukur, semua nilai sesuatu kategori bersama-sama seberat satu nombor: (x − p) ÷ √Σ p (1 − p), dengan x ialah 1 atau 0 dan p bahagian pelanggan yang mempunyai nilai itu.'
	},
	'features.finding': {
		en: '{customers} customers placed {orders} orders worth {revenue}; {once} of them ordered once.',
		vi: '{customers} khách hàng đặt {orders} đơn trị giá {revenue}; {once} trong số họ chỉ đặt một lần.',
		ms: '{customers} pelanggan membuat {orders} pesanan bernilai {revenue}; {once} daripada mereka memesan sekali.'
	},
	'features.date': { en: 'Analysis date', vi: 'Ngày phân tích', ms: 'Tarikh analisis' },
	'features.date.hint': {
		en: 'The day after the last order, {day}, unless you choose another. Later orders take no part.',
		vi: 'Ngày sau đơn cuối cùng, {day}, trừ khi bạn chọn ngày khác. Đơn sau ngày đó không được tính.',
		ms: 'Hari selepas pesanan terakhir, {day}, melainkan anda memilih yang lain. Pesanan selepasnya tidak dikira.'
	},
	'features.reset': { en: 'Day after the last order', vi: 'Ngày sau đơn cuối', ms: 'Hari selepas pesanan terakhir' },
	'features.missing': {
		en: { one: 'has no meaning for {n} customer', other: 'has no meaning for {n} customers' },
		vi: 'không có nghĩa với {n} khách hàng',
		ms: 'tiada makna bagi {n} pelanggan'
	},
	'features.summary': {
		en: '{name}: median {median}, from {low} to {high}.',
		vi: '{name}: trung vị {median}, từ {low} đến {high}.',
		ms: '{name}: median {median}, dari {low} hingga {high}.'
	},
	'features.column.from': { en: 'From', vi: 'Từ', ms: 'Dari' },
	'features.column.to': { en: 'To', vi: 'Đến', ms: 'Hingga' },
	'features.customers': {
		en: { one: 'Table of {n} customer', other: 'Table of all {n} customers' },
		vi: 'Bảng của {n} khách hàng',
		ms: 'Jadual {n} pelanggan'
	},
	'features.column.customers': { en: 'Customers', vi: 'Khách hàng', ms: 'Pelanggan' },
	'features.how': {
		en: 'Every number looks back from the analysis date and uses only rows that count. A feature without meaning for somebody, such as the rhythm of a one-time buyer, stays empty and is never counted as zero.',
		vi: 'Mọi con số nhìn lại từ ngày phân tích và chỉ dùng các dòng được tính. Đặc trưng không có nghĩa với ai đó, như nhịp mua của khách mua một lần, được để trống và không bao giờ tính là 0.',
		ms: 'Setiap nombor melihat ke belakang dari tarikh analisis dan hanya menggunakan baris yang dikira. Ciri yang tiada makna bagi seseorang, seperti rentak pembeli sekali, dibiarkan kosong dan tidak dikira sebagai sifar.'
	}
});
