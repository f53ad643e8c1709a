import type { EventRole } from '../../lib/table/events.js';
import type { Role } from '../../lib/table/orders.js';
import type { PersonalKind } from '../../lib/table/personal.js';
import { messages, type Translations } from '../define.js';

const roles = messages({
	'data.role.customer': { en: 'customer', vi: 'khách hàng', ms: 'pelanggan' },
	'data.role.order': { en: 'order', vi: 'đơn hàng', ms: 'pesanan' },
	'data.role.time': { en: 'time', vi: 'thời gian', ms: 'masa' },
	'data.role.quantity': { en: 'quantity', vi: 'số lượng', ms: 'kuantiti' },
	'data.role.price': { en: 'price of one', vi: 'đơn giá', ms: 'harga seunit' },
	'data.role.amount': { en: 'amount', vi: 'thành tiền', ms: 'amaun' },
	'data.role.product': { en: 'product', vi: 'sản phẩm', ms: 'produk' },
	'data.role.description': { en: 'description', vi: 'mô tả', ms: 'keterangan' },
	'data.role.country': { en: 'country', vi: 'quốc gia', ms: 'negara' },
	'data.role.currency': { en: 'currency', vi: 'loại tiền', ms: 'mata wang' },
	'data.role.refund': { en: 'refunded amount', vi: 'tiền hoàn lại', ms: 'jumlah bayaran balik' },
	'data.role.category': { en: 'category', vi: 'nhóm hàng', ms: 'kategori' },
	'data.role.channel': { en: 'channel', vi: 'kênh bán', ms: 'saluran' },
	'data.role.discount': { en: 'discount', vi: 'giảm giá', ms: 'diskaun' },
	'data.role.status': { en: 'status', vi: 'trạng thái', ms: 'status' },
	'data.role.campaign': { en: 'campaign', vi: 'chiến dịch', ms: 'kempen' },
	'data.role.event': { en: 'event', vi: 'sự kiện', ms: 'peristiwa' },
	'data.role.page': { en: 'page', vi: 'trang', ms: 'halaman' },
	'data.role.session': { en: 'visit number', vi: 'mã lượt truy cập', ms: 'nombor lawatan' },
	'data.role.engaged': { en: 'engaged', vi: 'có tương tác', ms: 'keterlibatan' },
	'data.role.bounced': { en: 'bounced', vi: 'thoát ngay', ms: 'melantun' },
	'data.role.views': { en: 'number of page views', vi: 'số lượt xem trang', ms: 'bilangan paparan halaman' },
	'data.role.duration': { en: 'duration', vi: 'thời lượng', ms: 'tempoh' }
} satisfies Record<`data.role.${Role | EventRole | 'campaign'}`, Translations>);

const personal = messages({
	'data.personal.name': { en: 'personal: names', vi: 'cá nhân: họ tên', ms: 'peribadi: nama' },
	'data.personal.email': { en: 'personal: e-mails', vi: 'cá nhân: e-mail', ms: 'peribadi: e-mel' },
	'data.personal.phone': { en: 'personal: phone numbers', vi: 'cá nhân: số điện thoại', ms: 'peribadi: nombor telefon' },
	'data.personal.address': { en: 'personal: addresses', vi: 'cá nhân: địa chỉ', ms: 'peribadi: alamat' },
	'data.personal.paper': { en: 'personal: identity papers', vi: 'cá nhân: giấy tờ', ms: 'peribadi: dokumen pengenalan' },
	'data.personal.note': {
		en: 'free text: may hold names',
		vi: 'văn bản tự do: có thể chứa tên',
		ms: 'teks bebas: mungkin mengandungi nama'
	}
} satisfies Record<`data.personal.${PersonalKind}`, Translations>);

export const data = messages({
	...roles,
	...personal,
	'data.personal.found': {
		en: {
			one: '{n} column holds personal data ({list}), hidden on screen and never used to group people. Files you download hold it whole.',
			other: '{n} columns hold personal data ({list}), hidden on screen and never used to group people. Files you download hold it whole.'
		},
		vi: '{n} cột có dữ liệu cá nhân ({list}), được che trên màn hình và không bao giờ dùng để chia nhóm. Tệp bạn tải xuống vẫn ghi đầy đủ.',
		ms: '{n} lajur mengandungi data peribadi ({list}), disembunyikan pada skrin dan tidak sekali-kali digunakan untuk mengumpulkan orang. Fail yang anda muat turun mengandunginya sepenuhnya.'
	},
	'data.personal.none': {
		en: 'No column was recognised as names, e-mails, phone numbers or notes. E-mails and phone numbers within other texts are hidden; a name within one cannot be told from other words and stays visible.',
		vi: 'Không nhận ra cột nào là họ tên, e-mail, số điện thoại hay ghi chú. E-mail và số điện thoại lẫn trong nội dung khác được che; tên người lẫn trong đó không phân biệt được với từ khác nên vẫn hiện.',
		ms: 'Tiada lajur dikenali sebagai nama, e-mel, nombor telefon atau catatan. E-mel dan nombor telefon dalam teks lain disembunyikan; nama di dalamnya tidak dapat dibezakan daripada perkataan lain dan kekal kelihatan.'
	},
	'data.personal.show': { en: 'Show personal data', vi: 'Hiện dữ liệu cá nhân', ms: 'Tunjukkan data peribadi' },
	'data.stage.read': { en: 'Reading the file', vi: 'Đang đọc tệp', ms: 'Membaca fail' },
	'data.stage.join': { en: 'Joining the files', vi: 'Đang ghép các tệp', ms: 'Menggabungkan fail' },
	'data.add': { en: 'Add files…', vi: 'Thêm tệp…', ms: 'Tambah fail…' },
	'data.add.hint': {
		en: 'More orders are appended to the log; a table of customers is joined to it by their ids.',
		vi: 'Tệp đơn hàng được nối vào nhật ký; bảng khách hàng được ghép theo mã khách.',
		ms: 'Pesanan lain disambung pada log; jadual pelanggan digabungkan mengikut id mereka.'
	},
	'data.remove': { en: 'Remove', vi: 'Bỏ', ms: 'Buang' },
	'data.remove.of': { en: 'Remove {file}', vi: 'Bỏ {file}', ms: 'Buang {file}' },
	'data.recalled': {
		en: 'Columns as you named them on {date}.',
		vi: 'Các cột theo cách bạn đặt tên ngày {date}.',
		ms: 'Lajur seperti yang anda namakan pada {date}.'
	},
	'data.forget': { en: 'Forget', vi: 'Quên đi', ms: 'Lupakan' },
	'data.together.orders': {
		en: {
			one: 'Orders of {n} file: {lines}, {customers}, from {first} to {last}.',
			other: 'One order log of {n} files: {lines}, {customers}, from {first} to {last}.'
		},
		vi: 'Nhật ký đơn hàng từ {n} tệp: {lines}, {customers}, từ {first} đến {last}.',
		ms: 'Log pesanan daripada {n} fail: {lines}, {customers}, dari {first} hingga {last}.'
	},
	'data.together.people': {
		en: {
			one: '{n} table of people describes {customers}.',
			other: '{n} tables of people describe {customers}.'
		},
		vi: '{n} bảng khách hàng mô tả {customers}.',
		ms: '{n} jadual orang menerangkan {customers}.'
	},
	'data.together.events': {
		en: {
			one: 'Events of {n} file: {rows}, {visitors}, from {first} to {last}.',
			other: 'One log of events of {n} files: {rows}, {visitors}, from {first} to {last}.'
		},
		vi: 'Nhật ký sự kiện từ {n} tệp: {rows}, {visitors}, từ {first} đến {last}.',
		ms: 'Log peristiwa daripada {n} fail: {rows}, {visitors}, dari {first} hingga {last}.'
	},
	'data.together.same': {
		en: {
			one: '{n} row repeats an event that another row has. It counts once; Prepare shows it.',
			other: '{n} rows repeat an event that another row has. Each event counts once; Prepare shows them.'
		},
		vi: '{n} dòng lặp lại sự kiện đã có ở dòng khác. Mỗi sự kiện được tính một lần; ô Chuẩn bị cho thấy các dòng này.',
		ms: '{n} baris mengulangi peristiwa yang sudah ada pada baris lain. Setiap peristiwa dikira sekali; sel Sediakan menunjukkannya.'
	},
	'data.together.overlap': {
		en: {
			one: '{n} line stands in two files. It counts once, as the newer file has it; Prepare shows it and lets you keep it.',
			other:
				'{n} lines stand in more than one file. They count once, as the newest file has them; Prepare shows them and lets you keep them.'
		},
		vi: '{n} dòng có trong nhiều tệp. Mỗi dòng được tính một lần, theo tệp mới nhất; ô Chuẩn bị cho thấy và cho phép giữ lại các dòng này.',
		ms: '{n} baris terdapat dalam lebih daripada satu fail. Setiap satu dikira sekali, mengikut fail terbaharu; sel Sediakan menunjukkannya dan membenarkan anda mengekalkannya.'
	},
	'data.together.twice': {
		en: {
			one: '{n} of {of} purchases stand in both {first} and {second}: same customer, same money, at most a day apart. They count twice. If one file is the payments for the other’s orders, remove one.',
			other:
				'{n} of {of} purchases stand in both {first} and {second}: same customer, same money, at most a day apart. They count twice. If one file is the payments for the other’s orders, remove one.'
		},
		vi: '{n} trong {of} lần mua có trong cả {first} và {second}: cùng khách, cùng số tiền, cách nhau không quá một ngày. Chúng đang được tính hai lần. Nếu một tệp là khoản thanh toán cho đơn hàng của tệp kia, hãy bỏ một tệp.',
		ms: '{n} daripada {of} pembelian ada dalam kedua-dua {first} dan {second}: pelanggan sama, wang sama, berbeza paling banyak sehari. Ia dikira dua kali. Jika satu fail ialah bayaran bagi pesanan fail yang lain, buang salah satunya.'
	},
	'data.together.currency': {
		en: {
			one: '{n} line is in another currency than {currency} and is set aside: money of several currencies is never added up.',
			other: '{n} lines are in another currency than {currency} and are set aside: money of several currencies is never added up.'
		},
		vi: '{n} dòng dùng loại tiền khác {currency} nên được để riêng: tiền thuộc nhiều loại không bao giờ cộng chung.',
		ms: '{n} baris dalam mata wang selain {currency} diketepikan: wang dalam pelbagai mata wang tidak pernah dijumlahkan.'
	},
	'data.together.join': {
		en: 'Joined by customer id: {everywhere} of {customers} customers ({share}) stand in every table.',
		vi: 'Ghép theo mã khách hàng: {everywhere} trong {customers} khách ({share}) có mặt trong mọi bảng.',
		ms: 'Digabungkan mengikut id pelanggan: {everywhere} daripada {customers} pelanggan ({share}) ada dalam setiap jadual.'
	},
	'data.together.table': {
		en: '{file} has {n} and lacks {missing}.',
		vi: '{file} có {n}, thiếu {missing}.',
		ms: '{file} ada {n}, kurang {missing}.'
	},
	'data.together.nobody': {
		en: 'No customer stands in all of them. Do the files name customers in the same way, by one number or e-mail address?',
		vi: 'Không khách nào có mặt trong tất cả. Các tệp có dùng chung một loại mã hay e-mail cho khách hàng không?',
		ms: 'Tiada pelanggan yang ada dalam kesemuanya. Adakah fail-fail itu menamakan pelanggan dengan cara yang sama, melalui satu nombor atau e-mel?'
	},
	'data.absent': {
		en: { one: 'Download the {n} customer whom a table lacks', other: 'Download the {n} customers whom a table lacks' },
		vi: 'Tải {n} khách hàng không có trong một bảng nào đó',
		ms: 'Muat turun {n} pelanggan yang tiada dalam salah satu jadual'
	},
	'data.absent.file': {
		en: 'customers not in every file',
		vi: 'khách hàng không có trong mọi tệp',
		ms: 'pelanggan yang tiada dalam setiap fail'
	},
	'data.absent.yes': { en: 'yes', vi: 'có', ms: 'ya' },
	'data.absent.no': { en: 'no', vi: 'không', ms: 'tidak' },
	'data.finding': {
		en: 'An order log: {lines}, {customers}, from {first} to {last}.',
		vi: 'Nhật ký đơn hàng: {lines}, {customers}, từ {first} đến {last}.',
		ms: 'Log pesanan: {lines}, {customers}, dari {first} hingga {last}.'
	},
	'data.finding.unnamed': {
		en: '{share} of the lines name nobody.',
		vi: '{share} số dòng không ghi tên ai.',
		ms: '{share} daripada baris tidak menamakan sesiapa.'
	},
	'data.finding.people': {
		en: {
			one: 'A table of people: {n} customer in {columns}.',
			other: 'A table of people: {n} customers in {columns}, one row each.'
		},
		vi: 'Bảng khách hàng: {n} khách, {columns}, mỗi khách một dòng.',
		ms: 'Jadual orang: {n} pelanggan dalam {columns}, satu baris setiap orang.'
	},
	'data.finding.campaigns': {
		en: {
			one: 'A campaign list: {rows} of {n} campaign, {customers}. What they did stands in columns of its own.',
			other: 'A campaign list: {rows} of {n} campaigns, {customers}. What they did with each stands in columns of its own.'
		},
		vi: 'Danh sách chiến dịch: {rows}, {n} chiến dịch, {customers}. Phản hồi với mỗi chiến dịch đứng thành cột riêng.',
		ms: 'Senarai kempen: {rows}, {n} kempen, {customers}. Respons kepada setiap kempen menjadi lajur tersendiri.'
	},
	'data.finding.events': {
		en: 'A log of events: {events}, {visitors}, from {first} to {last}.',
		vi: 'Nhật ký sự kiện: {events}, {visitors}, từ {first} đến {last}.',
		ms: 'Log peristiwa: {events}, {visitors}, dari {first} hingga {last}.'
	},
	'data.finding.unnamed.events': {
		en: '{share} of the events name nobody.',
		vi: '{share} số sự kiện không ghi của ai.',
		ms: '{share} daripada peristiwa tidak menamakan sesiapa.'
	},
	'data.events.session': {
		en: 'Visits are told apart by the column {column}; an event without a number belongs to the visit before it, unless {minutes} minutes have passed.',
		vi: 'Các lượt truy cập được phân biệt theo cột {column}; sự kiện không có mã thuộc về lượt ngay trước, trừ khi đã quá {minutes} phút.',
		ms: 'Lawatan dibezakan melalui lajur {column}; peristiwa tanpa nombor tergolong dalam lawatan sebelumnya, melainkan {minutes} minit telah berlalu.'
	},
	'data.events.gap': {
		en: 'No column numbers the visits: a visit ends after {minutes} minutes without an event.',
		vi: 'Không có cột mã lượt truy cập: một lượt kết thúc sau {minutes} phút không có sự kiện.',
		ms: 'Tiada lajur menomborkan lawatan: lawatan berakhir selepas {minutes} minit tanpa peristiwa.'
	},
	'data.events.clock': {
		en: 'Times in UTC are put on the clock of the site, {clock}, which its dates tell.',
		vi: 'Thời gian UTC được chuyển sang giờ của trang, {clock}, suy ra từ cột ngày.',
		ms: 'Masa UTC ditukar kepada waktu tapak, {clock}, seperti yang ditunjukkan oleh tarikhnya.'
	},
	'data.events.utc': {
		en: 'Times are in UTC: hours of the day may differ from those of your visitors.',
		vi: 'Thời gian theo UTC: giờ trong ngày có thể khác giờ của khách truy cập.',
		ms: 'Masa adalah dalam UTC: jam dalam hari mungkin berbeza daripada waktu pelawat anda.'
	},
	'data.events.purchases': {
		en: {
			one: '{n} event is a purchase with its amount. Read as lines of orders, the file gives RFM and purchase scores instead of visits.',
			other:
				'{n} events are purchases with their amounts. Read as lines of orders, the file gives RFM and purchase scores instead of visits.'
		},
		vi: '{n} sự kiện là lần mua kèm số tiền. Nếu đọc như các dòng đơn hàng, tệp cho RFM và điểm mua hàng thay vì lượt truy cập.',
		ms: '{n} peristiwa ialah pembelian berserta amaunnya. Jika dibaca sebagai baris pesanan, fail ini memberikan RFM dan skor belian sebagai ganti lawatan.'
	},
	'data.events.asOrders': { en: 'Read as orders', vi: 'Đọc như đơn hàng', ms: 'Baca sebagai pesanan' },
	'data.people.repeated': {
		en: {
			one: '{n} row repeats the id of an earlier row and is set aside.',
			other: '{n} rows repeat the id of an earlier row and are set aside.'
		},
		vi: '{n} dòng lặp lại mã của dòng trước và được để riêng.',
		ms: '{n} baris mengulangi id baris terdahulu dan diketepikan.'
	},
	'data.people.nameless': {
		en: { one: '{n} row has no id and is set aside.', other: '{n} rows have no id and are set aside.' },
		vi: '{n} dòng không có mã và được để riêng.',
		ms: '{n} baris tiada id dan diketepikan.'
	},
	'data.origin': {
		en: 'This looks like an export of {name}: {matched} of {of} columns are known.',
		vi: 'Có vẻ đây là tệp xuất từ {name}: biết {matched} trong {of} cột.',
		ms: 'Ini nampaknya eksport {name}: {matched} daripada {of} lajur dikenali.'
	},
	'data.origin.none': {
		en: 'Not an export of a known program: its columns were told by their names and contents ({columns}).',
		vi: 'Không phải tệp xuất của chương trình đã biết: các cột được nhận ra theo tên và nội dung ({columns}).',
		ms: 'Bukan eksport program yang dikenali: lajurnya dikenal pasti melalui nama dan kandungannya ({columns}).'
	},
	'data.origin.column': { en: '{role}: “{name}”', vi: '{role}: “{name}”', ms: '{role}: “{name}”' },
	'data.change': { en: 'Change', vi: 'Đổi', ms: 'Tukar' },
	'data.origin.perOrder': {
		en: 'The total of an order stands for all its lines and is counted once.',
		vi: 'Tổng tiền của một đơn ứng với mọi dòng của đơn và chỉ được tính một lần.',
		ms: 'Jumlah sesuatu pesanan mewakili semua barisnya dan dikira sekali sahaja.'
	},
	'data.origin.refund': {
		en: 'What was refunded is taken off.',
		vi: 'Tiền hoàn lại được trừ đi.',
		ms: 'Bayaran balik ditolak.'
	},
	'data.origin.nameOnly': {
		en: 'It knows customers by name only: two people of one name count as one.',
		vi: 'Tệp chỉ ghi tên khách: hai người trùng tên được tính là một.',
		ms: 'Pelanggan hanya dikenali melalui nama: dua orang yang sama nama dikira seorang.'
	},
	'data.origin.activityTime': {
		en: 'Its last activity is not a purchase; open the orders to see when people buy.',
		vi: 'Hoạt động gần nhất không phải là lần mua; hãy mở tệp đơn hàng để biết khi nào khách mua.',
		ms: 'Aktiviti terakhirnya bukan pembelian; buka fail pesanan untuk melihat bila orang membeli.'
	},
	'data.origin.unsure': {
		en: 'It may be an export of {first} or of {second}. Choose under “What each column means”.',
		vi: 'Có thể đây là tệp xuất từ {first} hoặc {second}. Hãy chọn trong “Ý nghĩa từng cột”.',
		ms: 'Ini mungkin eksport {first} atau {second}. Pilih di bawah “Maksud setiap lajur”.'
	},
	'data.origin.label': { en: 'Comes from', vi: 'Xuất từ', ms: 'Datang daripada' },
	'data.origin.other': { en: 'another program', vi: 'chương trình khác', ms: 'program lain' },
	'data.kind': { en: 'The rows are', vi: 'Mỗi dòng là', ms: 'Setiap baris ialah' },
	'data.kind.orders': { en: 'lines of orders', vi: 'một mặt hàng trong đơn', ms: 'item pesanan' },
	'data.kind.people': { en: 'one customer each', vi: 'một khách hàng', ms: 'seorang pelanggan' },
	'data.kind.campaigns': {
		en: 'one customer and campaign each',
		vi: 'một khách hàng và một chiến dịch',
		ms: 'seorang pelanggan dan satu kempen'
	},
	'data.kind.events': { en: 'events of visits', vi: 'một sự kiện truy cập', ms: 'peristiwa lawatan' },
	'data.finding.blocked': {
		en: '{rows} in {columns}. Name the columns below, and the notebook runs.',
		vi: '{rows}, {columns}. Hãy đặt tên các cột bên dưới, sổ sẽ chạy.',
		ms: '{rows} dalam {columns}. Namakan lajur di bawah, dan buku nota akan berjalan.'
	},
	'data.file': {
		en: '{file}, {size}, read as {encoding}',
		vi: '{file}, {size}, đọc theo {encoding}',
		ms: '{file}, {size}, dibaca sebagai {encoding}'
	},
	'data.columns': { en: 'What each column means', vi: 'Ý nghĩa từng cột', ms: 'Maksud setiap lajur' },
	'data.columns.hint': {
		en: 'Guessed from the names and the values. Change what is wrong.',
		vi: 'Đoán từ tên và giá trị. Hãy sửa chỗ sai.',
		ms: 'Diteka daripada nama dan nilai. Ubah yang salah.'
	},
	'data.role.none': { en: 'not used', vi: 'không dùng', ms: 'tidak digunakan' },
	'data.orders': { en: { one: '{n} order', other: '{n} orders' }, vi: '{n} đơn hàng', ms: '{n} pesanan' },
	'data.noOrders': {
		en: 'No column numbers the orders: all lines of a customer on one day count as one order.',
		vi: 'Không có cột mã đơn: mọi dòng của một khách trong một ngày được tính là một đơn.',
		ms: 'Tiada lajur bernombor pesanan: semua baris seorang pelanggan pada satu hari dikira satu pesanan.'
	},
	'data.type.empty': { en: 'empty', vi: 'trống', ms: 'kosong' },
	'data.type.text': { en: 'text', vi: 'chữ', ms: 'teks' },
	'data.type.number': { en: 'number', vi: 'số', ms: 'nombor' },
	'data.type.time': { en: 'date', vi: 'ngày', ms: 'tarikh' },
	'data.type.boolean': { en: 'yes or no', vi: 'có hoặc không', ms: 'ya atau tidak' },
	'data.type.of': { en: 'Type of {name}', vi: 'Kiểu của {name}', ms: 'Jenis {name}' },
	'data.order.of': { en: 'Order of the dates in {name}', vi: 'Thứ tự ngày trong {name}', ms: 'Susunan tarikh dalam {name}' },
	'data.mark.of': { en: 'Decimal mark of {name}', vi: 'Dấu thập phân của {name}', ms: 'Tanda perpuluhan {name}' },
	'data.column.facts': {
		en: '{filled} filled · {distinct} different',
		vi: '{filled} có giá trị · {distinct} giá trị khác nhau',
		ms: '{filled} terisi · {distinct} nilai berbeza'
	},
	'data.column.bad': {
		en: { one: '· {n} does not fit, “{value}”', other: '· {n} do not fit, such as “{value}”' },
		vi: '· {n} ô không khớp, ví dụ “{value}”',
		ms: '· {n} tidak sepadan, contohnya “{value}”'
	},
	'data.columns.more': {
		en: { one: 'Show {n} more column', other: 'Show {n} more columns' },
		vi: 'Hiện thêm {n} cột',
		ms: 'Tunjukkan {n} lajur lagi'
	},
	'data.notes.preamble': {
		en: {
			one: '{n} line above the header was passed over: “{text}”.',
			other: '{n} lines above the header were passed over, such as “{text}”.'
		},
		vi: 'Đã bỏ qua {n} dòng phía trên tiêu đề, chẳng hạn “{text}”.',
		ms: '{n} baris di atas pengepala dilangkau, contohnya “{text}”.'
	},
	'data.notes.description': {
		en: 'The row under the header describes the columns and is not counted.',
		vi: 'Dòng dưới tiêu đề mô tả các cột và không được tính.',
		ms: 'Baris di bawah pengepala menerangkan lajur dan tidak dikira.'
	},
	'data.notes.totals': {
		en: { one: '{n} row of totals at the end is not counted.', other: '{n} rows of totals at the end are not counted.' },
		vi: '{n} dòng tổng ở cuối không được tính.',
		ms: '{n} baris jumlah di hujung tidak dikira.'
	},
	'data.notes.blank': {
		en: { one: '{n} row without any text was passed over.', other: '{n} rows without any text were passed over.' },
		vi: 'Đã bỏ qua {n} dòng trống.',
		ms: '{n} baris kosong dilangkau.'
	},
	'data.notes.short': {
		en: {
			one: '{n} row has fewer cells than the header (row {rows}); what is missing counts as empty.',
			other: '{n} rows have fewer cells than the header (rows {rows}); what is missing counts as empty.'
		},
		vi: '{n} dòng có ít ô hơn tiêu đề (dòng {rows}); phần thiếu được coi là trống.',
		ms: '{n} baris mempunyai kurang sel daripada pengepala (baris {rows}); yang tiada dikira kosong.'
	},
	'data.notes.long': {
		en: {
			one: '{n} row has more cells than the header (row {rows}): a separator inside a text without quotation marks? What is beyond is in no column.',
			other:
				'{n} rows have more cells than the header (rows {rows}): separators inside texts without quotation marks? What is beyond is in no column.'
		},
		vi: '{n} dòng có nhiều ô hơn tiêu đề (dòng {rows}): có thể dấu phân cách nằm trong chữ không có ngoặc kép. Phần thừa không thuộc cột nào.',
		ms: '{n} baris mempunyai lebih banyak sel daripada pengepala (baris {rows}): mungkin ada pemisah dalam teks tanpa tanda petik. Lebihannya tidak tergolong dalam mana-mana lajur.'
	},
	'data.notes.long.download': {
		en: { one: 'Download the {n} row whole', other: 'Download the {n} rows whole' },
		vi: 'Tải đầy đủ {n} dòng này',
		ms: 'Muat turun {n} baris ini sepenuhnya'
	},
	'data.notes.long.file': { en: '{file} rows too long', vi: '{file} dòng quá dài', ms: '{file} baris terlalu panjang' },
	'data.notes.openQuotes': {
		en: {
			one: 'A quotation mark that is never closed was read as an ordinary character (row {rows}).',
			other: 'Quotation marks that are never closed were read as ordinary characters (rows {rows}).'
		},
		vi: 'Dấu ngoặc kép ở dòng {rows} không được đóng và được đọc như ký tự thường.',
		ms: 'Tanda petik dalam baris {rows} tidak ditutup dan dibaca sebagai aksara biasa.'
	},
	'data.part': { en: 'Sheet or file inside', vi: 'Trang tính hoặc tệp bên trong', ms: 'Helaian atau fail di dalam' },
	'data.separator': { en: 'Separator', vi: 'Dấu phân cách', ms: 'Pemisah' },
	'data.separator.comma': { en: 'comma', vi: 'phẩy', ms: 'koma' },
	'data.separator.semicolon': { en: 'semicolon', vi: 'chấm phẩy', ms: 'koma bertitik' },
	'data.separator.tab': { en: 'tab', vi: 'tab', ms: 'tab' },
	'data.separator.bar': { en: 'bar', vi: 'gạch đứng', ms: 'palang' },
	'data.separator.space': { en: 'spaces', vi: 'khoảng trắng', ms: 'ruang' },
	'data.encoding': { en: 'Encoding', vi: 'Bảng mã', ms: 'Pengekodan' },
	'data.header': { en: 'First row names the columns', vi: 'Dòng đầu là tên cột', ms: 'Baris pertama ialah nama lajur' },
	'data.dates.ymd': { en: 'year, month, day', vi: 'năm, tháng, ngày', ms: 'tahun, bulan, hari' },
	'data.dates.dmy': { en: 'day, month, year', vi: 'ngày, tháng, năm', ms: 'hari, bulan, tahun' },
	'data.dates.mdy': { en: 'month, day, year', vi: 'tháng, ngày, năm', ms: 'bulan, hari, tahun' },
	'data.dates.ask': { en: 'Which day is {text}?', vi: '{text} là ngày nào?', ms: 'Hari apakah {text}?' },
	'data.dates.unsure': {
		en: {
			one: 'Every date of {n} column reads in two ways. Until you choose, the day is taken to stand first.',
			other: 'Every date of {n} columns reads in two ways. Until you choose, the day is taken to stand first.'
		},
		vi: 'Mọi ngày trong {n} cột đều đọc được theo hai cách. Khi bạn chưa chọn, ngày được coi là đứng trước tháng.',
		ms: 'Setiap tarikh dalam {n} lajur boleh dibaca dengan dua cara. Sehingga anda memilih, hari dianggap berada di hadapan.'
	},
	'data.dates.bad': {
		en: {
			one: '{n} date could not be read (row {rows}; “{value}”). Its row is set aside below.',
			other: '{n} dates could not be read (rows {rows}; such as “{value}”). Their rows are set aside below.'
		},
		vi: '{n} ngày không đọc được (dòng {rows}; ví dụ “{value}”). Các dòng đó được để riêng bên dưới.',
		ms: '{n} tarikh tidak dapat dibaca (baris {rows}; contohnya “{value}”). Barisnya diketepikan di bawah.'
	},
	'data.numbers.bad': {
		en: {
			one: '{n} number could not be read (row {rows}; “{value}”). Its row is set aside below.',
			other: '{n} numbers could not be read (rows {rows}; such as “{value}”). Their rows are set aside below.'
		},
		vi: '{n} số không đọc được (dòng {rows}; ví dụ “{value}”). Các dòng đó được để riêng bên dưới.',
		ms: '{n} nombor tidak dapat dibaca (baris {rows}; contohnya “{value}”). Barisnya diketepikan di bawah.'
	},
	'data.dates.none': {
		en: {
			one: '{n} row has no date (row {rows}). It is set aside below.',
			other: '{n} rows have no date (rows {rows}). They are set aside below.'
		},
		vi: '{n} dòng không có ngày (dòng {rows}). Các dòng đó được để riêng bên dưới.',
		ms: '{n} baris tiada tarikh (baris {rows}). Baris itu diketepikan di bawah.'
	},
	'data.numbers.none': {
		en: {
			one: '{n} row lacks a number (row {rows}). It is set aside below.',
			other: '{n} rows lack a number (rows {rows}). They are set aside below.'
		},
		vi: '{n} dòng thiếu số (dòng {rows}). Các dòng đó được để riêng bên dưới.',
		ms: '{n} baris tiada nombor (baris {rows}). Baris itu diketepikan di bawah.'
	},
	'data.currency': { en: 'Currency', vi: 'Tiền tệ', ms: 'Mata wang' },
	'data.currency.file': { en: 'as in the file', vi: 'như trong tệp', ms: 'seperti dalam fail' },
	'data.currency.none': { en: 'not named', vi: 'không ghi', ms: 'tidak dinamakan' },
	'data.asFound': { en: 'as found ({found})', vi: 'như tìm thấy ({found})', ms: 'seperti ditemui ({found})' },
	'data.table': { en: 'Rows of {file}', vi: 'Các dòng của {file}', ms: 'Baris {file}' },
	'data.how': {
		en: 'The file is read here, in your browser, in pieces of a few megabytes, and every cell is kept as it is written. What a column is, a number, a date, yes or no or text, is decided over all of its rows; ids stay text, so that no leading zero is lost. A row that does not fit is told of, never dropped.',
		vi: 'Tệp được đọc ngay trong trình duyệt của bạn, theo từng khối vài megabyte, và mỗi ô được giữ đúng như đã ghi. Mỗi cột là số, ngày, có/không hay chữ được quyết định từ mọi dòng của cột; mã vẫn là chữ nên không mất số 0 ở đầu. Dòng không khớp luôn được nêu ra, không bao giờ bị bỏ.',
		ms: 'Fail dibaca di sini, dalam pelayar anda, sebahagian demi sebahagian sebanyak beberapa megabait, dan setiap sel dikekalkan seperti ditulis. Sama ada sesuatu lajur ialah nombor, tarikh, ya atau tidak ataupun teks diputuskan daripada semua barisnya; id kekal teks supaya sifar di hadapan tidak hilang. Baris yang tidak sepadan dimaklumkan, tidak pernah dibuang.'
	}
});
