import type { ProblemId } from '../../lib/problem.js';
import { messages, type Translations } from '../define.js';

/** What went wrong, with the facts, and what to do about it. */
export const problems = messages({
	'problem.noFile': {
		en: 'This notebook has no file yet. Open a file of orders, and all of it runs.',
		vi: 'Sổ này chưa có tệp. Hãy mở một tệp đơn hàng, toàn bộ sổ sẽ chạy.',
		ms: 'Buku nota ini belum ada fail. Buka fail pesanan, dan semuanya akan berjalan.'
	},
	'problem.fileNeeded': {
		en: 'The rows of {file} are not kept between visits. Open the file again to go on; every choice you made is still here.',
		vi: 'Các dòng của {file} không được lưu giữa hai lần mở trang. Hãy mở lại tệp để tiếp tục; mọi lựa chọn của bạn vẫn còn đây.',
		ms: 'Baris {file} tidak disimpan antara lawatan. Buka fail itu semula untuk meneruskan; semua pilihan anda masih ada.'
	},
	'problem.fileGone': {
		en: '{file} can no longer be read: it was moved, changed or removed since it was opened. Open it again from where it is now.',
		vi: 'Không đọc được {file} nữa: tệp đã bị chuyển, sửa hoặc xóa sau khi mở. Hãy mở lại tệp từ nơi đang lưu.',
		ms: '{file} tidak dapat dibaca lagi: ia telah dipindah, diubah atau dibuang selepas dibuka. Buka semula dari tempatnya sekarang.'
	},
	'problem.tooManyFiles': {
		en: '{n} files are too many at once: at most {most} are read together. Pack them into fewer, or open those of one year.',
		vi: '{n} tệp là quá nhiều: chỉ đọc cùng lúc tối đa {most} tệp. Hãy gộp chúng lại, hoặc chỉ mở các tệp của một năm.',
		ms: '{n} fail terlalu banyak sekali gus: paling banyak {most} dibaca bersama. Gabungkan menjadi lebih sedikit, atau buka yang untuk satu tahun sahaja.'
	},
	'problem.fileEmpty': {
		en: '{file} is empty: it holds no text at all. Export it again from where it came from.',
		vi: '{file} trống: tệp không có chữ nào. Hãy xuất lại tệp từ nguồn.',
		ms: '{file} kosong: tiada sebarang teks di dalamnya. Eksport semula dari sumbernya.'
	},
	'problem.fileHeaderOnly': {
		en: '{file} holds a header and no rows. Export it again with its rows.',
		vi: '{file} chỉ có dòng tiêu đề, không có dòng dữ liệu. Hãy xuất lại tệp kèm dữ liệu.',
		ms: '{file} hanya ada baris tajuk, tiada baris data. Eksport semula bersama barisnya.'
	},
	'problem.fileBinary': {
		en: '{file} holds no table Tessera can read ({kind}). Save it as CSV or Excel (.xlsx) and open that.',
		vi: '{file} không chứa bảng mà Tessera đọc được ({kind}). Hãy lưu thành CSV hoặc Excel (.xlsx) rồi mở tệp đó.',
		ms: '{file} tidak mengandungi jadual yang boleh dibaca oleh Tessera ({kind}). Simpan sebagai CSV atau Excel (.xlsx) dan buka fail itu.'
	},
	'problem.fileUnknown': {
		en: '{file} holds bytes that are no text, so it is no table Tessera can read. Save it as CSV or Excel (.xlsx) where it comes from, and open that.',
		vi: '{file} chứa những byte không phải văn bản nên không phải bảng mà Tessera đọc được. Hãy lưu thành CSV hoặc Excel (.xlsx) từ nơi tạo ra tệp rồi mở tệp đó.',
		ms: '{file} mengandungi bait yang bukan teks, jadi ia bukan jadual yang boleh dibaca Tessera. Simpan sebagai CSV atau Excel (.xlsx) dari tempat asalnya dan buka fail itu.'
	},
	'problem.rowTooLong': {
		en: 'Row {row} of {file} never ends: it is longer than 64 MB. The file may not be a table; export it again as CSV.',
		vi: 'Dòng {row} của {file} không kết thúc: dài hơn 64 MB. Tệp có thể không phải là bảng; hãy xuất lại thành CSV.',
		ms: 'Baris {row} dalam {file} tidak berakhir: lebih panjang daripada 64 MB. Fail ini mungkin bukan jadual; eksport semula sebagai CSV.'
	},
	'problem.rowsTooShort': {
		en: '{file} names {columns} columns, but nearly all of its rows fill only a few. It may not be a table; export it again as CSV.',
		vi: '{file} có tên cho {columns} cột nhưng hầu hết các dòng chỉ có vài ô. Tệp có thể không phải là bảng; hãy xuất lại thành CSV.',
		ms: '{file} menamakan {columns} lajur, tetapi hampir semua barisnya hanya mengisi beberapa. Fail ini mungkin bukan jadual; eksport semula sebagai CSV.'
	},
	'problem.fileGzipBroken': {
		en: '{file} is packed with gzip and breaks off or is damaged. Download or pack it again.',
		vi: '{file} nén bằng gzip nhưng bị đứt đoạn hoặc hỏng. Hãy tải hoặc nén lại tệp.',
		ms: '{file} dimampat dengan gzip tetapi terputus atau rosak. Muat turun atau mampatkan semula.'
	},
	'problem.fileZipBroken': {
		en: '{file} is a ZIP file that breaks off or is damaged. Download or pack it again, or open the CSV inside it.',
		vi: '{file} là tệp ZIP bị đứt đoạn hoặc hỏng. Hãy tải hoặc nén lại, hoặc mở tệp CSV bên trong.',
		ms: '{file} ialah fail ZIP yang terputus atau rosak. Muat turun atau mampatkan semula, atau buka fail CSV di dalamnya.'
	},
	'problem.fileZipEmpty': {
		en: '{file} is a ZIP file with no table inside. Pack a CSV, an Excel workbook, JSON or Parquet, or open that by itself.',
		vi: '{file} là tệp ZIP không chứa bảng nào. Hãy nén tệp CSV, sổ tính Excel, JSON hoặc Parquet, hoặc mở trực tiếp tệp đó.',
		ms: '{file} ialah fail ZIP tanpa sebarang jadual di dalamnya. Mampatkan CSV, buku kerja Excel, JSON atau Parquet, atau buka fail itu terus.'
	},
	'problem.fileTooDeep': {
		en: '{file} is packed inside a packed file inside another. Unpack it once and open what is inside.',
		vi: '{file} được nén nhiều lớp lồng nhau. Hãy giải nén một lần rồi mở tệp bên trong.',
		ms: '{file} dimampat berlapis-lapis. Nyahmampat sekali dan buka fail di dalamnya.'
	},
	'problem.fileTooMany': {
		en: '{file} holds {n} files, and up to {limit} can be read at once. Unpack it and open those that you need.',
		vi: '{file} chứa {n} tệp, mỗi lần chỉ đọc được tối đa {limit} tệp. Hãy giải nén rồi mở những tệp bạn cần.',
		ms: '{file} mengandungi {n} fail, dan sehingga {limit} boleh dibaca sekali gus. Nyahmampat dan buka fail yang anda perlukan.'
	},
	'problem.fileTooBig': {
		en: '{file} ({size} MB) holds more than the {limit} MB that can be read of it. Save a shorter period of it as CSV and open that.',
		vi: '{file} ({size} MB) chứa nhiều hơn {limit} MB có thể đọc. Hãy lưu một khoảng thời gian ngắn hơn thành CSV rồi mở tệp đó.',
		ms: '{file} ({size} MB) mengandungi lebih daripada {limit} MB yang boleh dibaca. Simpan tempoh yang lebih pendek sebagai CSV dan buka fail itu.'
	},
	'problem.browserTooOld': {
		en: 'This browser cannot read files or form segments at speed: it lacks WebAssembly with SIMD, or it is switched off. Chrome and Edge have it since 91, Firefox since 89, Safari since 16.4. Open Tessera in a newer one.',
		vi: 'Trình duyệt này không đọc tệp hay chia nhóm nhanh được: thiếu WebAssembly có SIMD, hoặc tính năng đang tắt. Chrome và Edge có từ bản 91, Firefox từ 89, Safari từ 16.4. Hãy mở Tessera bằng trình duyệt mới hơn.',
		ms: 'Pelayar ini tidak dapat membaca fail atau membentuk segmen dengan laju: ia tiada WebAssembly dengan SIMD, atau ciri itu dimatikan. Chrome dan Edge memilikinya sejak 91, Firefox sejak 89, Safari sejak 16.4. Buka Tessera dalam pelayar yang lebih baharu.'
	},
	'problem.fileTooWide': {
		en: '{file} has more than {limit} columns. Save it again as CSV with the columns you need.',
		vi: '{file} có hơn {limit} cột. Hãy lưu lại thành CSV với những cột bạn cần.',
		ms: '{file} mempunyai lebih daripada {limit} lajur. Simpan semula sebagai CSV dengan lajur yang anda perlukan.'
	},
	'problem.fileLocked': {
		en: '{file} is protected by a password, so it cannot be read. Save it again without the password, or as CSV.',
		vi: '{file} được bảo vệ bằng mật khẩu nên không đọc được. Hãy lưu lại không có mật khẩu, hoặc lưu thành CSV.',
		ms: '{file} dilindungi kata laluan, jadi tidak dapat dibaca. Simpan semula tanpa kata laluan, atau sebagai CSV.'
	},
	'problem.fileWorkbookBroken': {
		en: '{file} is an Excel workbook that cannot be read: it is damaged or was only partly downloaded. Open it in a spreadsheet and save it again as CSV.',
		vi: '{file} là sổ tính Excel không đọc được: tệp bị hỏng hoặc tải chưa hết. Hãy mở trong phần mềm bảng tính rồi lưu lại thành CSV.',
		ms: '{file} ialah buku kerja Excel yang tidak dapat dibaca: ia rosak atau tidak habis dimuat turun. Buka dalam hamparan dan simpan semula sebagai CSV.'
	},
	'problem.fileParquetBroken': {
		en: '{file} is a Parquet file that cannot be read: it is damaged or written in a way Tessera does not know. Write it again, or save it as CSV.',
		vi: '{file} là tệp Parquet không đọc được: tệp bị hỏng hoặc được ghi theo cách Tessera không biết. Hãy ghi lại, hoặc lưu thành CSV.',
		ms: '{file} ialah fail Parquet yang tidak dapat dibaca: ia rosak atau ditulis dengan cara yang tidak dikenali Tessera. Tulis semula, atau simpan sebagai CSV.'
	},
	'problem.fileJsonBroken': {
		en: '{file} stops being JSON at line {line}, column {column}. Export it again, or save it as CSV.',
		vi: '{file} không còn là JSON hợp lệ từ dòng {line}, cột {column}. Hãy xuất lại, hoặc lưu thành CSV.',
		ms: '{file} bukan lagi JSON yang sah mulai baris {line}, lajur {column}. Eksport semula, atau simpan sebagai CSV.'
	},
	'problem.oneColumn': {
		en: 'Cut at “{delimiter}”, {file} has a single column (“{header}”). Choose another separator below, or open a file with a column for who, when and how much.',
		vi: 'Khi tách tại “{delimiter}”, {file} chỉ có một cột (“{header}”). Hãy chọn dấu phân cách khác bên dưới, hoặc mở tệp có cột cho biết ai, khi nào và bao nhiêu tiền.',
		ms: 'Apabila dipisah pada “{delimiter}”, {file} hanya ada satu lajur (“{header}”). Pilih pemisah lain di bawah, atau buka fail yang ada lajur bagi siapa, bila dan berapa.'
	},
	'problem.noTimeColumn': {
		en: 'No column of {file} says when. Choose the column with the date of each order or event below; recency, rhythm and purchase scores need it.',
		vi: 'Không có cột nào của {file} cho biết thời điểm. Hãy chọn cột ngày của từng đơn hoặc sự kiện bên dưới; độ gần đây, nhịp mua và điểm mua hàng cần cột này.',
		ms: 'Tiada lajur dalam {file} menyatakan bila. Pilih lajur tarikh pesanan atau peristiwa di bawah; kekinian, rentak dan skor belian memerlukannya.'
	},
	'problem.noCustomerColumn': {
		en: 'No column of {file} says who. Choose the column that tells customers apart below: an id, an e-mail or a phone number.',
		vi: 'Không có cột nào của {file} cho biết khách nào. Hãy chọn cột phân biệt khách hàng bên dưới: mã, e-mail hoặc số điện thoại.',
		ms: 'Tiada lajur dalam {file} menyatakan siapa. Pilih lajur yang membezakan pelanggan di bawah: id, e-mel atau nombor telefon.'
	},
	'problem.noAmountColumn': {
		en: 'No column of {file} says how much. Choose the price or the amount below; revenue and order value need it.',
		vi: 'Không có cột nào của {file} cho biết số tiền. Hãy chọn cột đơn giá hoặc thành tiền bên dưới; doanh thu và giá trị đơn cần cột này.',
		ms: 'Tiada lajur dalam {file} menyatakan berapa. Pilih harga atau amaun di bawah; hasil dan nilai pesanan memerlukannya.'
	},
	'problem.productList': {
		en: '{file} is a list of products: it says what is sold, not who bought it. Export the orders of your shop instead, with the customer of each order.',
		vi: '{file} là danh sách sản phẩm: tệp cho biết bán gì chứ không cho biết ai mua. Hãy xuất tệp đơn hàng của cửa hàng, có khách hàng của từng đơn.',
		ms: '{file} ialah senarai produk: ia menyatakan apa yang dijual, bukan siapa yang membeli. Eksport pesanan kedai anda, bersama pelanggan bagi setiap pesanan.'
	},
	'problem.totalsOnly': {
		en: '{file} holds totals, such as one row per day or per channel, and nobody can be told apart in them. Export the single orders or the single customers behind the totals.',
		vi: '{file} chỉ có số tổng, chẳng hạn mỗi ngày hoặc mỗi kênh một dòng, nên không phân biệt được từng người. Hãy xuất từng đơn hàng hoặc từng khách hàng tạo nên các số đó.',
		ms: '{file} hanya mengandungi jumlah, misalnya satu baris bagi setiap hari atau saluran, jadi tiada sesiapa dapat dibezakan. Eksport setiap pesanan atau setiap pelanggan di sebalik jumlah itu.'
	},
	'problem.analyticsReport': {
		en: '{file} is a report of Google Analytics: it holds totals, such as one row per channel or city, and nobody can be told apart in them. Export the events to BigQuery and save them as CSV with user_pseudo_id, event_timestamp and event_name; Tessera reads that.',
		vi: '{file} là báo cáo của Google Analytics: tệp chỉ có số tổng, chẳng hạn mỗi kênh hoặc mỗi thành phố một dòng, nên không phân biệt được từng người. Hãy xuất sự kiện sang BigQuery rồi lưu thành CSV có user_pseudo_id, event_timestamp và event_name; Tessera đọc được tệp đó.',
		ms: '{file} ialah laporan Google Analytics: ia hanya mengandungi jumlah, misalnya satu baris bagi setiap saluran atau bandar, jadi tiada sesiapa dapat dibezakan. Eksport peristiwa ke BigQuery dan simpan sebagai CSV dengan user_pseudo_id, event_timestamp dan event_name; Tessera dapat membacanya.'
	},
	'problem.noPeople': {
		en: '{file} holds orders, but no column seems to say whose they are. Choose it below, or export the orders again with the id, e-mail or phone number of the customer.',
		vi: '{file} có đơn hàng nhưng dường như không cột nào cho biết của ai. Hãy chọn cột đó bên dưới, hoặc xuất lại kèm mã, e-mail hoặc số điện thoại của khách.',
		ms: '{file} mengandungi pesanan, tetapi tiada lajur yang nampaknya menyatakan milik siapa. Pilih lajur itu di bawah, atau eksport semula bersama id, e-mel atau nombor telefon pelanggan.'
	},
	'problem.noSharedId': {
		en: '{file} has no column that names each customer, so nothing tells which rows of the other files belong to them. Name that column under “What each column means”, or remove the file.',
		vi: '{file} không có cột mã của từng khách hàng nên không biết dòng nào của các tệp khác thuộc về ai. Hãy chọn cột đó trong “Ý nghĩa từng cột”, hoặc bỏ tệp này.',
		ms: '{file} tiada lajur yang menamakan setiap pelanggan, jadi tidak diketahui baris mana dalam fail lain milik siapa. Namakan lajur itu di bawah “Maksud setiap lajur”, atau buang fail ini.'
	},
	'problem.badDates': {
		en: {
			one: 'The dates in column “{column}” of {file} cannot be read: {n} row, {rows}, with “{value}”. Choose another column or the order of day and month below.',
			other:
				'Most dates in column “{column}” of {file} cannot be read: {n} rows, the first ones {rows}, such as “{value}”. Choose another column or the order of day and month below.'
		},
		vi: 'Phần lớn ngày trong cột “{column}” của {file} không đọc được: {n} dòng, đầu tiên là {rows}, ví dụ “{value}”. Hãy chọn cột khác hoặc thứ tự ngày và tháng bên dưới.',
		ms: 'Kebanyakan tarikh dalam lajur “{column}” bagi {file} tidak dapat dibaca: {n} baris, yang pertama {rows}, contohnya “{value}”. Pilih lajur lain atau susunan hari dan bulan di bawah.'
	},
	'problem.badNumbers': {
		en: {
			one: 'The numbers in column “{column}” of {file} cannot be read: {n} row, with “{value}” in row {row}. Choose another column below.',
			other:
				'Most numbers in column “{column}” of {file} cannot be read: {n} rows, such as “{value}” in row {row}. Choose another column below.'
		},
		vi: 'Phần lớn số trong cột “{column}” của {file} không đọc được: {n} dòng, ví dụ “{value}” ở dòng {row}. Hãy chọn cột khác bên dưới.',
		ms: 'Kebanyakan nombor dalam lajur “{column}” bagi {file} tidak dapat dibaca: {n} baris, contohnya “{value}” pada baris {row}. Pilih lajur lain di bawah.'
	},
	'problem.nothingKept': {
		en: {
			one: 'The {n} row of {file} is set aside, so nobody is left to look at. Check the columns.',
			other: 'Every one of the {n} rows of {file} is set aside, so nobody is left to look at. Keep more rows above, or check the columns.'
		},
		vi: '{n} dòng của {file} đều đã để riêng nên không còn khách nào để xem. Hãy giữ lại nhiều dòng hơn ở trên, hoặc kiểm tra các cột.',
		ms: 'Semua baris {file} ({n}) diketepikan, jadi tiada sesiapa untuk dilihat. Kekalkan lebih banyak baris di atas, atau semak lajurnya.'
	},
	'problem.oneCustomer': {
		en: 'All rows of {file} belong to one customer (“{value}” in column “{column}”). Choose the column that tells customers apart in the Data cell.',
		vi: 'Mọi dòng của {file} thuộc về một khách hàng (“{value}” trong cột “{column}”). Hãy chọn cột phân biệt khách hàng trong ô Dữ liệu.',
		ms: 'Semua baris {file} milik seorang pelanggan (“{value}” dalam lajur “{column}”). Pilih lajur yang membezakan pelanggan dalam sel Data.'
	},
	'problem.keptBroken': {
		en: 'What this notebook keeps cannot be read: another version of Tessera wrote it, or the file has been changed. Choose “Learn anew”.',
		vi: 'Không đọc được điều sổ này giữ lại: do phiên bản Tessera khác ghi, hoặc tệp đã bị sửa. Hãy chọn “Học lại từ đầu”.',
		ms: 'Apa yang disimpan dalam buku nota ini tidak dapat dibaca: versi Tessera lain menulisnya, atau fail telah diubah. Pilih “Belajar semula”.'
	},
	'problem.keptElsewhere': {
		en: 'The kept segments were formed on another embedding. Keep the embedding they were formed on as well, or choose “Learn anew”.',
		vi: 'Các nhóm được giữ đã được tạo trên một vectơ nhúng khác. Hãy giữ cả vectơ nhúng đó, hoặc chọn “Học lại từ đầu”.',
		ms: 'Segmen yang disimpan dibentuk pada benaman lain. Simpan juga benaman itu, atau pilih “Belajar semula”.'
	},
	'problem.keptColumn': {
		en: 'What is kept was learned with “{name}”, which these customers do not have. Give the column that name, and no other, or choose “Learn anew”.',
		vi: 'Điều được giữ đã học với “{name}”, mà các khách này không có. Hãy đặt tên đó cho đúng một cột, hoặc chọn “Học lại từ đầu”.',
		ms: 'Apa yang disimpan dipelajari dengan “{name}”, yang tiada pada pelanggan ini. Beri nama itu kepada satu lajur sahaja, atau pilih “Belajar semula”.'
	},
	'problem.keptFeature': {
		en: 'What is kept was learned with “{feature}”, which this data does not tell. Open data that does, or choose “Learn anew”.',
		vi: 'Điều được giữ đã học với “{feature}”, mà dữ liệu này không cho biết. Hãy mở dữ liệu có thông tin đó, hoặc chọn “Học lại từ đầu”.',
		ms: 'Apa yang disimpan dipelajari dengan “{feature}”, yang tidak diberitahu oleh data ini. Buka data yang memberitahunya, atau pilih “Belajar semula”.'
	},
	'problem.tooFewCustomers': {
		en: 'The file holds {n} customers, and this takes at least {needed}: from fewer, nothing is learned that would hold for others. The other cells and the exported file work without it.',
		vi: 'Tệp có {n} khách hàng, còn bước này cần ít nhất {needed}: từ ít hơn thế thì không học được điều gì còn đúng với người khác. Các ô khác và tệp xuất ra vẫn dùng được mà không cần bước này.',
		ms: 'Fail ini ada {n} pelanggan, sedangkan langkah ini memerlukan sekurang-kurangnya {needed}: daripada yang lebih sedikit, tiada apa dipelajari yang akan benar bagi orang lain. Sel lain dan fail eksport tetap berfungsi tanpanya.'
	},
	'problem.tooFewUnlike': {
		en: '{k} segments need customers that differ more: these fall into {most} at most. Choose fewer segments, or more features.',
		vi: 'Để có {k} nhóm, khách hàng phải khác nhau nhiều hơn: số khách này chia được nhiều nhất {most} nhóm. Hãy chọn ít nhóm hơn, hoặc thêm đặc trưng.',
		ms: '{k} segmen memerlukan pelanggan yang lebih berbeza: pelanggan ini terbahagi kepada paling banyak {most}. Pilih segmen lebih sedikit, atau ciri lebih banyak.'
	},
	'problem.tooFewKnown': {
		en: 'Scores need at least {needed} customers to learn from; {n} had bought by the first cut. What stands above still holds. A shorter horizon, or older orders, may do.',
		vi: 'Điểm cần ít nhất {needed} khách hàng để học; đến lần cắt đầu mới có {n} người đã mua. Mọi kết quả ở trên vẫn dùng được. Hãy thử tầm dự báo ngắn hơn, hoặc thêm đơn hàng cũ hơn.',
		ms: 'Skor memerlukan sekurang-kurangnya {needed} pelanggan untuk belajar; {n} telah membeli menjelang potongan pertama. Semua di atas masih sah. Cuba tempoh lebih pendek, atau tambah pesanan lebih lama.'
	},
	'problem.tooFewAsked': {
		en: 'This can be asked of {n} customers only, as they stood at the first cut; it takes {needed}. What stands above still holds. Another horizon, or another thing to foretell, may do.',
		vi: 'Điều này chỉ hỏi được {n} khách hàng, như tại lần cắt đầu; cần {needed}. Mọi kết quả ở trên vẫn dùng được. Hãy thử số ngày khác hoặc điều khác để dự đoán.',
		ms: 'Ini hanya boleh ditanya bagi {n} pelanggan, seperti pada potongan pertama; perlu {needed}. Semua di atas masih sah. Cuba tempoh lain, atau perkara lain untuk diramal.'
	},
	'problem.tooShortHistory': {
		en: 'The file covers {days}\u00a0days; a backtest this far ahead needs {needed}. The longest horizon it supports is {longest}\u00a0days. What stands above still holds.',
		vi: 'Tệp trải dài {days}\u00a0ngày; kiểm chứng với tầm dự báo này cần {needed}\u00a0ngày. Tầm dự báo dài nhất có thể là {longest}\u00a0ngày. Mọi kết quả ở trên vẫn dùng được.',
		ms: 'Fail ini meliputi {days}\u00a0hari; ujian sejauh ini memerlukan {needed}. Tempoh terpanjang yang disokongnya ialah {longest}\u00a0hari. Semua di atas masih sah.'
	},
	'problem.tooShortForAny': {
		en: 'The file covers {days}\u00a0days, and a backtest of even the shortest horizon, {shortest}\u00a0days, needs {needed}. What stands above still holds; come back with orders of a longer time.',
		vi: 'Tệp trải dài {days}\u00a0ngày; ngay cả tầm dự báo ngắn nhất, {shortest}\u00a0ngày, cũng cần {needed}\u00a0ngày để kiểm chứng. Mọi kết quả ở trên vẫn dùng được; hãy quay lại khi có đơn hàng của thời gian dài hơn.',
		ms: 'Fail ini meliputi {days}\u00a0hari; ujian bagi tempoh terpendek sekalipun, {shortest}\u00a0hari, memerlukan {needed}\u00a0hari. Semua di atas masih sah; kembali dengan pesanan bagi masa yang lebih panjang.'
	},
	'problem.oneOutcome': {
		en: 'Of {n} customers at a cut, what is asked came true of {positives}. With fewer than ten on either side there is nothing to learn from. What stands above still holds; try another horizon, or another thing to foretell.',
		vi: 'Trong {n} khách hàng tại một lần cắt, điều được hỏi đã xảy ra với {positives} người. Dưới mười người ở một phía thì không có gì để học. Mọi kết quả ở trên vẫn dùng được; hãy thử tầm dự báo khác hoặc điều khác để dự đoán.',
		ms: 'Daripada {n} pelanggan pada satu potongan, apa yang ditanya berlaku bagi {positives}. Kurang daripada sepuluh pada mana-mana pihak, tiada apa untuk dipelajari. Semua di atas masih sah; cuba tempoh lain, atau perkara lain untuk diramal.'
	},
	'problem.nobodyReturns': {
		en: 'Of {n} customers {returned} bought on more than one day. Who comes back is learned from those who did, and it takes {needed} at the least: no horizon helps here. Segments, profiles and past value hold; come back with orders of a longer time.',
		vi: 'Trong {n} khách hàng, {returned} người mua vào nhiều hơn một ngày. Muốn biết ai quay lại phải học từ những người đã quay lại, cần ít nhất {needed}: không tầm dự báo nào giúp được ở đây. Phân khúc, chân dung và giá trị đã qua vẫn đúng; hãy quay lại với đơn hàng của thời gian dài hơn.',
		ms: 'Daripada {n} pelanggan, {returned} membeli pada lebih daripada satu hari. Siapa yang kembali dipelajari daripada yang telah kembali, sekurang-kurangnya {needed}: tiada tempoh yang membantu di sini. Segmen, profil dan nilai lalu masih sah; kembalilah dengan pesanan bagi masa yang lebih panjang.'
	},
	'problem.constantOutcome': {
		en: 'In the column “{column}” all {n} customers have the same outcome, so nothing can tell those with it from those without. The notebook above holds; choose another column, or open a file in which some have another outcome.',
		vi: 'Trong cột “{column}” cả {n} khách hàng có cùng một kết quả, nên không gì phân biệt được người có và người không. Các phần trên của sổ vẫn đúng; hãy chọn cột khác, hoặc mở một tệp trong đó có người mang kết quả khác.',
		ms: 'Dalam lajur “{column}” kesemua {n} pelanggan mempunyai hasil yang sama, jadi tiada apa membezakan yang ada daripada yang tiada. Buku nota di atas masih sah; pilih lajur lain, atau buka fail yang sebahagiannya mempunyai hasil lain.'
	},
	'problem.noColumnUsed': {
		en: 'None of the {n} columns of {file} describes customers as it stands. The reasons are below: take in what suits, or name the columns in the Data cell.',
		vi: 'Không cột nào trong {n} cột của {file} mô tả được khách hàng ở dạng hiện tại. Lý do ở bên dưới: hãy dùng cột phù hợp, hoặc đặt vai trò cho các cột trong ô Dữ liệu.',
		ms: 'Tiada satu pun daripada {n} lajur {file} menerangkan pelanggan dalam keadaan sekarang. Sebabnya di bawah: guna yang sesuai, atau namakan lajur dalam sel Data.'
	},
	'problem.rfmNeedsOrders': {
		en: 'RFM looks at when, how often and for how much each customer bought, and this data holds no single orders. The embedding, segments, map, profile and export below work without it. To see RFM, open a file of orders.',
		vi: 'RFM xét mỗi khách mua khi nào, bao nhiêu lần và bao nhiêu tiền, còn dữ liệu này không có từng đơn hàng. Vectơ nhúng, nhóm, bản đồ, chân dung và xuất tệp bên dưới vẫn chạy được. Muốn xem RFM, hãy mở một tệp đơn hàng.',
		ms: 'RFM melihat bila, berapa kerap dan berapa banyak setiap pelanggan membeli, sedangkan data ini tiada pesanan satu per satu. Benaman, segmen, peta, profil dan eksport di bawah berfungsi tanpanya. Untuk melihat RFM, buka fail pesanan.'
	},
	'problem.scoresNeedOrders': {
		en: 'Scores learn from who bought again, or from a column that says who responded, and this data has neither dated orders nor a column of two values that looks like an outcome. Everything else in the notebook works without them. To get scores, open a file of orders, or one with such a column.',
		vi: 'Điểm học từ việc ai đã mua lại, hoặc từ một cột cho biết ai đã phản hồi; dữ liệu này không có đơn hàng ghi ngày, cũng không có cột hai giá trị nào giống kết quả. Mọi phần khác của sổ vẫn chạy được. Muốn có điểm, hãy mở một tệp đơn hàng, hoặc một tệp có cột như vậy.',
		ms: 'Skor belajar daripada siapa yang membeli lagi, atau daripada lajur yang menyatakan siapa memberi respons; data ini tiada pesanan bertarikh mahupun lajur dua nilai yang serupa hasil. Bahagian lain buku nota berfungsi tanpanya. Untuk mendapat skor, buka fail pesanan, atau fail dengan lajur sedemikian.'
	},
	'problem.fewOutcomes': {
		en: 'In the column “{column}” {n} customers have a known outcome, {positives} of them the one looked for. Scores need {customers} customers with at least {needed} of either. The notebook above holds; collect more outcomes, or choose another column.',
		vi: 'Trong cột “{column}” có {n} khách hàng biết kết quả, {positives} người có kết quả cần tìm. Điểm cần {customers} khách hàng với ít nhất {needed} người mỗi phía. Các phần trên của sổ vẫn đúng; hãy thu thập thêm kết quả hoặc chọn cột khác.',
		ms: 'Dalam lajur “{column}” hasil diketahui bagi {n} pelanggan, {positives} daripadanya hasil yang dicari. Skor memerlukan {customers} pelanggan dengan sekurang-kurangnya {needed} pada setiap pihak. Buku nota di atas masih sah; kumpulkan lebih banyak hasil, atau pilih lajur lain.'
	},
	'problem.groupsTooFew': {
		en: 'With these groups kept together, a third of the customers has next to none of one outcome of “{column}”. Choose a column with more groups, or none.',
		vi: 'Khi giữ các nhóm này cùng nhau, một phần ba số khách hàng hầu như không có một trong hai kết quả của “{column}”. Hãy chọn cột có nhiều nhóm hơn, hoặc không chọn cột nào.',
		ms: 'Apabila kumpulan ini dikekalkan bersama, satu pertiga pelanggan hampir tiada satu daripada hasil “{column}”. Pilih lajur dengan lebih banyak kumpulan, atau tiada.'
	},
	'problem.nothingTells': {
		en: 'No column is left to foretell “{column}” from. Use one that was left out.',
		vi: 'Không còn cột nào để dự đoán “{column}”. Hãy dùng một cột đã bị bỏ ra.',
		ms: 'Tiada lajur tinggal untuk meramal “{column}”. Gunakan lajur yang telah diketepikan.'
	},
	'problem.valueNeedsOrders': {
		en: 'Value is learned from when and for how much each customer bought, and this data has no dated orders. Everything else in the notebook works without it. To see value, open a file of orders.',
		vi: 'Giá trị được học từ việc mỗi khách mua khi nào và bao nhiêu tiền, còn dữ liệu này không có đơn hàng ghi ngày. Mọi phần khác của sổ vẫn chạy được. Muốn xem giá trị, hãy mở một tệp đơn hàng.',
		ms: 'Nilai dipelajari daripada bila dan berapa banyak setiap pelanggan membeli, sedangkan data ini tiada pesanan bertarikh. Bahagian lain buku nota berfungsi tanpanya. Untuk melihat nilai, buka fail pesanan.'
	},
	'problem.noFeatureVaries': {
		en: 'All {n} customers are the same in every feature, so nothing can set them apart.',
		vi: 'Cả {n} khách hàng giống nhau ở mọi đặc trưng nên không có gì để phân biệt.',
		ms: 'Kesemua {n} pelanggan sama dalam setiap ciri, jadi tiada apa yang membezakan mereka.'
	},
	'problem.diverged': {
		en: 'Training left the range of numbers before its first checkpoint. Choose fewer steps or another device under More, and run again.',
		vi: 'Quá trình học vượt ngoài phạm vi số trước điểm lưu đầu tiên. Hãy chọn ít bước hơn hoặc thiết bị khác trong mục Thêm rồi chạy lại.',
		ms: 'Latihan terkeluar daripada julat nombor sebelum titik simpan pertama. Pilih langkah yang lebih sedikit atau peranti lain di bawah Lagi, dan jalankan semula.'
	},
	'problem.notebookBroken': {
		en: '{file} is a Tessera notebook, but it is damaged at {detail}. Nothing was changed.',
		vi: '{file} là sổ Tessera nhưng bị hỏng tại {detail}. Không có gì thay đổi.',
		ms: '{file} ialah buku nota Tessera tetapi rosak pada {detail}. Tiada apa yang diubah.'
	},
	'problem.notebookNewer': {
		en: '{file} was saved by a newer Tessera (format {version}). Reload this page to get the newest, then open it again. Nothing was changed.',
		vi: '{file} được lưu bởi phiên bản Tessera mới hơn (định dạng {version}). Hãy tải lại trang để có bản mới nhất rồi mở lại. Không có gì thay đổi.',
		ms: '{file} disimpan oleh Tessera yang lebih baharu (format {version}). Muat semula halaman ini untuk versi terbaharu, kemudian buka semula. Tiada apa yang diubah.'
	},
	'problem.notebookForeign': {
		en: '{file} is not a Tessera notebook. Nothing was changed.',
		vi: '{file} không phải là sổ Tessera. Không có gì thay đổi.',
		ms: '{file} bukan buku nota Tessera. Tiada apa yang diubah.'
	},
	'problem.workerDied': {
		en: 'The part of the page that computes stopped three times in a row, most likely for want of memory. Close other tabs and run again.',
		vi: 'Phần tính toán của trang đã dừng ba lần liên tiếp, có lẽ vì thiếu bộ nhớ. Hãy đóng bớt thẻ khác rồi chạy lại.',
		ms: 'Bahagian halaman yang mengira terhenti tiga kali berturut-turut, mungkin kerana kekurangan memori. Tutup tab lain dan jalankan semula.'
	},
	'problem.unexpected': {
		en: 'Something nobody foresaw went wrong: {message}. Your other results are untouched.',
		vi: 'Đã xảy ra lỗi ngoài dự kiến: {message}. Các kết quả khác của bạn vẫn nguyên vẹn.',
		ms: 'Sesuatu yang tidak dijangka telah berlaku: {message}. Hasil anda yang lain tidak terjejas.'
	}
} satisfies Record<`problem.${ProblemId}`, Translations>);
