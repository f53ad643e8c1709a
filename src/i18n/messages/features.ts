import type { FeatureId, Unit } from '../../lib/features/customers.js';
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

const units = messages({
	'features.unit.days': { en: 'days', vi: 'ngày', ms: 'hari' },
	'features.unit.orders': { en: 'orders', vi: 'đơn', ms: 'pesanan' },
	'features.unit.money': { en: 'money', vi: 'tiền', ms: 'wang' },
	'features.unit.share': { en: 'share', vi: 'tỷ lệ', ms: 'bahagian' },
	'features.unit.hour': { en: 'hour of the day', vi: 'giờ trong ngày', ms: 'jam dalam hari' },
	'features.unit.items': { en: 'items', vi: 'món', ms: 'barang' },
	'features.unit.lines': { en: 'lines', vi: 'dòng', ms: 'baris' },
	'features.unit.products': { en: 'products', vi: 'sản phẩm', ms: 'produk' }
} satisfies Record<`features.unit.${Unit}`, Translations>);

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

export const features = messages({
	...names,
	...units,
	...definitions,
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
	'features.median': { en: 'median {value}', vi: 'trung vị {value}', ms: 'median {value}' },
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
	'features.column.customers': { en: 'Customers', vi: 'Khách hàng', ms: 'Pelanggan' },
	'features.hour': { en: '{hour}:{minute}', vi: '{hour}:{minute}', ms: '{hour}:{minute}' },
	'features.how': {
		en: 'Every number looks back from the analysis date and uses only rows that count. A feature without meaning for somebody, such as the rhythm of a one-time buyer, stays empty and is never counted as zero.',
		vi: 'Mọi con số nhìn lại từ ngày phân tích và chỉ dùng các dòng được tính. Đặc trưng không có nghĩa với ai đó, như nhịp mua của khách mua một lần, được để trống và không bao giờ tính là 0.',
		ms: 'Setiap nombor melihat ke belakang dari tarikh analisis dan hanya menggunakan baris yang dikira. Ciri yang tiada makna bagi seseorang, seperti rentak pembeli sekali, dibiarkan kosong dan tidak dikira sebagai sifar.'
	}
});
