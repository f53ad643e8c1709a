import type { ColumnRule } from '../../lib/doctor/columns.js';
import type { SensitiveKind } from '../../lib/doctor/sensitive.js';
import type { Reason } from '../../lib/table/orders.js';
import type { PeopleReason } from '../../lib/table/people.js';
import { messages, type Translations } from '../define.js';

const rows = messages({
	'doctor.why.badTime': {
		en: 'Without a date nobody can say when it was bought. Mend the cells in the file, or choose how dates are read under “What each column means” above.',
		vi: 'Không có ngày thì không biết mua khi nào. Hãy sửa các ô này trong tệp, hoặc chọn cách đọc ngày ở phần “Ý nghĩa từng cột” bên trên.',
		ms: 'Tanpa tarikh, masa pembelian tidak diketahui. Betulkan sel itu dalam fail, atau pilih cara tarikh dibaca di bahagian “Maksud setiap lajur” di atas.'
	},
	'doctor.why.badNumber': {
		en: 'Without a number the row is worth nothing known. Mend the cells in the file, or choose the decimal mark under “What each column means” above.',
		vi: 'Không có số thì không biết dòng trị giá bao nhiêu. Hãy sửa các ô này trong tệp, hoặc chọn dấu thập phân ở phần “Ý nghĩa từng cột” bên trên.',
		ms: 'Tanpa nombor, nilai baris tidak diketahui. Betulkan sel itu dalam fail, atau pilih tanda perpuluhan di bahagian “Maksud setiap lajur” di atas.'
	},
	'doctor.why.noCustomer': {
		en: 'The cell that should name the customer is empty. Such rows belong to nobody and take part in no segment.',
		vi: 'Ô lẽ ra ghi khách hàng lại trống. Các dòng này không thuộc về ai và không vào nhóm nào.',
		ms: 'Sel yang sepatutnya menamakan pelanggan kosong. Baris begini bukan milik sesiapa dan tidak masuk mana-mana segmen.'
	},
	'doctor.why.ruledOut': {
		en: 'The program that wrote the file marks these rows as no purchase: failed, made in test mode, or undone.',
		vi: 'Phần mềm xuất tệp đánh dấu các dòng này không phải giao dịch mua: lỗi, tạo ở chế độ thử, hoặc đã hủy.',
		ms: 'Program yang menulis fail menandakan baris ini bukan pembelian: gagal, dibuat dalam mod ujian, atau dibatalkan.'
	},
	'doctor.why.otherCurrency': {
		en: 'Money of two currencies cannot be added up. Choose above which of them counts.',
		vi: 'Không thể cộng hai loại tiền với nhau. Hãy chọn loại tiền được tính ở bên trên.',
		ms: 'Wang dua mata wang tidak boleh dijumlahkan. Pilih di atas yang mana dikira.'
	},
	'doctor.why.duplicate': {
		en: 'Every cell repeats an earlier row. Two equal lines are as often two of the same thing as one line written twice, so they are kept unless you know better.',
		vi: 'Mọi ô đều giống một dòng trước đó. Hai dòng giống nhau có thể là hai món như nhau, cũng có thể là một dòng ghi hai lần, nên được giữ trừ khi bạn biết rõ hơn.',
		ms: 'Setiap sel mengulang baris terdahulu. Dua baris yang sama mungkin dua barang yang serupa atau satu baris yang tertulis dua kali, maka ia dikekalkan melainkan anda lebih tahu.'
	},
	'doctor.why.cancelled': {
		en: 'The status says so, or the order number begins with a C where all others are digits only. Set aside, they still count as returns of customers who are known.',
		vi: 'Trạng thái ghi như vậy, hoặc mã đơn bắt đầu bằng chữ C trong khi các mã khác toàn chữ số. Khi để riêng, chúng vẫn được tính là hàng trả của khách đã biết.',
		ms: 'Statusnya menyatakan begitu, atau nombor pesanan bermula dengan C sedangkan yang lain angka sahaja. Jika diketepikan, ia masih dikira sebagai pulangan pelanggan yang dikenali.'
	},
	'doctor.why.notPaid': {
		en: 'The status says that no payment came, or not yet.',
		vi: 'Trạng thái cho biết chưa có tiền thanh toán, hoặc thanh toán không thành.',
		ms: 'Statusnya menyatakan bayaran tidak diterima, atau belum.'
	},
	'doctor.why.returned': {
		en: 'A quantity or amount below zero takes something back. Set aside, it still counts as a return of a customer who is known.',
		vi: 'Số lượng hoặc số tiền âm nghĩa là hàng trả lại. Khi để riêng, dòng vẫn được tính là hàng trả của khách đã biết.',
		ms: 'Kuantiti atau amaun di bawah sifar bermaksud barang dipulangkan. Jika diketepikan, ia masih dikira sebagai pulangan pelanggan yang dikenali.'
	},
	'doctor.why.noPrice': {
		en: 'Gifts, samples and corrections of stock cost nothing. Kept, they count as orders that bring no money.',
		vi: 'Quà tặng, hàng mẫu và điều chỉnh kho không có giá. Nếu giữ, chúng được tính là đơn hàng không mang lại tiền.',
		ms: 'Hadiah, sampel dan pelarasan stok tiada harga. Jika dikekalkan, ia dikira sebagai pesanan tanpa hasil.'
	},
	'doctor.why.test': {
		en: 'A cell that names the customer, the order, the product or the status says test, thử or ujian. Products such as a test tube are not meant.',
		vi: 'Một ô ghi khách hàng, đơn hàng, sản phẩm hoặc trạng thái có chữ test, thử hoặc ujian. Sản phẩm như ống nghiệm (test tube) không bị tính.',
		ms: 'Sel yang menamakan pelanggan, pesanan, produk atau status menyebut test, thử atau ujian. Produk seperti tabung uji (test tube) tidak termasuk.'
	},
	'doctor.why.overlap': {
		en: 'The same order, product, time, quantity and amount stand in another of the files. The newest file counts.',
		vi: 'Cùng đơn hàng, sản phẩm, thời điểm, số lượng và số tiền đã có trong một tệp khác. Tệp mới nhất được tính.',
		ms: 'Pesanan, produk, masa, kuantiti dan amaun yang sama ada dalam fail lain. Fail terbaharu yang dikira.'
	},
	'doctor.why.strayDate': {
		en: 'The date is later than the day after the file was written, or apart from all others by more than a year and more than all of them span. One such date makes everybody else look long gone.',
		vi: 'Ngày này sau thời điểm tệp được lập, hoặc cách mọi ngày khác hơn một năm và hơn cả khoảng thời gian của chúng. Chỉ một ngày như vậy cũng khiến mọi khách khác trông như đã bỏ đi từ lâu.',
		ms: 'Tarikh ini selepas fail ditulis, atau terpisah daripada semua yang lain lebih setahun dan lebih daripada seluruh tempohnya. Satu tarikh begini sahaja membuatkan semua pelanggan lain kelihatan sudah lama pergi.'
	},
	'doctor.why.repeatedLine': {
		en: 'Order, product and time are those of an earlier row, but another cell differs. Many shops write a second line when more of the same is added, so they are kept unless you know better.',
		vi: 'Đơn hàng, sản phẩm và thời điểm giống một dòng trước, nhưng có ô khác. Nhiều cửa hàng ghi thêm một dòng khi khách mua thêm cùng món, nên chúng được giữ trừ khi bạn biết rõ hơn.',
		ms: 'Pesanan, produk dan masa sama dengan baris terdahulu, tetapi ada sel yang berbeza. Banyak kedai menulis baris kedua apabila barang yang sama ditambah, maka ia dikekalkan melainkan anda lebih tahu.'
	},
	'doctor.why.outlier': {
		en: 'A quantity far from all others, or a price far from the other prices of its product: more than six robust standard deviations on a logarithmic scale. It may be a slip of zeros, or a true large order; look before you choose.',
		vi: 'Số lượng khác xa mọi số khác, hoặc giá khác xa các giá khác của cùng sản phẩm: hơn sáu độ lệch chuẩn bền vững trên thang logarit. Có thể là gõ thừa số 0, có thể là đơn lớn thật; hãy xem trước khi chọn.',
		ms: 'Kuantiti yang jauh daripada yang lain, atau harga yang jauh daripada harga lain produk yang sama: lebih enam sisihan piawai teguh pada skala logaritma. Mungkin tersilap sifar, mungkin pesanan besar yang benar; semak sebelum memilih.'
	},
	'doctor.why.wholesale': {
		en: 'All rows of customers who spend at least ten times what the middle customer does and lie more than four robust standard deviations above it on a logarithmic scale. They are real money, but rarely shop like the rest; some shops look at them apart.',
		vi: 'Mọi dòng của khách chi ít nhất gấp mười lần khách ở giữa và cao hơn bốn độ lệch chuẩn bền vững trên thang logarit. Đó là tiền thật, nhưng họ hiếm khi mua giống số còn lại; có cửa hàng xem riêng nhóm này.',
		ms: 'Semua baris pelanggan yang berbelanja sekurang-kurangnya sepuluh kali pelanggan tengah dan melebihi empat sisihan piawai teguh pada skala logaritma. Wangnya benar, tetapi mereka jarang membeli seperti yang lain; ada kedai yang menilainya berasingan.'
	},
	'doctor.why.samePerson': {
		en: 'An earlier row is the same person by e-mail or phone, and ids of one person are merged.',
		vi: 'Một dòng trước là cùng một người theo e-mail hoặc điện thoại, và các mã của một người được gộp lại.',
		ms: 'Baris terdahulu ialah orang yang sama mengikut e-mel atau telefon, dan id bagi seorang digabungkan.'
	},
	'doctor.why.noId': {
		en: 'Nothing says whom the row describes.',
		vi: 'Không có gì cho biết dòng mô tả ai.',
		ms: 'Tiada apa menyatakan siapa yang diterangkan baris ini.'
	},
	'doctor.why.repeatedId': {
		en: 'An earlier row describes the same customer; nothing is added up or merged.',
		vi: 'Một dòng trước đã mô tả cùng khách hàng; không có gì bị cộng dồn hay gộp lại.',
		ms: 'Baris terdahulu menerangkan pelanggan yang sama; tiada apa yang dijumlahkan atau digabungkan.'
	}
} satisfies Record<`doctor.why.${Reason | PeopleReason}`, Translations>);

const columns = messages({
	'doctor.column.leak': {
		en: 'Columns that know the outcome',
		vi: 'Cột đã biết trước kết quả',
		ms: 'Lajur yang sudah tahu hasilnya'
	},
	'doctor.column.sensitive': { en: 'Sensitive data', vi: 'Dữ liệu nhạy cảm', ms: 'Data sensitif' },
	'doctor.column.personal': { en: 'Personal data', vi: 'Dữ liệu cá nhân', ms: 'Data peribadi' },
	'doctor.column.farValue': {
		en: 'Numbers far from all others',
		vi: 'Số khác xa phần còn lại',
		ms: 'Nombor yang jauh daripada yang lain'
	},
	'doctor.column.lateDate': {
		en: 'Dates after the file was written',
		vi: 'Ngày sau thời điểm lập tệp',
		ms: 'Tarikh selepas fail ditulis'
	},
	'doctor.column.missing': { en: 'Mostly empty columns', vi: 'Cột phần lớn bỏ trống', ms: 'Lajur yang kebanyakannya kosong' },
	'doctor.column.outcome': { en: 'Outcomes', vi: 'Cột kết quả', ms: 'Lajur hasil' },
	'doctor.column.id': {
		en: 'Ids that look like features',
		vi: 'Mã trông như đặc trưng',
		ms: 'Id yang kelihatan seperti ciri'
	},
	'doctor.column.constant': {
		en: 'Columns with one value only',
		vi: 'Cột chỉ có một giá trị',
		ms: 'Lajur dengan satu nilai sahaja'
	}
} satisfies Record<`doctor.column.${ColumnRule}`, Translations>);

const fates = messages({
	'doctor.fate.leak': {
		en: 'Leave them out in Features below: segments made with them would only repeat the answer.',
		vi: 'Hãy bỏ chúng ở ô Đặc trưng bên dưới: nhóm tạo từ chúng chỉ lặp lại đáp án.',
		ms: 'Kecualikannya dalam Ciri di bawah: segmen yang dibina dengannya hanya mengulang jawapan.'
	},
	'doctor.fate.sensitive': {
		en: 'Used as features unless you leave them out in Features below. Think twice before people are treated by them.',
		vi: 'Được dùng làm đặc trưng trừ khi bạn bỏ ở ô Đặc trưng bên dưới. Hãy cân nhắc kỹ trước khi đối xử với khách theo chúng.',
		ms: 'Digunakan sebagai ciri melainkan anda mengecualikannya dalam Ciri di bawah. Fikir dua kali sebelum pelanggan dilayan mengikutnya.'
	},
	'doctor.fate.personal': {
		en: 'Never a feature: they tell people apart, not what people are like.',
		vi: 'Không bao giờ là đặc trưng: chúng phân biệt từng người chứ không cho biết họ thế nào.',
		ms: 'Tidak sekali-kali menjadi ciri: ia membezakan orang, bukan menerangkan sifat mereka.'
	},
	'doctor.fate.farValue': {
		en: 'Used by their rank, so that they cannot pull segments along. Check them for slips.',
		vi: 'Được dùng theo thứ hạng nên không kéo lệch các nhóm. Hãy kiểm tra xem có gõ nhầm không.',
		ms: 'Digunakan mengikut kedudukan, maka ia tidak menarik segmen. Semak jika tersilap taip.'
	},
	'doctor.fate.lateDate': {
		en: 'Used as days that lie ahead. Mend them in the file where they are slips.',
		vi: 'Được dùng như số ngày còn ở phía trước. Hãy sửa trong tệp nếu là nhầm lẫn.',
		ms: 'Digunakan sebagai hari yang akan datang. Betulkan dalam fail jika tersilap.'
	},
	'doctor.fate.missing': {
		en: 'What is empty stays unknown and never counts as zero; a column without any value is left out.',
		vi: 'Ô trống là chưa biết và không bao giờ tính là 0; cột không có giá trị nào thì không dùng.',
		ms: 'Yang kosong kekal tidak diketahui dan tidak dikira sebagai sifar; lajur tanpa sebarang nilai dikecualikan.'
	},
	'doctor.fate.outcome': {
		en: 'Left out of the features, so that segments can be compared on them.',
		vi: 'Không đưa vào đặc trưng, để có thể so sánh các nhóm theo chúng.',
		ms: 'Dikecualikan daripada ciri, supaya segmen boleh dibandingkan mengikutnya.'
	},
	'doctor.fate.id': {
		en: 'Left out of the features: everybody has another one.',
		vi: 'Không đưa vào đặc trưng: mỗi người một giá trị khác nhau.',
		ms: 'Dikecualikan daripada ciri: setiap orang mempunyai nilai yang berlainan.'
	},
	'doctor.fate.constant': {
		en: 'Left out of the features: they tell nobody from anybody.',
		vi: 'Không đưa vào đặc trưng: chúng không phân biệt được ai với ai.',
		ms: 'Dikecualikan daripada ciri: ia tidak membezakan sesiapa.'
	}
} satisfies Record<`doctor.fate.${ColumnRule}`, Translations>);

const kinds = messages({
	'doctor.kind.health': { en: 'health', vi: 'sức khỏe', ms: 'kesihatan' },
	'doctor.kind.belief': { en: 'belief', vi: 'tín ngưỡng, chính kiến', ms: 'kepercayaan' },
	'doctor.kind.origin': { en: 'origin', vi: 'nguồn gốc', ms: 'asal usul' },
	'doctor.kind.money': { en: 'means', vi: 'tài chính', ms: 'kewangan' },
	'doctor.kind.intimate': { en: 'intimate life', vi: 'đời tư', ms: 'kehidupan peribadi' },
	'doctor.kind.crime': { en: 'criminal record', vi: 'án tích', ms: 'rekod jenayah' }
} satisfies Record<`doctor.kind.${SensitiveKind}`, Translations>);

export const doctor = messages({
	...rows,
	...columns,
	...fates,
	...kinds,
	'doctor.fate.orders': {
		en: 'No feature is made of them: features of orders come from who bought what, when, and for how much.',
		vi: 'Không có đặc trưng nào lấy từ chúng: đặc trưng của đơn hàng đến từ việc ai mua gì, khi nào và bao nhiêu tiền.',
		ms: 'Tiada ciri dibina daripadanya: ciri pesanan datang daripada siapa membeli apa, bila dan berapa harganya.'
	},
	'doctor.title': { en: 'What the doctor found', vi: 'Bác sĩ dữ liệu tìm thấy', ms: 'Penemuan doktor data' },
	'doctor.busy': { en: 'The data is being examined …', vi: 'Đang khám dữ liệu …', ms: 'Data sedang diperiksa …' },
	'doctor.failed': {
		en: 'The examination could not be finished.',
		vi: 'Không khám xong được.',
		ms: 'Pemeriksaan tidak dapat diselesaikan.'
	},
	'doctor.again': { en: 'Examine again', vi: 'Khám lại', ms: 'Periksa semula' },
	'doctor.none': {
		en: 'Nothing found: no row and no column gives cause for doubt.',
		vi: 'Không tìm thấy gì: không dòng hay cột nào đáng ngờ.',
		ms: 'Tiada apa ditemui: tiada baris atau lajur yang meragukan.'
	},
	'doctor.count': {
		en: { one: '{n} thing to look at.', other: '{n} things to look at.' },
		vi: '{n} điều cần xem.',
		ms: '{n} perkara untuk dilihat.'
	},
	'doctor.ifKept': { en: 'If kept', vi: 'Nếu giữ', ms: 'Jika dikekalkan' },
	'doctor.ifAside': { en: 'If set aside', vi: 'Nếu để riêng', ms: 'Jika diketepikan' },
	'doctor.effect': {
		en: '{choice}: {rows}, {customers}, {revenue} → {revenueThen}.',
		vi: '{choice}: {rows}, {customers}, {revenue} → {revenueThen}.',
		ms: '{choice}: {rows}, {customers}, {revenue} → {revenueThen}.'
	},
	'doctor.effect.rows': { en: { one: '{now} → {n} row', other: '{now} → {n} rows' }, vi: '{now} → {n} dòng', ms: '{now} → {n} baris' },
	'doctor.effect.customers': {
		en: { one: '{now} → {n} customer', other: '{now} → {n} customers' },
		vi: '{now} → {n} khách hàng',
		ms: '{now} → {n} pelanggan'
	},
	'doctor.effect.none': {
		en: '{choice}: nothing changes, other reasons set the same rows aside.',
		vi: '{choice}: không có gì thay đổi, các dòng này đã để riêng vì lý do khác.',
		ms: '{choice}: tiada perubahan, baris yang sama diketepikan atas sebab lain.'
	},
	'doctor.suggested.aside': { en: 'Suggested: set aside', vi: 'Gợi ý: để riêng', ms: 'Cadangan: ketepikan' },
	'doctor.suggested.keep': { en: 'Suggested: keep', vi: 'Gợi ý: giữ', ms: 'Cadangan: kekalkan' },
	'doctor.details': { en: 'Why, and examples', vi: 'Lý do và ví dụ', ms: 'Sebab dan contoh' },
	'doctor.examples': { en: 'Examples: {title}', vi: 'Ví dụ: {title}', ms: 'Contoh: {title}' },
	'doctor.cells': {
		en: { one: '{n} cell ({share})', other: '{n} cells ({share})' },
		vi: '{n} ô ({share})',
		ms: '{n} sel ({share})'
	},
	'doctor.tells': { en: 'tells {outcome}', vi: 'cho biết {outcome}', ms: 'mendedahkan {outcome}' },
	'doctor.column': { en: 'Column', vi: 'Cột', ms: 'Lajur' },
	'doctor.value': { en: 'Value', vi: 'Giá trị', ms: 'Nilai' },
	'doctor.empty': { en: 'empty', vi: 'trống', ms: 'kosong' },
	'doctor.how': {
		en: 'Only what is certain is set aside by itself. Whatever else looks odd is kept and told here; each choice shows what it would change before you make it, and each can be undone.',
		vi: 'Chỉ điều chắc chắn mới tự động để riêng. Những gì khác thường còn lại được giữ và nêu ở đây; mỗi lựa chọn cho thấy trước điều sẽ thay đổi và đều có thể hoàn tác.',
		ms: 'Hanya yang pasti diketepikan dengan sendirinya. Yang lain yang ganjil dikekalkan dan dinyatakan di sini; setiap pilihan menunjukkan kesannya terlebih dahulu dan boleh dibuat asal.'
	}
});
