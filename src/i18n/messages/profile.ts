import { messages } from '../define.js';

export const profile = messages({
	'profile.finding': {
		en: '“{name}”, {share} of customers, brings {revenue} of revenue: {ratio} times its share.',
		vi: '“{name}”, {share} số khách, mang về {revenue} doanh thu: gấp {ratio} lần tỷ lệ của nhóm.',
		ms: '“{name}”, {share} daripada pelanggan, membawa {revenue} hasil: {ratio} kali bahagiannya.'
	},
	'profile.finding.people': {
		en: 'The largest segment is “{name}”, {share} of customers.',
		vi: 'Nhóm lớn nhất là “{name}”, {share} số khách.',
		ms: 'Segmen terbesar ialah “{name}”, {share} daripada pelanggan.'
	},
	'profile.show': { en: 'Show', vi: 'Hiển thị', ms: 'Tunjuk' },
	'profile.show.median': { en: 'typical customer (median)', vi: 'khách điển hình (trung vị)', ms: 'pelanggan lazim (median)' },
	'profile.show.mean': { en: 'mean', vi: 'trung bình', ms: 'purata' },
	'profile.show.index': { en: 'index (average = 100)', vi: 'chỉ số (trung bình = 100)', ms: 'indeks (purata = 100)' },
	'profile.show.value': { en: 'value', vi: 'giá trị', ms: 'nilai' },
	'profile.show.chance': { en: 'chance', vi: 'xác suất', ms: 'peluang' },
	'profile.chance.customers': { en: 'Customers with a score', vi: 'Khách có điểm', ms: 'Pelanggan dengan skor' },
	'profile.chance.mean': { en: 'Mean chance', vi: 'Xác suất trung bình', ms: 'Purata peluang' },
	'profile.chance.expected': { en: 'Expected number', vi: 'Số khách dự kiến', ms: 'Bilangan dijangka' },
	'profile.value.note': {
		en: 'Seen from {day}, at a margin of {margin}, discounted by {discount} a year. Customers and values add up to everyone’s; intervals do not, for luck in one segment makes up for another.',
		vi: 'Nhìn từ {day}, biên lợi nhuận {margin}, chiết khấu {discount} mỗi năm. Số khách và giá trị cộng lại thành của tất cả; các khoảng thì không, vì may rủi của nhóm này bù cho nhóm kia.',
		ms: 'Dilihat dari {day}, pada margin {margin}, didiskaun {discount} setahun. Pelanggan dan nilai berjumlah seperti semua; selang tidak, kerana nasib satu segmen mengimbangi yang lain.'
	},
	'profile.segment': { en: 'Segment', vi: 'Nhóm', ms: 'Segmen' },
	'profile.customers': { en: 'Customers', vi: 'Khách hàng', ms: 'Pelanggan' },
	'profile.share': { en: 'Share', vi: 'Tỷ lệ', ms: 'Bahagian' },
	'profile.revenueShare': { en: 'Of revenue', vi: 'Trong doanh thu', ms: 'Daripada hasil' },
	'profile.everyone': { en: 'Everyone', vi: 'Tất cả', ms: 'Semua' },
	'profile.selection': { en: 'Picked out', vi: 'Đã chọn', ms: 'Dipilih' },
	'profile.table': {
		en: 'Segments in the features’ own units',
		vi: 'Các nhóm theo đơn vị của đặc trưng',
		ms: 'Segmen dalam unit ciri sendiri'
	},
	'profile.chart': { en: 'What sets “{name}” apart', vi: 'Điều làm “{name}” khác biệt', ms: 'Apa yang membezakan “{name}”' },
	'profile.chart.summary': {
		en: 'Mean of each feature in “{name}” against the average customer, who is 100.',
		vi: 'Trung bình mỗi đặc trưng của “{name}” so với khách trung bình là 100.',
		ms: 'Purata setiap ciri dalam “{name}” berbanding pelanggan purata, iaitu 100.'
	},
	'profile.feature': { en: 'Feature', vi: 'Đặc trưng', ms: 'Ciri' },
	'profile.index': { en: 'Index', vi: 'Chỉ số', ms: 'Indeks' },
	'profile.average': { en: 'average', vi: 'trung bình', ms: 'purata' },
	'profile.how': {
		en: 'Numbers are in the features’ own units: money, days, orders. The index divides a segment’s mean by everyone’s mean; 100 is average, 200 is twice as much. Customers for whom a feature has no meaning are left out of it.',
		vi: 'Các con số theo đơn vị của đặc trưng: tiền, ngày, đơn. Chỉ số chia trung bình của nhóm cho trung bình chung; 100 là trung bình, 200 là gấp đôi. Khách mà đặc trưng không có nghĩa được bỏ ra.',
		ms: 'Nombor dalam unit ciri sendiri: wang, hari, pesanan. Indeks membahagi purata segmen dengan purata semua; 100 ialah purata, 200 ialah dua kali ganda. Pelanggan yang ciri itu tiada makna ditinggalkan.'
	}
});
