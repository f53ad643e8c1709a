import { messages } from '../define.js';

export const embed = messages({
	'embed.stage.place': { en: 'Placing customers', vi: 'Đang đặt khách vào chỗ', ms: 'Menempatkan pelanggan' },
	'embed.stage.train': { en: 'Learning', vi: 'Đang học', ms: 'Belajar' },
	'embed.finding': {
		en: '{dims} numbers per customer rebuild {share} of what {features} features say.',
		vi: '{dims} con số cho mỗi khách tái tạo {share} điều mà {features} đặc trưng nói lên.',
		ms: '{dims} nombor bagi setiap pelanggan membina semula {share} daripada apa yang dinyatakan oleh {features} ciri.'
	},
	'embed.finding.running': {
		en: 'The network learns what makes customers alike: step {step} of {steps}.',
		vi: 'Mạng đang học điều khiến khách giống nhau: bước {step} trong {steps}.',
		ms: 'Rangkaian mempelajari apa yang menjadikan pelanggan serupa: langkah {step} daripada {steps}.'
	},
	'embed.odd': {
		en: { one: '{n} odd customer', other: '{n} odd customers' },
		vi: '{n} khách hàng lạ',
		ms: '{n} pelanggan ganjil'
	},
	'embed.odd.none': {
		en: 'No customer is odd: what the network gives back of each is about as near to the truth.',
		vi: 'Không có khách hàng nào lạ: điều mạng trả lại về mỗi người đều sát sự thật như nhau.',
		ms: 'Tiada pelanggan ganjil: apa yang dikembalikan oleh rangkaian bagi setiap seorang hampir sama tepatnya.'
	},
	'embed.odd.about': {
		en: 'The network gives back half of the customers with an error below {median}, and {share} with one above {fence}: their features do not go together as in others. That may be a mistake in the data, a customer of another kind, or somebody worth a look. The table says what is most unlike what the network expects of them.',
		vi: 'Mạng trả lại một nửa số khách với sai số dưới {median}, và {share} với sai số trên {fence}: các đặc trưng của họ không đi cùng nhau như ở người khác. Có thể dữ liệu sai, có thể là khách thuộc loại khác, hoặc là người đáng xem kỹ. Bảng cho biết điều gì khác nhất so với điều mạng dự kiến ở họ.',
		ms: 'Rangkaian mengembalikan separuh pelanggan dengan ralat di bawah {median}, dan {share} dengan ralat melebihi {fence}: ciri mereka tidak seiring seperti pada yang lain. Mungkin data silap, pelanggan jenis lain, atau seseorang yang patut diteliti. Jadual menyatakan apa yang paling berbeza daripada jangkaan rangkaian.'
	},
	'embed.odd.error': { en: 'Error', vi: 'Sai số', ms: 'Ralat' },
	'embed.odd.most': { en: 'Most unlike others', vi: 'Khác nhất', ms: 'Paling berbeza' },
	'embed.odd.next': { en: 'Then', vi: 'Kế đến', ms: 'Kemudian' },
	'embed.odd.unlike': {
		en: '{name} {value}, expected {expected}',
		vi: '{name} {value}, dự kiến {expected}',
		ms: '{name} {value}, jangkaan {expected}'
	},
	'embed.odd.either': {
		en: '{name}: {value}, expected at {expected}',
		vi: '{name}: {value}, dự kiến ở mức {expected}',
		ms: '{name}: {value}, dijangka pada {expected}'
	},
	'embed.odd.file': { en: 'odd-customers', vi: 'khach-hang-la', ms: 'pelanggan-ganjil' },
	'embed.odd.download': { en: 'Download the list', vi: 'Tải danh sách', ms: 'Muat turun senarai' },
	'embed.odd.feature': { en: 'Feature', vi: 'Đặc trưng', ms: 'Ciri' },
	'embed.odd.value': { en: 'Value', vi: 'Giá trị', ms: 'Nilai' },
	'embed.odd.expected': { en: 'Expected', vi: 'Dự kiến', ms: 'Jangkaan' },
	'embed.picture': { en: 'Customers settling into place', vi: 'Khách hàng dần vào vị trí', ms: 'Pelanggan mengambil tempat' },
	'embed.picture.summary': {
		en: 'A cloud of {n} customers in the plane of the two widest directions of the embedding.',
		vi: 'Đám mây {n} khách hàng trên mặt phẳng của hai hướng rộng nhất.',
		ms: 'Awan {n} pelanggan pada satah dua arah terlebar benaman.'
	},
	'embed.picture.sample': {
		en: '{shown} of {n} customers, evenly spread.',
		vi: '{shown} trong {n} khách hàng, rải đều.',
		ms: '{shown} daripada {n} pelanggan, tersebar sekata.'
	},
	'embed.loss': { en: 'Error while learning', vi: 'Sai số khi học', ms: 'Ralat semasa belajar' },
	'embed.loss.x': { en: 'step', vi: 'bước', ms: 'langkah' },
	'embed.loss.y': { en: 'mean squared error', vi: 'sai số bình phương trung bình', ms: 'purata ralat kuasa dua' },
	'embed.loss.summary': {
		en: 'The error fell from {first} to {last} in {n} steps.',
		vi: 'Sai số giảm từ {first} xuống {last} sau {n} bước.',
		ms: 'Ralat turun dari {first} ke {last} dalam {n} langkah.'
	},
	'embed.device.webgl': {
		en: 'Ran on the graphics card ({renderer}).',
		vi: 'Chạy trên card đồ họa ({renderer}).',
		ms: 'Berjalan pada kad grafik ({renderer}).'
	},
	'embed.device.wasm': {
		en: 'Ran on the processor (WebAssembly).',
		vi: 'Chạy trên bộ xử lý (WebAssembly).',
		ms: 'Berjalan pada pemproses (WebAssembly).'
	},
	'embed.device.cpu': {
		en: 'Ran on the processor (JavaScript).',
		vi: 'Chạy trên bộ xử lý (JavaScript).',
		ms: 'Berjalan pada pemproses (JavaScript).'
	},
	'embed.reason.gpu': { en: 'It draws 32-bit numbers.', vi: 'Card vẽ được số 32 bit.', ms: 'Ia melukis nombor 32 bit.' },
	'embed.reason.software': {
		en: 'The browser draws in software here, which is slower.',
		vi: 'Trình duyệt ở đây vẽ bằng phần mềm nên chậm hơn.',
		ms: 'Pelayar melukis dengan perisian di sini, yang lebih perlahan.'
	},
	'embed.reason.noFloat32': {
		en: 'The graphics card here cannot draw 32-bit numbers, which training needs.',
		vi: 'Card đồ họa ở đây không vẽ được số 32 bit mà việc học cần.',
		ms: 'Kad grafik di sini tidak dapat melukis nombor 32 bit yang diperlukan latihan.'
	},
	'embed.reason.noWebgl': {
		en: 'There is no graphics card to use here.',
		vi: 'Ở đây không có card đồ họa dùng được.',
		ms: 'Tiada kad grafik untuk digunakan di sini.'
	},
	'embed.reason.slow': {
		en: 'It was faster here than the graphics card.',
		vi: 'Ở đây bộ xử lý nhanh hơn card đồ họa.',
		ms: 'Di sini ia lebih pantas daripada kad grafik.'
	},
	'embed.reason.lost': {
		en: 'The graphics card went away and is left alone.',
		vi: 'Card đồ họa đã ngắt nên không dùng nữa.',
		ms: 'Kad grafik terputus dan tidak digunakan lagi.'
	},
	'embed.trial': {
		en: 'A step took {webgl} ms on the graphics card and {wasm} ms on the processor.',
		vi: 'Mỗi bước mất {webgl} ms trên card đồ họa và {wasm} ms trên bộ xử lý.',
		ms: 'Satu langkah mengambil {webgl} ms pada kad grafik dan {wasm} ms pada pemproses.'
	},
	'embed.reason.chosen': { en: 'You chose it.', vi: 'Bạn đã chọn.', ms: 'Anda memilihnya.' },
	'embed.ended.diverged': {
		en: 'The error grew without bound, and training stopped; the weights of step {step}, where the error was lowest, are kept.',
		vi: 'Sai số tăng không giới hạn nên việc học đã dừng; trọng số ở bước {step}, nơi sai số thấp nhất, được giữ.',
		ms: 'Ralat meningkat tanpa batas, jadi latihan dihentikan; pemberat pada langkah {step}, ketika ralat paling rendah, dikekalkan.'
	},
	'embed.resumed': {
		en: 'The graphics card went away; training went on from step {step}.',
		vi: 'Card đồ họa đã ngắt; việc học tiếp tục từ bước {step}.',
		ms: 'Kad grafik terputus; latihan diteruskan dari langkah {step}.'
	},
	'embed.dims': { en: 'Numbers per customer', vi: 'Số chiều mỗi khách', ms: 'Nombor bagi setiap pelanggan' },
	'embed.size': {
		en: '{dims} numbers are suggested: along so many directions the features vary together more than when each is shuffled by itself (parallel analysis).',
		vi: 'Nên dùng {dims} con số: theo bấy nhiêu hướng, các đặc trưng cùng biến thiên nhiều hơn so với khi xáo trộn riêng từng đặc trưng (phân tích song song).',
		ms: '{dims} nombor dicadangkan: sepanjang sekian banyak arah, ciri berubah bersama lebih daripada apabila setiap satunya dikocok sendiri (analisis selari).'
	},
	'embed.size.fewer': {
		en: {
			one: '{dims} numbers are suggested, the fewest: the features vary together along {n} direction more than when each is shuffled by itself (parallel analysis).',
			other:
				'{dims} numbers are suggested, the fewest: the features vary together along {n} directions more than when each is shuffled by itself (parallel analysis).'
		},
		vi: 'Nên dùng {dims} con số, mức ít nhất: các đặc trưng cùng biến thiên theo {n} hướng nhiều hơn so với khi xáo trộn riêng từng đặc trưng (phân tích song song).',
		ms: '{dims} nombor dicadangkan, paling sedikit: ciri berubah bersama sepanjang {n} arah lebih daripada apabila setiap satunya dikocok sendiri (analisis selari).'
	},
	'embed.size.more': {
		en: '{dims} numbers are suggested, the most: the features vary together along {n} directions more than when each is shuffled by itself (parallel analysis), but a larger embedding learns more noise than groups.',
		vi: 'Nên dùng {dims} con số, mức nhiều nhất: các đặc trưng cùng biến thiên theo {n} hướng nhiều hơn so với khi xáo trộn riêng từng đặc trưng (phân tích song song), nhưng vectơ nhúng lớn hơn học nhiễu nhiều hơn là nhóm.',
		ms: '{dims} nombor dicadangkan, paling banyak: ciri berubah bersama sepanjang {n} arah lebih daripada apabila setiap satunya dikocok sendiri (analisis selari), tetapi benaman yang lebih besar mempelajari lebih banyak hingar daripada kumpulan.'
	},
	'embed.size.alike': {
		en: '{dims} numbers are suggested where directions count alike: what a block of features hides is learned along the narrowest of them.',
		vi: 'Nên dùng {dims} con số khi các hướng được tính như nhau: điều mà một khối đặc trưng che khuất được học theo những hướng hẹp nhất.',
		ms: '{dims} nombor dicadangkan apabila semua arah dikira sama: apa yang disembunyikan oleh sekumpulan ciri dipelajari sepanjang arah yang paling sempit.'
	},
	'embed.directions': { en: 'Directions count', vi: 'Các hướng được tính', ms: 'Arah dikira' },
	'embed.directions.learned': { en: 'as they vary', vi: 'theo mức biến thiên', ms: 'mengikut perubahannya' },
	'embed.directions.alike': { en: 'all alike (whitened)', vi: 'như nhau (làm trắng)', ms: 'semuanya sama (diputihkan)' },
	'embed.directions.note': {
		en: 'Each direction is stretched to the same width (PCA whitening). This shows segments behind a block of features that move together; where there is no such block it stretches noise, and segments blur.',
		vi: 'Mỗi hướng được kéo giãn về cùng độ rộng (làm trắng PCA). Cách này làm lộ các nhóm nằm sau một khối đặc trưng biến thiên cùng nhau; nếu không có khối như vậy, nó kéo giãn nhiễu và các nhóm mờ đi.',
		ms: 'Setiap arah diregangkan kepada lebar yang sama (pemutihan PCA). Ini menunjukkan segmen di sebalik sekumpulan ciri yang berubah bersama; jika tiada kumpulan sedemikian, hingar diregangkan dan segmen menjadi kabur.'
	},
	'embed.size.many': {
		en: '{dims} numbers are suggested, the most, as there are many features.',
		vi: 'Nên dùng {dims} con số, mức nhiều nhất, vì có nhiều đặc trưng.',
		ms: '{dims} nombor dicadangkan, paling banyak, kerana terdapat banyak ciri.'
	},
	'embed.steps': { en: 'Steps', vi: 'Số bước', ms: 'Langkah' },
	'embed.device': { en: 'Device', vi: 'Thiết bị', ms: 'Peranti' },
	'embed.device.auto': { en: 'whichever suits', vi: 'tự chọn', ms: 'yang sesuai' },
	'embed.device.choice.webgl': { en: 'graphics card (WebGL)', vi: 'card đồ họa (WebGL)', ms: 'kad grafik (WebGL)' },
	'embed.device.choice.wasm': { en: 'processor (WebAssembly)', vi: 'bộ xử lý (WebAssembly)', ms: 'pemproses (WebAssembly)' },
	'embed.device.choice.cpu': { en: 'processor (JavaScript)', vi: 'bộ xử lý (JavaScript)', ms: 'pemproses (JavaScript)' },
	'embed.how': {
		en: 'The network sees each customer with half of the features swapped for somebody else’s, and learns to give back the true ones. To do so it must squeeze what it knows of a customer into a few numbers: the embedding. Customers it rebuilds alike end up close together.',
		vi: 'Mạng nhìn mỗi khách hàng với một nửa đặc trưng bị tráo bằng của người khác, và học cách trả lại giá trị thật. Muốn vậy nó phải nén điều biết về khách vào vài con số: vectơ nhúng. Khách được tái tạo giống nhau sẽ nằm gần nhau.',
		ms: 'Rangkaian melihat setiap pelanggan dengan separuh ciri ditukar dengan milik orang lain, dan belajar mengembalikan yang sebenar. Untuk itu ia mesti memampatkan apa yang diketahui tentang pelanggan kepada beberapa nombor: benaman. Pelanggan yang dibina semula serupa akan berdekatan.'
	},
	'embed.formula': {
		en: 'Swap-noise autoencoder, 64–32–{dims}–32–64, ReLU; features as normal scores of their ranks; AdamW, learning rate 0.002 along a cosine, batches of 256. Vincent et al. 2008; Loshchilov and Hutter 2019.',
		vi: 'Bộ tự mã hóa nhiễu tráo, 64–32–{dims}–32–64, ReLU; đặc trưng là điểm chuẩn của thứ hạng; AdamW, tốc độ học 0,002 theo cosin, lô 256. Vincent và cộng sự 2008; Loshchilov và Hutter 2019.',
		ms: 'Autopengekod hingar tukar, 64–32–{dims}–32–64, ReLU; ciri sebagai skor normal pangkatnya; AdamW, kadar belajar 0.002 mengikut kosinus, kelompok 256. Vincent et al. 2008; Loshchilov dan Hutter 2019.'
	}
});
