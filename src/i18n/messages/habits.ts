import type { HabitGroup, HabitId } from '../../lib/features/customers.js';
import type { Calendar, HolidayId } from '../../lib/features/holidays.js';
import { messages, type Translations } from '../define.js';

const names = messages({
	'habits.name.firstOrder': { en: 'First order value', vi: 'Giá trị đơn đầu', ms: 'Nilai pesanan pertama' },
	'habits.name.largestOrder': { en: 'Largest order', vi: 'Đơn lớn nhất', ms: 'Pesanan terbesar' },
	'habits.name.orderSpread': { en: 'Spread of order value', vi: 'Độ phân tán giá trị đơn', ms: 'Sebaran nilai pesanan' },
	'habits.name.orders90': { en: 'Orders in 90 days', vi: 'Số đơn trong 90 ngày', ms: 'Pesanan dalam 90 hari' },
	'habits.name.trend': { en: 'Trend of orders', vi: 'Xu hướng số đơn', ms: 'Trend pesanan' },
	'habits.name.overdue': {
		en: 'Wait against own rhythm',
		vi: 'Thời gian chờ so với nhịp riêng',
		ms: 'Tempoh menunggu berbanding rentak sendiri'
	},
	'habits.name.monthlyOrders': { en: 'Orders per active month', vi: 'Số đơn mỗi tháng có mua', ms: 'Pesanan setiap bulan aktif' },
	'habits.name.evening': { en: 'Evening share', vi: 'Tỷ lệ buổi tối', ms: 'Bahagian waktu malam' },
	'habits.name.payday': { en: 'Payday share', vi: 'Tỷ lệ kỳ lương', ms: 'Bahagian hari gaji' },
	'habits.name.holiday': { en: 'Holiday share', vi: 'Tỷ lệ dịp lễ', ms: 'Bahagian musim perayaan' },
	'habits.name.favourite': { en: 'Favourite’s share', vi: 'Tỷ lệ sản phẩm ưa thích', ms: 'Bahagian produk kegemaran' },
	'habits.name.variety': { en: 'Variety', vi: 'Độ đa dạng', ms: 'Kepelbagaian' },
	'habits.name.repeats': { en: 'Repeat share', vi: 'Tỷ lệ mua lại', ms: 'Bahagian belian semula' },
	'habits.name.streak': { en: 'Longest streak', vi: 'Chuỗi đơn dài nhất', ms: 'Rentetan terpanjang' },
	'habits.name.switching': { en: 'Switching', vi: 'Tỷ lệ đổi sản phẩm', ms: 'Kadar bertukar produk' }
} satisfies Record<`habits.name.${HabitId}`, Translations>);

const definitions = messages({
	'habits.about.firstOrder': {
		en: 'Sum of the amounts of the first order.',
		vi: 'Tổng số tiền của đơn đầu tiên.',
		ms: 'Jumlah amaun pesanan pertama.'
	},
	'habits.about.largestOrder': {
		en: 'Sum of the amounts of the order worth most.',
		vi: 'Tổng số tiền của đơn có giá trị cao nhất.',
		ms: 'Jumlah amaun pesanan yang paling bernilai.'
	},
	'habits.about.orderSpread': {
		en: 'Standard deviation of the values of the orders; needs two.',
		vi: 'Độ lệch chuẩn của giá trị các đơn; cần hai đơn.',
		ms: 'Sisihan piawai nilai pesanan; memerlukan dua.'
	},
	'habits.about.orders90': {
		en: 'Orders on the 90 days before the analysis date.',
		vi: 'Số đơn trong 90 ngày trước ngày phân tích.',
		ms: 'Pesanan dalam 90 hari sebelum tarikh analisis.'
	},
	'habits.about.trend': {
		en: 'The time since the first order in two halves: later orders less earlier ones, divided by both, without the first order. From −1 to 1; needs three orders.',
		vi: 'Chia đôi thời gian từ đơn đầu: số đơn nửa sau trừ nửa trước, chia cho tổng hai nửa, không tính đơn đầu. Từ −1 đến 1; cần ba đơn.',
		ms: 'Tempoh sejak pesanan pertama dibahagi dua: pesanan separuh akhir tolak separuh awal, dibahagi jumlah kedua-duanya, tanpa pesanan pertama. Dari −1 hingga 1; memerlukan tiga pesanan.'
	},
	'habits.about.overdue': {
		en: 'Days since the last order divided by the customer’s own mean gap: above 1 they are later than usual. Needs two purchase days.',
		vi: 'Số ngày từ đơn cuối chia cho khoảng cách trung bình của chính khách: trên 1 là muộn hơn thường lệ. Cần hai ngày mua.',
		ms: 'Hari sejak pesanan terakhir dibahagi purata jarak pelanggan itu sendiri: melebihi 1 bermakna lewat daripada biasa. Memerlukan dua hari membeli.'
	},
	'habits.about.monthlyOrders': {
		en: 'Orders divided by the calendar months in which there is one.',
		vi: 'Số đơn chia cho số tháng dương lịch có đơn.',
		ms: 'Pesanan dibahagi bilangan bulan kalendar yang ada pesanan.'
	},
	'habits.about.evening': {
		en: 'Share of orders from 18:00 to midnight.',
		vi: 'Tỷ lệ đơn từ 18:00 đến nửa đêm.',
		ms: 'Bahagian pesanan dari 18:00 hingga tengah malam.'
	},
	'habits.about.payday': {
		en: 'Share of orders from the 25th of a month to the 5th of the next.',
		vi: 'Tỷ lệ đơn từ ngày 25 đến ngày 5 tháng sau.',
		ms: 'Bahagian pesanan dari 25 hari bulan hingga 5 hari bulan berikutnya.'
	},
	'habits.about.holiday': {
		en: 'Share of orders on a holiday or in the days that lead up to one, as chosen below.',
		vi: 'Tỷ lệ đơn vào ngày lễ hoặc những ngày ngay trước lễ, theo lựa chọn bên dưới.',
		ms: 'Bahagian pesanan pada hari perayaan atau hari-hari menjelangnya, seperti dipilih di bawah.'
	},
	'habits.about.favourite': {
		en: 'Share of the product bought most. Five purchases of the shop’s average customer are added to each, so that few purchases say little.',
		vi: 'Tỷ lệ của sản phẩm được mua nhiều nhất. Mỗi khách được cộng thêm năm lượt mua của khách trung bình, để ít lượt mua không nói lên quá nhiều.',
		ms: 'Bahagian produk yang paling kerap dibeli. Lima belian pelanggan purata ditambah kepada setiap pelanggan, supaya belian yang sedikit tidak bermakna terlalu banyak.'
	},
	'habits.about.variety': {
		en: 'As many products, bought equally often, would be as varied: the exponential of the entropy of the shares.',
		vi: 'Số sản phẩm mua đều nhau cho cùng độ đa dạng: hàm mũ của entropy các tỷ lệ.',
		ms: 'Bilangan produk yang dibeli sama kerap dengan kepelbagaian yang sama: eksponen entropi bahagian-bahagian.'
	},
	'habits.about.repeats': {
		en: 'After the first order, the share of products bought that stand in an earlier one.',
		vi: 'Sau đơn đầu, tỷ lệ lượt mua là sản phẩm đã có trong đơn trước đó.',
		ms: 'Selepas pesanan pertama, bahagian belian produk yang sudah ada dalam pesanan terdahulu.'
	},
	'habits.about.streak': {
		en: 'Most orders in a row that hold one same product.',
		vi: 'Số đơn liên tiếp nhiều nhất có cùng một sản phẩm.',
		ms: 'Pesanan berturut-turut terbanyak yang mengandungi produk yang sama.'
	},
	'habits.about.switching': {
		en: 'Share of orders that share no product with the one before; needs two.',
		vi: 'Tỷ lệ đơn không có sản phẩm nào chung với đơn liền trước; cần hai đơn.',
		ms: 'Bahagian pesanan yang tiada produk sama dengan pesanan sebelumnya; memerlukan dua.'
	}
} satisfies Record<`habits.about.${HabitId}`, Translations>);

const groups = messages({
	'habits.group.value': { en: 'Value of orders', vi: 'Giá trị đơn', ms: 'Nilai pesanan' },
	'habits.group.rhythm': { en: 'Rhythm', vi: 'Nhịp mua', ms: 'Rentak' },
	'habits.group.timing': { en: 'Time of purchase', vi: 'Thời điểm mua', ms: 'Masa membeli' },
	'habits.group.variety': { en: 'Variety and loyalty', vi: 'Đa dạng và trung thành', ms: 'Kepelbagaian dan kesetiaan' }
} satisfies Record<`habits.group.${HabitGroup}`, Translations>);

const holidays = messages({
	'habits.holiday.newYear': { en: 'New Year’s Day', vi: 'Tết Dương lịch', ms: 'Tahun Baru' },
	'habits.holiday.tet': { en: 'Tết', vi: 'Tết Nguyên đán', ms: 'Tết' },
	'habits.holiday.lunarNewYear': { en: 'Chinese New Year', vi: 'Tết của người Hoa', ms: 'Tahun Baru Cina' },
	'habits.holiday.valentine': { en: 'Valentine’s Day', vi: 'Lễ Tình nhân', ms: 'Hari Kekasih' },
	'habits.holiday.womensDay': { en: 'International Women’s Day', vi: 'Quốc tế Phụ nữ 8/3', ms: 'Hari Wanita Sedunia' },
	'habits.holiday.hungKings': { en: 'Hùng Kings’ Day', vi: 'Giỗ Tổ Hùng Vương', ms: 'Hari Raja-raja Hùng' },
	'habits.holiday.reunification': { en: 'Reunification Day', vi: 'Giải phóng miền Nam 30/4', ms: 'Hari Penyatuan Vietnam' },
	'habits.holiday.labour': { en: 'Labour Day', vi: 'Quốc tế Lao động 1/5', ms: 'Hari Pekerja' },
	'habits.holiday.aidilfitri': { en: 'Hari Raya Aidilfitri', vi: 'Hari Raya Aidilfitri', ms: 'Hari Raya Aidilfitri' },
	'habits.holiday.aidiladha': { en: 'Hari Raya Aidiladha', vi: 'Hari Raya Aidiladha', ms: 'Hari Raya Aidiladha' },
	'habits.holiday.merdeka': { en: 'Merdeka Day', vi: 'Quốc khánh Malaysia 31/8', ms: 'Hari Kebangsaan' },
	'habits.holiday.nationalVietnam': { en: 'National Day of Vietnam', vi: 'Quốc khánh 2/9', ms: 'Hari Kebangsaan Vietnam' },
	'habits.holiday.malaysiaDay': { en: 'Malaysia Day', vi: 'Ngày Malaysia 16/9', ms: 'Hari Malaysia' },
	'habits.holiday.vietnamWomen': { en: 'Vietnamese Women’s Day', vi: 'Phụ nữ Việt Nam 20/10', ms: 'Hari Wanita Vietnam' },
	'habits.holiday.deepavali': { en: 'Deepavali', vi: 'Lễ Deepavali', ms: 'Deepavali' },
	'habits.holiday.singles': { en: '11 November sales', vi: 'Khuyến mãi 11/11', ms: 'Jualan 11.11' },
	'habits.holiday.teachers': { en: 'Vietnamese Teachers’ Day', vi: 'Nhà giáo Việt Nam 20/11', ms: 'Hari Guru Vietnam' },
	'habits.holiday.blackFriday': { en: 'Black Friday', vi: 'Thứ Sáu Đen (Black Friday)', ms: 'Jumaat Hitam (Black Friday)' },
	'habits.holiday.doubleTwelve': { en: '12 December sales', vi: 'Khuyến mãi 12/12', ms: 'Jualan 12.12' },
	'habits.holiday.christmas': { en: 'Christmas', vi: 'Giáng sinh', ms: 'Krismas' },
	'habits.holiday.own': { en: 'A day of yours', vi: 'Ngày của bạn', ms: 'Hari anda sendiri' }
} satisfies Record<`habits.holiday.${HolidayId}`, Translations>);

const calendars = messages({
	'habits.calendar.vietnam': { en: 'Vietnam', vi: 'Việt Nam', ms: 'Vietnam' },
	'habits.calendar.malaysia': { en: 'Malaysia', vi: 'Malaysia', ms: 'Malaysia' },
	'habits.calendar.general': { en: 'international', vi: 'quốc tế', ms: 'antarabangsa' }
} satisfies Record<`habits.calendar.${Calendar}`, Translations>);

export const habits = messages({
	...names,
	...definitions,
	...groups,
	...holidays,
	...calendars,
	'habits.title': {
		en: { one: 'Habits: {n} more feature', other: 'Habits: {n} more features' },
		vi: 'Thói quen mua: thêm {n} đặc trưng',
		ms: 'Tabiat membeli: {n} ciri lagi'
	},
	'habits.apart': {
		en: 'They stand in the table, the profiles and the exported file. Segments and the embedding leave them out unless you tick them there; the purchase scores do not use them.',
		vi: 'Chúng có trong bảng, hồ sơ và tệp xuất. Phân nhóm và phép nhúng bỏ qua chúng trừ khi bạn chọn ở đó; điểm dự đoán mua không dùng chúng.',
		ms: 'Ciri ini ada dalam jadual, profil dan fail eksport. Segmen dan benaman tidak menggunakannya melainkan anda menandakannya di sana; skor pembelian tidak menggunakannya.'
	},
	'habits.group.count': { en: '{name} ({n})', vi: '{name} ({n})', ms: '{name} ({n})' },
	'habits.holidays': {
		en: 'Holidays: {calendar}, {share} of orders',
		vi: 'Ngày lễ: {calendar}, {share} số đơn',
		ms: 'Hari perayaan: {calendar}, {share} daripada pesanan'
	},
	'habits.calendar': { en: 'Holidays', vi: 'Ngày lễ', ms: 'Hari perayaan' },
	'habits.calendar.guessed': { en: 'as the file suggests ({calendar})', vi: 'theo tệp ({calendar})', ms: 'mengikut fail ({calendar})' },
	'habits.calendar.none': { en: 'only days of your own', vi: 'chỉ các ngày của bạn', ms: 'hanya hari anda sendiri' },
	'habits.before': { en: 'Days before that count', vi: 'Số ngày trước lễ được tính', ms: 'Hari sebelumnya yang dikira' },
	'habits.own': { en: 'Days of your own', vi: 'Các ngày của bạn', ms: 'Hari anda sendiri' },
	'habits.own.hint': {
		en: 'Paste dates, one a line, such as sales of your shop.',
		vi: 'Dán các ngày, mỗi dòng một ngày, ví dụ đợt khuyến mãi của cửa hàng.',
		ms: 'Tampal tarikh, satu setiap baris, seperti jualan murah kedai anda.'
	},
	'habits.own.unread': {
		en: 'Not read as dates: {list}.',
		vi: 'Không đọc được là ngày: {list}.',
		ms: 'Tidak dapat dibaca sebagai tarikh: {list}.'
	},
	'habits.window': {
		en: {
			one: 'An order counts as a holiday order on the holiday itself and on {n} day before it. Tết lasts three days, Chinese New Year and Aidilfitri two.',
			other:
				'An order counts as a holiday order on the holiday itself and on {n} days before it. Tết lasts three days, Chinese New Year and Aidilfitri two.'
		},
		vi: 'Một đơn được tính là đơn dịp lễ nếu rơi vào chính ngày lễ hoặc {n} ngày trước đó. Tết kéo dài ba ngày, Tết của người Hoa và Aidilfitri hai ngày.',
		ms: 'Sesuatu pesanan dikira sebagai pesanan musim perayaan pada hari perayaan itu sendiri dan {n} hari sebelumnya. Tết berlangsung tiga hari, Tahun Baru Cina dan Aidilfitri dua hari.'
	},
	'habits.expected': {
		en: 'From {year} on, Aidilfitri, Aidiladha and Deepavali stand on the days on which they are expected. A sighting of the moon or a declaration can move them by a day; paste the declared day below “Days of your own” where that matters.',
		vi: 'Từ năm {year}, Aidilfitri, Aidiladha và Deepavali được ghi theo ngày dự kiến. Việc quan sát mặt trăng hay công bố chính thức có thể làm lệch một ngày; nếu quan trọng, hãy dán ngày đã công bố vào “Các ngày của bạn”.',
		ms: 'Mulai {year}, Aidilfitri, Aidiladha dan Deepavali diletakkan pada hari yang dijangka. Penampakan anak bulan atau pengisytiharan boleh mengubahnya sehari; jika penting, tampal hari yang diisytiharkan dalam “Hari anda sendiri”.'
	},
	'habits.beyond': {
		en: 'Holidays that follow the moon are known from {from} to {to}; the file reaches beyond.',
		vi: 'Các ngày lễ theo mặt trăng được biết từ {from} đến {to}; tệp vượt ra ngoài khoảng này.',
		ms: 'Perayaan yang mengikut bulan diketahui dari {from} hingga {to}; fail ini melangkaui tempoh itu.'
	},
	'habits.column.holiday': { en: 'Holiday', vi: 'Ngày lễ', ms: 'Perayaan' },
	'habits.column.day': { en: 'Day', vi: 'Ngày', ms: 'Tarikh' },
	'habits.column.orders': { en: 'Orders', vi: 'Số đơn', ms: 'Pesanan' },
	'habits.column.against': { en: 'Per day, against other days', vi: 'Mỗi ngày, so với ngày khác', ms: 'Sehari, berbanding hari lain' },
	'habits.many': { en: 'The last {n} are shown.', vi: 'Hiển thị {n} dịp gần nhất.', ms: '{n} yang terakhir ditunjukkan.' }
});
