import { messages } from '../define.js';

export const map = messages({
	'map.finding': {
		en: '{n} customers on the two widest directions of the embedding, which show {share} of it.',
		vi: '{n} khách hàng trên hai hướng rộng nhất của vectơ nhúng, cho thấy {share} của nó.',
		ms: '{n} pelanggan pada dua arah terlebar benaman, yang menunjukkan {share} daripadanya.'
	},
	'map.title': {
		en: 'Customers, near those they resemble',
		vi: 'Khách hàng, gần những người giống họ',
		ms: 'Pelanggan, dekat dengan yang serupa'
	},
	'map.summary': {
		en: 'A map of {n} customers in {k} segments: {list}.',
		vi: 'Bản đồ {n} khách hàng trong {k} nhóm: {list}.',
		ms: 'Peta {n} pelanggan dalam {k} segmen: {list}.'
	},
	'map.finding.umap': {
		en: '{n} customers, laid out so that each stands near those it resembles most.',
		vi: '{n} khách hàng, được xếp sao cho mỗi người đứng gần những người giống mình nhất.',
		ms: '{n} pelanggan, disusun supaya setiap seorang berada dekat dengan yang paling serupa dengannya.'
	},
	'map.note.pca': {
		en: 'The axes are mixtures of all features and have no unit. What lies close together here may lie apart in the directions that are not shown.',
		vi: 'Các trục là tổng hợp của mọi đặc trưng và không có đơn vị. Những điểm gần nhau ở đây vẫn có thể cách xa ở các hướng không hiển thị.',
		ms: 'Paksi ialah campuran semua ciri dan tiada unit. Yang rapat di sini mungkin berjauhan pada arah yang tidak ditunjukkan.'
	},
	'map.note.umap': {
		en: 'Only who is near whom means something. The axes have no meaning; distances, gaps and the size of an island are made by the method and are no evidence of separate groups.',
		vi: 'Chỉ việc ai ở gần ai là có ý nghĩa. Các trục không mang nghĩa gì; khoảng cách, khoảng trống và độ lớn của một cụm là do phương pháp tạo ra, không phải bằng chứng rằng có các nhóm riêng biệt.',
		ms: 'Hanya siapa berdekatan dengan siapa yang bermakna. Paksi tiada makna; jarak, jurang dan saiz sesuatu gugusan dihasilkan oleh kaedah ini dan bukan bukti adanya kumpulan berasingan.'
	},
	'map.stage.settle': {
		en: 'The map is settling',
		vi: 'Bản đồ đang ổn định',
		ms: 'Peta sedang menetap'
	},
	'map.kept': {
		en: 'Of the {k} nearest to a customer on this map, {share} are among the {k} most alike in the embedding (mean of {n} customers).',
		vi: 'Trong {k} khách gần nhất trên bản đồ này, {share} nằm trong {k} khách giống nhất theo vectơ nhúng (trung bình của {n} khách hàng).',
		ms: 'Daripada {k} yang terdekat dengan seorang pelanggan pada peta ini, {share} termasuk dalam {k} yang paling serupa dalam benaman (purata {n} pelanggan).'
	},
	'map.laidOut': {
		en: '{n} customers were laid out; the other {rest} stand among those most like them.',
		vi: '{n} khách hàng được xếp trực tiếp; {rest} khách còn lại đứng giữa những người giống họ nhất.',
		ms: '{n} pelanggan disusun; {rest} yang lain berada di kalangan yang paling serupa dengan mereka.'
	},
	'map.copies': {
		en: {
			one: '{n} customer is exactly like another and shares its place.',
			other: '{n} customers are exactly like another and share its place.'
		},
		vi: '{n} khách hàng giống hệt một người khác và đứng cùng chỗ.',
		ms: '{n} pelanggan sama tepat dengan yang lain dan berkongsi tempatnya.'
	},
	'map.layout': { en: 'Laid out by', vi: 'Xếp theo', ms: 'Disusun mengikut' },
	'map.layout.pca': { en: 'principal components', vi: 'thành phần chính', ms: 'komponen utama' },
	'map.layout.umap': { en: 'UMAP', vi: 'UMAP', ms: 'UMAP' },
	'map.neighbours': { en: 'Neighbours', vi: 'Số láng giềng', ms: 'Jiran' },
	'map.contours': { en: 'Density lines', vi: 'Đường mật độ', ms: 'Garis kepadatan' },
	'map.contours.about': {
		en: 'The density lines hold {shares} of the customers.',
		vi: 'Các đường mật độ bao quanh {shares} khách hàng.',
		ms: 'Garis kepadatan merangkumi {shares} pelanggan.'
	},
	'map.drawn': { en: 'Drawn by hand', vi: 'Vẽ bằng tay', ms: 'Dilukis tangan' },
	'map.drawn.name': {
		en: { one: 'Name for this {n} customer', other: 'Name for these {n} customers' },
		vi: 'Tên cho {n} khách hàng này',
		ms: 'Nama untuk {n} pelanggan ini'
	},
	'map.drawn.keep': { en: 'Keep', vi: 'Giữ', ms: 'Simpan' },
	'map.drawn.taken': { en: 'There is one of that name.', vi: 'Đã có nhóm mang tên này.', ms: 'Nama itu sudah ada.' },
	'map.drawn.elsewhere': { en: 'drawn on another map', vi: 'vẽ trên bản đồ khác', ms: 'dilukis pada peta lain' },
	'map.drawn.download': { en: 'Download', vi: 'Tải về', ms: 'Muat turun' },
	'map.drawn.column': { en: 'segment drawn by hand', vi: 'nhóm vẽ bằng tay', ms: 'segmen dilukis tangan' },
	'map.drawn.remove': { en: 'Remove {name}', vi: 'Bỏ {name}', ms: 'Buang {name}' },
	'map.drawn.about': {
		en: 'Pick one to light its customers in every cell; Export can then write them alone, with every column. The file downloaded here holds their segment and features. The notebook keeps the line drawn, no customers: other data or another layout makes another map, on which it means nothing.',
		vi: 'Chọn một nhóm để nêu khách của nhóm trong mọi ô; khi đó ô Xuất tệp có thể ghi riêng những khách ấy với mọi cột. Tệp tải về ở đây có nhóm và đặc trưng của họ. Sổ chỉ giữ đường vẽ, không giữ khách hàng: dữ liệu khác hay cách xếp khác tạo bản đồ khác, ở đó đường vẽ không có nghĩa.',
		ms: 'Pilih satu untuk menonjolkan pelanggannya dalam setiap sel; Eksport kemudian boleh menulis mereka sahaja, dengan semua lajur. Fail yang dimuat turun di sini memuatkan segmen dan ciri mereka. Buku nota menyimpan garis yang dilukis sahaja, bukan pelanggan: data lain atau susunan lain menghasilkan peta lain, dan di situ garis itu tidak bermakna.'
	},
	'map.unknown': { en: 'not known', vi: 'không rõ', ms: 'tidak diketahui' },
	'map.colour.score': { en: 'chance of buying', vi: 'khả năng mua', ms: 'peluang membeli' },
	'map.colour.score.column': { en: 'chance of the outcome', vi: 'khả năng có kết quả', ms: 'peluang hasil' },
	'map.colour.error': { en: 'oddness', vi: 'độ lạ', ms: 'keganjilan' },
	'map.colour.value': { en: 'customer value', vi: 'giá trị khách hàng', ms: 'nilai pelanggan' },
	'map.ranked': {
		en: 'Each of the {n} colours stands for as many customers as another.',
		vi: 'Mỗi màu trong {n} màu ứng với số khách hàng bằng nhau.',
		ms: 'Setiap satu daripada {n} warna mewakili bilangan pelanggan yang sama.'
	},
	'map.about.score.other': {
		en: 'Chance of “{target}”, by {model}; base rate {rate}, AUC {auc} on customers it had not seen.',
		vi: 'Khả năng “{target}”, theo {model}; tỷ lệ nền {rate}, AUC {auc} trên khách hàng chưa từng thấy.',
		ms: 'Peluang “{target}”, menurut {model}; kadar asas {rate}, AUC {auc} pada pelanggan yang belum pernah dilihat.'
	},
	'map.about.score.ahead': {
		en: 'Chance that a customer {what}, seen from {day}, by {model}; base rate {rate}, AUC {auc} on customers it had not seen.',
		vi: 'Khả năng một khách {what}, nhìn từ {day}, theo {model}; tỷ lệ nền {rate}, AUC {auc} trên khách hàng chưa từng thấy.',
		ms: 'Peluang seorang pelanggan {what}, dilihat dari {day}, menurut {model}; kadar asas {rate}, AUC {auc} pada pelanggan yang belum pernah dilihat.'
	},
	'map.about.score': {
		en: 'Chance of buying in the {h}\u00a0days from {day}, by {model}; base rate {rate}, AUC {auc} on customers it had not seen.',
		vi: 'Khả năng mua trong {h}\u00a0ngày kể từ {day}, theo {model}; tỷ lệ nền {rate}, AUC {auc} trên khách hàng chưa từng thấy.',
		ms: 'Peluang membeli dalam {h}\u00a0hari dari {day}, menurut {model}; kadar asas {rate}, AUC {auc} pada pelanggan yang belum pernah dilihat.'
	},
	'map.about.value': {
		en: 'Expected value of the {h}\u00a0months from {day}, by {model}, at a margin of {margin} and {discount} discount a year.',
		vi: 'Giá trị kỳ vọng trong {h}\u00a0tháng kể từ {day}, theo {model}, với biên lợi nhuận {margin} và chiết khấu {discount} mỗi năm.',
		ms: 'Nilai jangkaan {h}\u00a0bulan dari {day}, menurut {model}, pada margin {margin} dan diskaun {discount} setahun.'
	},
	'map.about.error': {
		en: 'Mean squared error with which the embedding gives back a customer’s features: the larger, the less they go together as in others.',
		vi: 'Sai số bình phương trung bình khi vectơ nhúng trả lại đặc trưng của khách: càng lớn thì các đặc trưng càng ít đi cùng nhau như ở người khác.',
		ms: 'Purata ralat kuasa dua semasa benaman mengembalikan ciri pelanggan: lebih besar bermakna cirinya kurang seiring berbanding yang lain.'
	},
	'map.about.past': {
		en: 'What each customer spent before {day}, at a margin of {margin}: the data says too little about the time ahead.',
		vi: 'Số tiền mỗi khách đã chi trước {day}, với biên lợi nhuận {margin}: dữ liệu nói quá ít về thời gian tới.',
		ms: 'Perbelanjaan setiap pelanggan sebelum {day}, pada margin {margin}: data terlalu sedikit untuk masa hadapan.'
	},
	'map.colour': { en: 'Colour', vi: 'Màu', ms: 'Warna' },
	'map.colour.segment': { en: 'segment', vi: 'nhóm', ms: 'segmen' },
	'map.multiples': { en: 'Small maps', vi: 'Bản đồ nhỏ', ms: 'Peta kecil' },
	'map.multiples.by': { en: 'One for each', vi: 'Mỗi bản cho một', ms: 'Satu bagi setiap' },
	'map.multiples.by.features': { en: 'feature', vi: 'đặc trưng', ms: 'ciri' },
	'map.multiples.by.segments': { en: 'segment', vi: 'nhóm', ms: 'segmen' },
	'map.multiples.features': {
		en: 'The same places, coloured by each feature',
		vi: 'Cùng vị trí, tô màu theo từng đặc trưng',
		ms: 'Tempat yang sama, diwarnakan mengikut setiap ciri'
	},
	'map.multiples.segments': {
		en: 'The same places, segment by segment',
		vi: 'Cùng vị trí, lần lượt từng nhóm',
		ms: 'Tempat yang sama, segmen demi segmen'
	},
	'map.multiples.features.note': {
		en: 'The scale is that of the large map, by rank. Features that segments differ in most come first; press one to colour the large map by it.',
		vi: 'Thang màu như ở bản đồ lớn, theo thứ hạng. Đặc trưng mà các nhóm khác nhau nhiều nhất đứng trước; nhấn để tô bản đồ lớn theo đặc trưng đó.',
		ms: 'Skala sama seperti peta besar, mengikut pangkat. Ciri yang paling membezakan segmen didahulukan; tekan untuk mewarnakan peta besar mengikutnya.'
	},
	'map.multiples.segments.note': {
		en: 'Press one to pick out its customers in every cell.',
		vi: 'Nhấn vào một nhóm để nêu khách của nhóm trong mọi ô.',
		ms: 'Tekan satu untuk menonjolkan pelanggannya dalam setiap sel.'
	},
	'map.multiples.where': {
		en: 'highest in {segment}; segments tell {share} of it',
		vi: 'cao nhất ở {segment}; các nhóm giải thích {share}',
		ms: 'tertinggi dalam {segment}; segmen menerangkan {share}'
	},
	'map.multiples.highest': {
		en: '{name} is highest in {segment}.',
		vi: '{name} cao nhất ở {segment}.',
		ms: '{name} tertinggi dalam {segment}.'
	},
	'map.multiples.feature': { en: 'Feature (mean rank)', vi: 'Đặc trưng (hạng trung bình)', ms: 'Ciri (purata pangkat)' },
	'map.multiples.all': { en: 'Show all {n}', vi: 'Hiện cả {n}', ms: 'Tunjuk semua {n}' },
	'map.multiples.few': { en: 'Show fewer', vi: 'Hiện ít hơn', ms: 'Tunjuk kurang' },
	'map.find': { en: 'Find a customer', vi: 'Tìm khách hàng', ms: 'Cari pelanggan' },
	'map.find.go': { en: 'Find', vi: 'Tìm', ms: 'Cari' },
	'map.find.none': {
		en: 'No customer has the id “{id}”.',
		vi: 'Không có khách hàng nào mang mã “{id}”.',
		ms: 'Tiada pelanggan dengan id “{id}”.'
	},
	'map.point': {
		en: 'Point at a customer to see who it is; press to pick them out.',
		vi: 'Trỏ vào một khách để xem đó là ai; nhấn để chọn.',
		ms: 'Tuding pada seorang pelanggan untuk melihat siapa; tekan untuk memilihnya.'
	},
	'map.around.none': {
		en: 'Nobody stands inside what was drawn.',
		vi: 'Không có khách nào bên trong vùng đã vẽ.',
		ms: 'Tiada sesiapa di dalam kawasan yang dilukis.'
	},
	'map.pick': { en: 'Pick out', vi: 'Chọn', ms: 'Pilih' },
	'map.pick.none': { en: 'nobody', vi: 'không ai', ms: 'tiada' },
	'map.customer': { en: 'Customer {id}', vi: 'Khách {id}', ms: 'Pelanggan {id}' },
	'map.how.pca': {
		en: 'Principal components turn the embedding so that its widest directions lie flat. Drag to move; pinch, or click and scroll, to zoom; draw around customers to pick them out.',
		vi: 'Phân tích thành phần chính xoay vectơ nhúng để hướng rộng nhất nằm phẳng. Kéo để di chuyển; chụm hai ngón, hoặc nhấp rồi cuộn, để phóng to; vẽ quanh khách để chọn.',
		ms: 'Komponen utama memutar benaman supaya arah terlebarnya rata. Seret untuk bergerak; cubit, atau klik dan tatal, untuk zum; lukis sekeliling pelanggan untuk memilih.'
	},
	'map.formula.pca': {
		en: 'Principal component analysis (Pearson 1901; Hotelling 1933).',
		vi: 'Phân tích thành phần chính (Pearson 1901; Hotelling 1933).',
		ms: 'Analisis komponen utama (Pearson 1901; Hotelling 1933).'
	},
	'map.how.umap': {
		en: 'UMAP joins each customer to those most alike, then moves everyone until the joined lie close and others apart, starting from the principal components. A larger neighbourhood shows more of the whole and less detail. Look for who is near whom; confirm any group in the Segments cell.',
		vi: 'UMAP nối mỗi khách với những khách giống nhất, rồi dịch chuyển mọi người, bắt đầu từ các thành phần chính, cho đến khi những ai được nối thì gần nhau còn những ai khác thì xa nhau. Vùng láng giềng lớn hơn cho thấy tổng thể rõ hơn và ít chi tiết hơn. Hãy xem ai ở gần ai; mọi nhóm cần được kiểm chứng ở ô Nhóm.',
		ms: 'UMAP menghubungkan setiap pelanggan dengan yang paling serupa, kemudian menggerakkan semua, bermula daripada komponen utama, sehingga yang terhubung rapat dan yang lain berjauhan. Kejiranan lebih besar menunjukkan lebih banyak keseluruhan dan kurang perincian. Lihat siapa dekat dengan siapa; sahkan sebarang kumpulan dalam sel Segmen.'
	},
	'map.formula.umap': {
		en: 'Uniform manifold approximation and projection (McInnes, Healy & Melville 2018): exact neighbours, least distance 0.1, 200 epochs.',
		vi: 'Xấp xỉ và chiếu đa tạp đồng nhất (McInnes, Healy & Melville 2018): láng giềng chính xác, khoảng cách tối thiểu 0,1, 200 lượt.',
		ms: 'Penghampiran dan unjuran manifold seragam (McInnes, Healy & Melville 2018): jiran tepat, jarak minimum 0.1, 200 epok.'
	}
});
