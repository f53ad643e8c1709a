import { messages } from '../define.js';

export const segments = messages({
	'segments.stage.scan': { en: 'Trying numbers of segments', vi: 'Đang thử các số nhóm', ms: 'Mencuba bilangan segmen' },
	'segments.stage.learn': { en: 'Forming segments', vi: 'Đang chia nhóm', ms: 'Membentuk segmen' },
	'segments.stage.place': { en: 'Placing customers', vi: 'Đang xếp khách vào nhóm', ms: 'Menempatkan pelanggan' },
	'segments.method': { en: 'Method', vi: 'Phương pháp', ms: 'Kaedah' },
	'segments.method.auto': { en: 'chosen from the data', vi: 'chọn theo dữ liệu', ms: 'dipilih daripada data' },
	'segments.choice.few': {
		en: 'k-means was taken: with {rows} customers, what speaks for another method cannot be told from luck. From {needed} on it is looked for.',
		vi: 'Đã lấy k-means: với {rows} khách, không thể phân biệt điều ủng hộ phương pháp khác với may rủi. Từ {needed} khách trở lên mới xét đến.',
		ms: 'k-means diambil: dengan {rows} pelanggan, apa yang menyokong kaedah lain tidak dapat dibezakan daripada nasib. Mulai {needed} pelanggan barulah ia dicari.'
	},
	'segments.choice.cloud': {
		en: 'k-means was taken: nothing stands apart for other methods to find, also where features that go together are set apart ({ratio} times what one smooth cloud gives), and it is the simplest.',
		vi: 'Đã lấy k-means: không có gì tách rời để phương pháp khác tìm ra, kể cả khi tách các đặc trưng tương quan ({ratio} lần một đám mây liền), và nó đơn giản nhất.',
		ms: 'k-means diambil: tiada apa yang terpisah untuk ditemui kaedah lain, walaupun ciri yang berkorelasi diasingkan ({ratio} kali satu awan licin), dan ia yang paling mudah.'
	},
	'segments.choice.alike': {
		en: 'k-means was taken: a method that sees other shapes finds nearly the same segments (agreement {agreement} of 1), and k-means is the simplest.',
		vi: 'Đã lấy k-means: phương pháp thấy được các hình dạng khác cũng cho gần như cùng các nhóm (mức trùng khớp {agreement} trên 1), và k-means đơn giản nhất.',
		ms: 'k-means diambil: kaedah yang melihat bentuk lain menemui segmen yang hampir sama (persetujuan {agreement} daripada 1), dan k-means paling mudah.'
	},
	'segments.choice.less': {
		en: 'k-means was taken: what a mixture finds instead explains less of features hidden from it ({mixture} of their variance against {means}), and k-means is the simplest.',
		vi: 'Đã lấy k-means: các nhóm của mô hình hỗn hợp giải thích ít hơn các đặc trưng bị giấu ({mixture} phương sai so với {means}), và k-means đơn giản nhất.',
		ms: 'k-means diambil: segmen model campuran menerangkan kurang tentang ciri yang disembunyikan ({mixture} varians berbanding {means}), dan k-means paling mudah.'
	},
	'segments.choice.more': {
		en: 'Best of all was taken: a mixture finds other segments than k-means (agreement {agreement} of 1), and they explain as much or more of features hidden from both ({mixture} of their variance against {means}).',
		vi: 'Đã lấy kết hợp: mô hình hỗn hợp tìm ra các nhóm khác k-means (mức trùng khớp {agreement} trên 1), và chúng giải thích các đặc trưng bị giấu bằng hoặc hơn ({mixture} phương sai so với {means}).',
		ms: 'Gabungan diambil: model campuran menemui segmen lain daripada k-means (persetujuan {agreement} daripada 1), dan segmen itu menerangkan ciri yang disembunyikan sama atau lebih ({mixture} varians berbanding {means}).'
	},
	'segments.choice.hidden': {
		en: 'Best of all was taken: once features that go together are set apart, segments show ({ratio} times what one smooth cloud gives) that k-means does not see (agreement {agreement} of 1).',
		vi: 'Đã lấy kết hợp: khi tách các đặc trưng tương quan thì lộ ra các nhóm ({ratio} lần một đám mây liền) mà k-means không thấy (mức trùng khớp {agreement} trên 1).',
		ms: 'Gabungan diambil: apabila ciri yang berkorelasi diasingkan, segmen kelihatan ({ratio} kali satu awan licin) yang tidak dilihat oleh k-means (persetujuan {agreement} daripada 1).'
	},
	'segments.method.kmeans': { en: 'k-means', vi: 'k-means', ms: 'k-means' },
	'segments.method.diagonal': {
		en: 'mixture, independent features',
		vi: 'mô hình hỗn hợp, đặc trưng độc lập',
		ms: 'model campuran, ciri bebas'
	},
	'segments.method.full': {
		en: 'mixture, correlated features',
		vi: 'mô hình hỗn hợp, đặc trưng tương quan',
		ms: 'model campuran, ciri berkorelasi'
	},
	'segments.method.dec': {
		en: 'network that learns to tell apart (DEC)',
		vi: 'mạng học cách phân biệt (DEC)',
		ms: 'rangkaian yang belajar membezakan (DEC)'
	},
	'segments.method.ward': { en: 'Ward’s tree', vi: 'cây Ward', ms: 'pokok Ward' },
	'segments.method.hdbscan': { en: 'HDBSCAN, with outliers', vi: 'HDBSCAN, có khách ngoại lệ', ms: 'HDBSCAN, dengan pelanggan terpencil' },
	'segments.method.consensus': {
		en: 'best of all: what the methods agree on',
		vi: 'kết hợp: điều các phương pháp cùng cho',
		ms: 'gabungan: yang dipersetujui semua kaedah'
	},
	'segments.method.kmeans.note': {
		en: 'Round segments of like width; every customer goes to the nearest centre.',
		vi: 'Các nhóm tròn, rộng gần như nhau; mỗi khách thuộc tâm gần nhất.',
		ms: 'Segmen bulat yang hampir sama lebar; setiap pelanggan pergi ke pusat terdekat.'
	},
	'segments.method.diagonal.note': {
		en: 'Each segment has its own spread for each number and its own shares of each category (EM). Strength is the probability of belonging.',
		vi: 'Mỗi nhóm có độ phân tán riêng cho từng số và tỷ lệ riêng cho từng giá trị phân loại (EM). Độ chắc chắn là xác suất thuộc nhóm.',
		ms: 'Setiap segmen mempunyai sebaran sendiri bagi setiap nombor dan bahagian sendiri bagi setiap kategori (EM). Kekuatan ialah kebarangkalian keahlian.'
	},
	'segments.method.full.note': {
		en: 'As before, and numbers may go together within a segment: long and tilted segments are found. It needs many customers for each feature.',
		vi: 'Như trên, và các số có thể tương quan trong một nhóm: tìm được nhóm dài và nghiêng. Cần nhiều khách cho mỗi đặc trưng.',
		ms: 'Seperti di atas, dan nombor boleh berkorelasi dalam satu segmen: segmen yang panjang dan condong ditemui. Ia memerlukan ramai pelanggan bagi setiap ciri.'
	},
	'segments.method.dec.note': {
		en: 'A network first learns a code of each customer from features that were partly swapped, then sharpens the segments it sees in that code. It finds bent and hidden segments; with few customers or round segments k-means is as good. Strength is the share of the segment.',
		vi: 'Mạng trước hết học một mã cho mỗi khách từ các đặc trưng bị hoán đổi một phần, rồi làm rõ các nhóm nó thấy trong mã đó. Nó tìm được nhóm cong và ẩn; khi ít khách hoặc các nhóm tròn thì k-means cũng tốt như vậy. Độ chắc chắn là phần thuộc về nhóm.',
		ms: 'Rangkaian mula-mula mempelajari kod bagi setiap pelanggan daripada ciri yang sebahagiannya ditukar, kemudian menajamkan segmen yang dilihatnya dalam kod itu. Ia menemui segmen yang melengkung dan tersembunyi; jika pelanggan sedikit atau segmen bulat, k-means sama baiknya. Kekuatan ialah bahagian segmen itu.'
	},
	'segments.method.ward.note': {
		en: 'Customers join two by two into a tree, the union that costs least first; cutting the tree gives the segments. A new customer goes where the nearest branch belongs. Strength compares the mean of the own segment with the nearest other.',
		vi: 'Khách được gộp dần từng cặp thành cây, cặp tốn ít nhất trước; cắt cây thì được các nhóm. Khách mới thuộc nhóm của nhánh gần nhất. Độ chắc chắn so trung bình của nhóm mình với nhóm gần nhất kế bên.',
		ms: 'Pelanggan bergabung dua demi dua menjadi pokok, gabungan paling murah dahulu; pemotongan pokok memberi segmen. Pelanggan baharu mengikut cabang terdekat. Kekuatan membandingkan min segmen sendiri dengan segmen lain yang terdekat.'
	},
	'segments.method.hdbscan.note': {
		en: 'Dense groups of any shape, as many as there are; customers in between belong to none.',
		vi: 'Các nhóm dày đặc có hình dạng bất kỳ, có bao nhiêu tìm bấy nhiêu; khách nằm giữa không thuộc nhóm nào.',
		ms: 'Kumpulan padat berbentuk apa-apa, sebanyak yang ada; pelanggan di antaranya tidak termasuk mana-mana.'
	},
	'segments.method.consensus.note': {
		en: 'Mixtures, three networks and k-means vote; those that take features for independent abstain where features go together within segments (by BIC). Strength says how far the vote goes one way. It takes some seconds.',
		vi: 'Các mô hình hỗn hợp, ba mạng và k-means cùng bỏ phiếu; phương pháp coi các đặc trưng là độc lập thì không bỏ phiếu khi đặc trưng tương quan trong nhóm (theo BIC). Độ chắc chắn cho biết các phiếu nghiêng về một phía đến đâu. Mất vài giây.',
		ms: 'Model campuran, tiga rangkaian dan k-means mengundi; yang menganggap ciri bebas tidak mengundi apabila ciri berkorelasi dalam segmen (mengikut BIC). Kekuatan menyatakan sejauh mana undi memihak. Ia mengambil beberapa saat.'
	},
	'segments.training.code': {
		en: 'Network {network} of {networks} learns a code of each customer: step {step} of {steps}. Until it is done, these are the segments of k-means.',
		vi: 'Mạng {network}/{networks} đang học mã của từng khách: bước {step}/{steps}. Cho đến khi xong, đây là các nhóm của k-means.',
		ms: 'Rangkaian {network} daripada {networks} mempelajari kod setiap pelanggan: langkah {step} daripada {steps}. Sehingga selesai, ini ialah segmen k-means.'
	},
	'segments.training.centres': {
		en: 'Network {network} of {networks} draws its segments apart: step {step} of {steps}. Until it is done, these are the segments of k-means.',
		vi: 'Mạng {network}/{networks} đang tách các nhóm của nó: bước {step}/{steps}. Cho đến khi xong, đây là các nhóm của k-means.',
		ms: 'Rangkaian {network} daripada {networks} memisahkan segmennya: langkah {step} daripada {steps}. Sehingga selesai, ini ialah segmen k-means.'
	},
	'segments.networks.diverged': {
		en: {
			one: 'The error of {n} network grew without bound; its weights from where the error was lowest are kept.',
			other: 'The error of {n} networks grew without bound; their weights from where the error was lowest are kept.'
		},
		vi: 'Sai số của {n} mạng tăng không giới hạn; trọng số ở nơi sai số thấp nhất được giữ.',
		ms: 'Ralat {n} rangkaian meningkat tanpa batas; pemberat ketika ralat paling rendah dikekalkan.'
	},
	'segments.networks.resumed': {
		en: {
			one: 'The graphics card went away while {n} network learned; its training went on from where it was last seen.',
			other: 'The graphics card went away while {n} networks learned; their training went on from where each was last seen.'
		},
		vi: 'Card đồ họa đã ngắt khi {n} mạng đang học; việc học tiếp tục từ lần ghi nhận cuối.',
		ms: 'Kad grafik terputus semasa {n} rangkaian belajar; latihan diteruskan dari kali terakhir ia dilihat.'
	},
	'segments.training.picture': { en: 'The code as it is learned', vi: 'Mã trong khi được học', ms: 'Kod semasa dipelajari' },
	'segments.training.divergence': {
		en: 'divergence from sharper shares',
		vi: 'độ lệch so với phần chia rõ hơn',
		ms: 'perbezaan daripada bahagian yang lebih tajam'
	},
	'segments.dense.none': {
		en: 'No part of this data is much denser than the rest: HDBSCAN finds no segments.',
		vi: 'Không phần nào của dữ liệu này dày hơn hẳn phần còn lại: HDBSCAN không tìm thấy nhóm nào.',
		ms: 'Tiada bahagian data ini jauh lebih padat daripada yang lain: HDBSCAN tidak menemui segmen.'
	},
	'segments.tree': { en: 'How the segments join', vi: 'Các nhóm gộp lại thế nào', ms: 'Cara segmen bergabung' },
	'segments.tree.height': { en: 'cost of joining', vi: 'chi phí gộp', ms: 'kos penggabungan' },
	'segments.tree.summary': {
		en: 'The last {n} joins; cut into {k} segments.',
		vi: '{n} lần gộp cuối; cắt thành {k} nhóm.',
		ms: '{n} penggabungan terakhir; dipotong kepada {k} segmen.'
	},
	'segments.tree.join': { en: 'join', vi: 'lần gộp', ms: 'gabungan' },
	'segments.trust': {
		en: 'How far each segment can be trusted',
		vi: 'Có thể tin từng nhóm đến đâu',
		ms: 'Sejauh mana setiap segmen boleh dipercayai'
	},
	'segments.trust.strength': { en: 'mean strength', vi: 'độ chắc chắn trung bình', ms: 'purata kekuatan' },
	'segments.trust.next': { en: 'second-best for most', vi: 'nhóm gần thứ hai thường gặp', ms: 'kedua terdekat yang lazim' },
	'segments.trust.jaccard': { en: 'Jaccard', vi: 'Jaccard', ms: 'Jaccard' },
	'segments.trust.light': { en: 'stability', vi: 'độ ổn định', ms: 'kestabilan' },
	'segments.trust.test': { en: 'Test stability', vi: 'Kiểm tra độ ổn định', ms: 'Uji kestabilan' },
	'segments.trust.stop': { en: 'Stop', vi: 'Dừng', ms: 'Henti' },
	'segments.pick': {
		en: 'Press a segment to pick out its customers here, on the map and in the profile.',
		vi: 'Nhấn vào một nhóm để chọn khách của nhóm tại đây, trên bản đồ và trong chân dung.',
		ms: 'Tekan satu segmen untuk memilih pelanggannya di sini, pada peta dan dalam profil.'
	},
	'segments.trust.on': { en: 'Go on', vi: 'Tiếp tục', ms: 'Teruskan' },
	'segments.trust.progress': {
		en: '{done} of {all} resamples',
		vi: '{done}/{all} lần lấy mẫu lại',
		ms: '{done} daripada {all} pensampelan semula'
	},
	'segments.trust.high': { en: 'very stable', vi: 'rất ổn định', ms: 'sangat stabil' },
	'segments.trust.stable': { en: 'stable', vi: 'ổn định', ms: 'stabil' },
	'segments.trust.cut': {
		en: 'comes again, but cuts one cloud',
		vi: 'lặp lại được, nhưng chỉ cắt một đám mây',
		ms: 'berulang, tetapi hanya memotong satu awan'
	},
	'segments.trust.doubtful': { en: 'a pattern, members in doubt', vi: 'có mẫu hình, thành viên chưa chắc', ms: 'ada corak, ahli diragui' },
	'segments.trust.unstable': { en: 'do not trust', vi: 'không nên tin', ms: 'jangan percaya' },
	'segments.trust.rule': {
		en: 'The method is repeated on {all} resamples of {n} customers, drawn with replacement; the number is the mean Jaccard similarity of the segment to its likeness in each. From 0.85 very stable, from 0.75 stable, from 0.60 a pattern, below not to be trusted (Hennig 2007); told from 20 resamples on. Where there is no clear structure, no segment counts as stable: one smooth cloud is cut alike every time.',
		vi: 'Phương pháp được lặp lại trên {all} mẫu lấy lại có hoàn lại từ {n} khách; con số là độ tương đồng Jaccard trung bình của nhóm với nhóm giống nó nhất trong mỗi mẫu. Từ 0,85 rất ổn định, từ 0,75 ổn định, từ 0,60 có mẫu hình, dưới đó không nên tin (Hennig 2007); chỉ nói từ 20 mẫu trở lên. Khi không có cấu trúc rõ ràng, không nhóm nào được coi là ổn định: một đám mây liền lần nào cũng bị cắt như nhau.',
		ms: 'Kaedah diulang pada {all} pensampelan semula {n} pelanggan, dengan pengembalian; nombor ialah purata keserupaan Jaccard segmen dengan yang paling menyerupainya dalam setiap satu. Dari 0.85 sangat stabil, dari 0.75 stabil, dari 0.60 ada corak, di bawahnya jangan percaya (Hennig 2007); dinyatakan mulai 20 pensampelan. Jika tiada struktur yang jelas, tiada segmen dikira stabil: satu awan licin sentiasa dipotong dengan cara yang sama.'
	},
	'segments.trust.seeds': {
		en: 'From {n} other random starts the segments agree with these by an adjusted Rand index of {mean} on average and {least} at worst; 1 is the same, 0 is chance.',
		vi: 'Từ {n} khởi đầu ngẫu nhiên khác, các nhóm giống với các nhóm này với chỉ số Rand hiệu chỉnh trung bình {mean}, thấp nhất {least}; 1 là giống hệt, 0 là ngẫu nhiên.',
		ms: 'Daripada {n} permulaan rawak lain, segmen bersetuju dengan indeks Rand terlaras purata {mean} dan paling rendah {least}; 1 sama, 0 kebetulan.'
	},
	'segments.trust.without': {
		en: 'Without “{name}” it is {index}: no single feature matters more.',
		vi: 'Bỏ “{name}” thì còn {index}: không đặc trưng nào khác quan trọng hơn.',
		ms: 'Tanpa “{name}” ia {index}: tiada ciri tunggal yang lebih penting.'
	},
	'segments.worth': {
		en: 'Worth it? The methods side by side',
		vi: 'Có đáng không? So sánh các phương pháp',
		ms: 'Berbaloikah? Kaedah sebelah-menyebelah'
	},
	'segments.worth.compare': { en: 'Compare the methods', vi: 'So sánh các phương pháp', ms: 'Bandingkan kaedah' },
	'segments.worth.take': { en: 'Use {method}', vi: 'Dùng {method}', ms: 'Guna {method}' },
	'segments.worth.progress': { en: '{done} of {all} runs', vi: '{done}/{all} lần chạy', ms: '{done} daripada {all} larian' },
	'segments.worth.explained': {
		en: 'explained of hidden features',
		vi: 'giải thích đặc trưng bị giấu',
		ms: 'ciri tersembunyi yang diterangkan'
	},
	'segments.worth.stability': { en: 'agreement on resamples', vi: 'độ khớp khi lấy mẫu lại', ms: 'persetujuan pada pensampelan semula' },
	'segments.worth.best': {
		en: 'Recommended: {method}. Its segments explain {share} of features that were hidden from it, and no simpler method comes near.',
		vi: 'Nên dùng: {method}. Các nhóm của nó giải thích {share} các đặc trưng đã giấu, và không phương pháp nào đơn giản hơn đạt gần như vậy.',
		ms: 'Disyorkan: {method}. Segmennya menerangkan {share} daripada ciri yang disembunyikan, dan tiada kaedah lebih mudah yang menghampirinya.'
	},
	'segments.worth.simplest': {
		en: 'Recommended: {method}. Its segments explain {share} of features that were hidden from it; the best (“{best}”) explains {most}, which is within the noise.',
		vi: 'Nên dùng: {method}. Các nhóm của nó giải thích {share} các đặc trưng đã giấu; phương pháp tốt nhất (“{best}”) giải thích {most}, chênh lệch nằm trong sai số.',
		ms: 'Disyorkan: {method}. Segmennya menerangkan {share} daripada ciri yang disembunyikan; yang terbaik (“{best}”) menerangkan {most}, beza yang masih dalam ralat.'
	},
	'segments.worth.none': {
		en: 'None of them is worth much here: even {method} explains {share} of features that were hidden from it, or comes out differently each time. Use a rule that your business knows.',
		vi: 'Không phương pháp nào đáng dùng ở đây: ngay cả {method} cũng chỉ giải thích {share} các đặc trưng đã giấu, hoặc mỗi lần cho kết quả khác nhau. Hãy dùng một quy tắc quen thuộc của bạn.',
		ms: 'Tiada satu pun yang berbaloi di sini: {method} pun hanya menerangkan {share} daripada ciri yang disembunyikan, atau hasilnya berbeza setiap kali. Gunakan peraturan yang diketahui perniagaan anda.'
	},
	'segments.worth.rule': {
		en: 'On {n} customers. A quarter of the features is hidden in turn, segments are formed on the rest, and what they explain of the variance of the hidden quarter is averaged: segments that only cut up noise explain nothing of it. Recommended is the simplest method that the best one leads by no more than one standard error, or one point. Two resamples show whether a method finds the same again (adjusted Rand index). This takes a minute or two.',
		vi: 'Trên {n} khách. Lần lượt giấu một phần tư số đặc trưng, chia nhóm theo phần còn lại, rồi lấy trung bình phần phương sai của các đặc trưng bị giấu mà nhóm giải thích được: nhóm chỉ cắt nhiễu thì không giải thích được gì. Phương pháp nên dùng là phương pháp đơn giản nhất mà phương pháp tốt nhất hơn không quá một sai số chuẩn, hoặc một điểm phần trăm. Hai mẫu lấy lại cho biết phương pháp có tìm lại được như cũ không (chỉ số Rand hiệu chỉnh). Việc này mất một hai phút.',
		ms: 'Pada {n} pelanggan. Suku daripada ciri disembunyikan bergilir-gilir, segmen dibentuk pada yang selebihnya, dan bahagian varians suku tersembunyi yang diterangkannya dipuratakan: segmen yang hanya memotong hingar tidak menerangkan apa-apa. Yang disyorkan ialah kaedah paling mudah yang didahului oleh yang terbaik tidak lebih daripada satu ralat piawai, atau satu mata peratus. Dua pensampelan semula menunjukkan sama ada kaedah menemui yang sama semula (indeks Rand terlaras). Ini mengambil masa seminit dua.'
	},
	'segments.more': {
		en: 'What speaks for each number of segments',
		vi: 'Bằng chứng cho từng số nhóm',
		ms: 'Bukti bagi setiap bilangan segmen'
	},
	'segments.more.above': { en: 'times one cloud', vi: 'lần một đám mây', ms: 'kali satu awan' },
	'segments.more.busy': { en: 'Working it out', vi: 'Đang tính', ms: 'Sedang mengira' },
	'segments.more.gap': { en: 'gap (± se)', vi: 'gap (± sai số)', ms: 'gap (± ralat)' },
	'segments.more.strength': { en: 'prediction strength', vi: 'sức dự đoán', ms: 'kekuatan ramalan' },
	'segments.more.ch': { en: 'Calinski–Harabasz', vi: 'Calinski–Harabasz', ms: 'Calinski–Harabasz' },
	'segments.more.db': { en: 'Davies–Bouldin', vi: 'Davies–Bouldin', ms: 'Davies–Bouldin' },
	'segments.more.names': { en: 'names', vi: 'gợi ý', ms: 'menunjuk' },
	'segments.more.note': {
		en: 'On {n} customers. k-means: higher is better for silhouette, Calinski–Harabasz, gap and prediction strength, lower for Davies–Bouldin; mixture: lower is better for BIC and ICL. Gap names the smallest k within one standard error of the next (Tibshirani et al. 2001), prediction strength the largest k of at least 0.80; 1 means that one group does as well. The suggestion is the k that is the most times better than one smooth cloud (by its silhouette, and by what segments explain where features that go together are set apart), or where groups stand apart (silhouette of 0.50 or more), the largest k of a prediction strength of at least 0.90.',
		vi: 'Trên {n} khách. k-means: silhouette, Calinski–Harabasz, gap và sức dự đoán càng cao càng tốt, Davies–Bouldin càng thấp càng tốt; mô hình hỗn hợp: BIC và ICL càng thấp càng tốt. Gap gợi ý k nhỏ nhất cách k kế tiếp không quá một sai số chuẩn (Tibshirani và cộng sự 2001), sức dự đoán gợi ý k lớn nhất đạt từ 0,80; 1 nghĩa là một nhóm duy nhất cũng tốt như vậy. Đề xuất là k hơn một đám mây liền gấp nhiều lần nhất (xét silhouette, và phần mà các nhóm giải thích được khi tách các đặc trưng tương quan), hoặc khi các nhóm tách rời (silhouette từ 0,50) thì là k lớn nhất có sức dự đoán từ 0,90.',
		ms: 'Pada {n} pelanggan. k-means: lebih tinggi lebih baik bagi siluet, Calinski–Harabasz, gap dan kekuatan ramalan, lebih rendah bagi Davies–Bouldin; model campuran: lebih rendah lebih baik bagi BIC dan ICL. Gap menunjuk k terkecil dalam satu ralat piawai daripada yang berikutnya (Tibshirani et al. 2001), kekuatan ramalan menunjuk k terbesar yang sekurang-kurangnya 0.80; 1 bermaksud satu kumpulan sama baiknya. Cadangan ialah k yang paling berkali-kali lebih baik daripada satu awan licin (mengikut siluet, dan mengikut apa yang diterangkan oleh segmen apabila ciri yang berkorelasi diasingkan), atau jika kumpulan terpisah (siluet 0.50 atau lebih), k terbesar dengan kekuatan ramalan sekurang-kurangnya 0.90.'
	},
	'segments.name.outliers': { en: 'In no segment', vi: 'Không thuộc nhóm nào', ms: 'Tiada segmen' },
	'segments.finding': {
		en: '{k} segments; the largest, {share} of customers, brings {revenue} of revenue.',
		vi: '{k} nhóm; nhóm lớn nhất, {share} số khách, mang về {revenue} doanh thu.',
		ms: '{k} segmen; yang terbesar, {share} daripada pelanggan, membawa {revenue} hasil.'
	},
	'segments.finding.none': {
		en: 'There is no clear structure: one smooth cloud would fall into groups just as well.',
		vi: 'Không có cấu trúc rõ ràng: một đám mây liền cũng chia nhóm được như vậy.',
		ms: 'Tiada struktur yang jelas: satu awan yang licin terbahagi kepada kumpulan sama baiknya.'
	},
	'segments.finding.people': {
		en: '{k} segments; the largest, {share} of customers, is “{name}”.',
		vi: '{k} nhóm; nhóm lớn nhất, {share} số khách, là “{name}”.',
		ms: '{k} segmen; yang terbesar, {share} daripada pelanggan, ialah “{name}”.'
	},
	'segments.none.people': {
		en: 'The {k} segments below cut a smooth cloud into parts; use a rule that your business knows instead.',
		vi: '{k} nhóm bên dưới chỉ cắt một đám mây liền thành phần; hãy dùng một quy tắc quen thuộc của bạn.',
		ms: '{k} segmen di bawah memotong awan yang licin kepada bahagian; gunakan peraturan yang diketahui perniagaan anda.'
	},
	'segments.bar.people': { en: '{share} of customers', vi: '{share} số khách', ms: '{share} daripada pelanggan' },
	'segments.none.then': {
		en: 'The {k} segments below cut a smooth cloud into parts; use RFM or a rule that your business knows instead.',
		vi: '{k} nhóm bên dưới chỉ cắt một đám mây liền thành phần; hãy dùng RFM hoặc một quy tắc quen thuộc của bạn.',
		ms: '{k} segmen di bawah memotong awan yang licin kepada bahagian; gunakan RFM atau peraturan yang diketahui perniagaan anda.'
	},
	'segments.evidence': {
		en: 'At {k} segments the silhouette is {real}, and {expected} in one smooth cloud with the same features: no other number is so many times better. By the silhouette alone the structure is clear from {needed} above the cloud on; it is {gap} above at most, at {clearest} segments.',
		vi: 'Với {k} nhóm, silhouette là {real}, còn trong một đám mây liền có cùng đặc trưng là {expected}: không số nhóm nào khác hơn gấp nhiều lần như vậy. Chỉ xét silhouette thì cấu trúc là rõ ràng khi cao hơn đám mây từ {needed}; cao hơn nhiều nhất là {gap}, với {clearest} nhóm.',
		ms: 'Pada {k} segmen siluetnya {real}, dan {expected} dalam satu awan licin dengan ciri yang sama: tiada bilangan lain yang sekian kali lebih baik. Mengikut siluet sahaja, strukturnya jelas mulai {needed} di atas awan; paling tinggi {gap} di atasnya, pada {clearest} segmen.'
	},
	'segments.evidence.whitened': {
		en: 'At {k} segments the silhouette is {real}, and {expected} in one smooth cloud with the same features; where features that go together are set apart, segments explain {whitened} times as much as there. Both in one, no other number stands so far above. By the silhouette alone the structure is clear from {needed} above the cloud on; it is {gap} above at most, at {clearest} segments.',
		vi: 'Với {k} nhóm, silhouette là {real}, còn trong một đám mây liền có cùng đặc trưng là {expected}; khi tách các đặc trưng tương quan, các nhóm giải thích gấp {whitened} lần trong đám mây. Gộp cả hai, không số nhóm nào khác vượt xa đến vậy. Chỉ xét silhouette thì cấu trúc là rõ ràng khi cao hơn đám mây từ {needed}; cao hơn nhiều nhất là {gap}, với {clearest} nhóm.',
		ms: 'Pada {k} segmen siluetnya {real}, dan {expected} dalam satu awan licin dengan ciri yang sama; apabila ciri yang berkorelasi diasingkan, segmen menerangkan {whitened} kali sebanyak dalam awan. Digabungkan, tiada bilangan lain yang sejauh itu di atasnya. Mengikut siluet sahaja, strukturnya jelas mulai {needed} di atas awan; paling tinggi {gap} di atasnya, pada {clearest} segmen.'
	},
	'segments.silhouette': {
		en: 'How well the segments stand apart',
		vi: 'Các nhóm tách nhau rõ đến đâu',
		ms: 'Sejauh mana segmen terpisah'
	},
	'segments.silhouette.y': { en: 'mean silhouette', vi: 'silhouette trung bình', ms: 'purata siluet' },
	'segments.inertia': { en: 'How tight the segments are', vi: 'Các nhóm chặt đến đâu', ms: 'Sejauh mana segmen padat' },
	'segments.inertia.y': { en: 'inertia', vi: 'quán tính', ms: 'inersia' },
	'segments.k': { en: 'Number of segments', vi: 'Số nhóm', ms: 'Bilangan segmen' },
	'segments.k.short': { en: 'segments', vi: 'nhóm', ms: 'segmen' },
	'segments.suggested': { en: 'suggested', vi: 'đề xuất', ms: 'disyorkan' },
	'segments.asSuggested': { en: 'as suggested ({k})', vi: 'như đề xuất ({k})', ms: 'seperti disyorkan ({k})' },
	'segments.chosen': { en: 'chosen', vi: 'đã chọn', ms: 'dipilih' },
	'segments.evidence.apart': {
		en: 'The groups stand apart. {k} is the largest number of segments at which one half of the customers foretells those of the other (prediction strength {strength}, at least 0.90); the silhouette is {real} there, and {expected} in one smooth cloud with the same features.',
		vi: 'Các nhóm tách rời nhau. {k} là số nhóm lớn nhất mà một nửa khách hàng dự đoán được nhóm của nửa kia (sức dự đoán {strength}, ít nhất 0,90); silhouette ở đó là {real}, còn trong một đám mây liền có cùng đặc trưng là {expected}.',
		ms: 'Kumpulan terpisah antara satu sama lain. {k} ialah bilangan segmen terbesar yang membolehkan separuh pelanggan meramal segmen separuh lagi (kekuatan ramalan {strength}, sekurang-kurangnya 0.90); siluetnya {real}, dan {expected} dalam satu awan licin dengan ciri yang sama.'
	},
	'segments.numbers': { en: 'Numbers compared', vi: 'So sánh các số', ms: 'Nombor dibandingkan' },
	'segments.numbers.auto': { en: 'as fits the data', vi: 'tùy theo dữ liệu', ms: 'mengikut data' },
	'segments.numbers.ranks': { en: 'by rank', vi: 'theo thứ hạng', ms: 'mengikut kedudukan' },
	'segments.numbers.sizes': { en: 'by size', vi: 'theo độ lớn', ms: 'mengikut saiz' },
	'segments.numbers.ranks.note': {
		en: 'Numbers are compared by rank, so that no skewed one drowns the others.',
		vi: 'Các số được so sánh theo thứ hạng, để số bị lệch không lấn át các số khác.',
		ms: 'Nombor dibandingkan mengikut kedudukan, supaya nombor yang pencong tidak menenggelamkan yang lain.'
	},
	'segments.numbers.sizes.note': {
		en: 'Numbers are compared by size, skewed ones by their logarithm, so that gaps between groups stay; a category counts for less beside them.',
		vi: 'Các số được so sánh theo độ lớn, số bị lệch thì theo logarit, để khoảng trống giữa các nhóm được giữ lại; cột phân loại thì ít trọng số hơn.',
		ms: 'Nombor dibandingkan mengikut saiz, nombor pencong mengikut logaritmanya, supaya jurang antara kumpulan kekal; kategori kurang dikira di sisinya.'
	},
	'segments.space': { en: 'Measured on', vi: 'Đo trên', ms: 'Diukur pada' },
	'segments.space.features': { en: 'the features', vi: 'các đặc trưng', ms: 'ciri' },
	'segments.space.embedding': { en: 'the embedding', vi: 'vectơ nhúng', ms: 'benaman' },
	'segments.features.habits': {
		en: 'Habits, which do not count unless ticked:',
		vi: 'Thói quen mua, không tính trừ khi được chọn:',
		ms: 'Tabiat membeli, tidak dikira melainkan ditanda:'
	},
	'segments.features': { en: 'Features that count', vi: 'Đặc trưng được tính', ms: 'Ciri yang dikira' },
	'segments.sample': {
		en: 'Silhouettes on {n} customers, evenly drawn.',
		vi: 'Silhouette tính trên {n} khách hàng rút đều.',
		ms: 'Siluet pada {n} pelanggan, dipilih sekata.'
	},
	'segments.real': { en: 'customers', vi: 'khách hàng này', ms: 'pelanggan ini' },
	'segments.cloud': { en: 'one cloud', vi: 'đám mây liền', ms: 'awan licin' },
	'segments.bar': {
		en: '{share} of customers, {revenue} of revenue',
		vi: '{share} số khách, {revenue} doanh thu',
		ms: '{share} daripada pelanggan, {revenue} daripada hasil'
	},
	'segments.sizes': { en: 'Customers in each segment', vi: 'Số khách trong mỗi nhóm', ms: 'Pelanggan dalam setiap segmen' },
	'segments.summary': {
		en: '{what} for {from} to {to} segments; best at {best}.',
		vi: '{what} với {from} đến {to} nhóm; tốt nhất ở {best}.',
		ms: '{what} bagi {from} hingga {to} segmen; terbaik pada {best}.'
	},
	'segments.name.everyone': { en: 'Everyone', vi: 'Tất cả', ms: 'Semua' },
	'segments.name.plain': { en: 'Segment {n}', vi: 'Nhóm {n}', ms: 'Segmen {n}' },
	'segments.trait.number.low': { en: 'low {name}', vi: '{name} thấp', ms: '{name} rendah' },
	'segments.trait.number.high': { en: 'high {name}', vi: '{name} cao', ms: '{name} tinggi' },
	'segments.trait.years.low': { en: 'younger', vi: 'trẻ hơn', ms: 'lebih muda' },
	'segments.trait.years.high': { en: 'older', vi: 'lớn tuổi hơn', ms: 'lebih berumur' },
	'segments.trait.days.low': { en: '{name} recent', vi: '{name} gần đây', ms: '{name} baru-baru ini' },
	'segments.trait.days.high': { en: '{name} long ago', vi: '{name} đã lâu', ms: '{name} sudah lama' },
	'segments.trait.boolean.low': { en: '{name}: no', vi: '{name}: không', ms: '{name}: tidak' },
	'segments.trait.boolean.high': { en: '{name}: yes', vi: '{name}: có', ms: '{name}: ya' },
	'segments.trait.category.low': { en: 'not {value}', vi: 'không phải {value}', ms: 'bukan {value}' },
	'segments.trait.category.high': { en: '{value}', vi: '{value}', ms: '{value}' },
	'segments.trait.lastSeen.low': { en: 'seen recently', vi: 'mới ghé gần đây', ms: 'baru dilihat' },
	'segments.trait.lastSeen.high': { en: 'not seen for long', vi: 'lâu không ghé', ms: 'lama tidak dilihat' },
	'segments.trait.firstSeen.low': { en: 'new visitors', vi: 'khách mới truy cập', ms: 'pelawat baharu' },
	'segments.trait.firstSeen.high': { en: 'known for long', vi: 'biết đến từ lâu', ms: 'lama dikenali' },
	'segments.trait.visits.low': { en: 'few visits', vi: 'ít lượt truy cập', ms: 'sedikit lawatan' },
	'segments.trait.visits.high': { en: 'many visits', vi: 'nhiều lượt truy cập', ms: 'banyak lawatan' },
	'segments.trait.activeDays.low': { en: 'few active days', vi: 'ít ngày hoạt động', ms: 'sedikit hari aktif' },
	'segments.trait.activeDays.high': { en: 'many active days', vi: 'nhiều ngày hoạt động', ms: 'banyak hari aktif' },
	'segments.trait.visitGap.low': { en: 'back within days', vi: 'quay lại sau ít ngày', ms: 'kembali dalam beberapa hari' },
	'segments.trait.visitGap.high': { en: 'back after long', vi: 'lâu mới quay lại', ms: 'lama baru kembali' },
	'segments.trait.recentVisits.low': { en: 'visits long ago', vi: 'các lượt đã lâu', ms: 'lawatan sudah lama' },
	'segments.trait.recentVisits.high': { en: 'active this month', vi: 'hoạt động tháng gần nhất', ms: 'aktif sebulan terkini' },
	'segments.trait.eventsPerVisit.low': { en: 'little done per visit', vi: 'ít thao tác mỗi lượt', ms: 'sedikit tindakan setiap lawatan' },
	'segments.trait.eventsPerVisit.high': { en: 'busy visits', vi: 'nhiều thao tác mỗi lượt', ms: 'banyak tindakan setiap lawatan' },
	'segments.trait.pagesPerVisit.low': { en: 'few pages per visit', vi: 'ít trang mỗi lượt', ms: 'sedikit halaman setiap lawatan' },
	'segments.trait.pagesPerVisit.high': { en: 'many pages per visit', vi: 'nhiều trang mỗi lượt', ms: 'banyak halaman setiap lawatan' },
	'segments.trait.pagesSeen.low': { en: 'narrow interests', vi: 'xem ít trang', ms: 'minat terhad' },
	'segments.trait.pagesSeen.high': { en: 'wide interests', vi: 'xem nhiều trang', ms: 'minat luas' },
	'segments.trait.visitMinutes.low': { en: 'short visits', vi: 'lượt ngắn', ms: 'lawatan singkat' },
	'segments.trait.visitMinutes.high': { en: 'long visits', vi: 'lượt dài', ms: 'lawatan panjang' },
	'segments.trait.bounce.low': { en: 'engaged', vi: 'có tương tác', ms: 'melibatkan diri' },
	'segments.trait.bounce.high': { en: 'bouncing', vi: 'thoát ngay', ms: 'melantun' },
	'segments.trait.visitHour.low': { en: 'visits early in the day', vi: 'truy cập sớm trong ngày', ms: 'melawat awal hari' },
	'segments.trait.visitHour.high': { en: 'visits late in the day', vi: 'truy cập muộn trong ngày', ms: 'melawat lewat hari' },
	'segments.trait.weekendVisits.low': { en: 'weekday visitors', vi: 'truy cập ngày thường', ms: 'pelawat hari biasa' },
	'segments.trait.weekendVisits.high': { en: 'weekend visitors', vi: 'truy cập cuối tuần', ms: 'pelawat hujung minggu' },
	'segments.trait.purchaseEvents.low': { en: 'hardly any purchases', vi: 'hiếm khi mua', ms: 'jarang membeli' },
	'segments.trait.purchaseEvents.high': { en: 'many purchases', vi: 'mua nhiều', ms: 'kerap membeli' },
	'segments.trait.recency.low': { en: 'bought recently', vi: 'mới mua gần đây', ms: 'baru membeli' },
	'segments.trait.recency.high': { en: 'long silent', vi: 'im lặng lâu', ms: 'lama senyap' },
	'segments.trait.frequency.low': { en: 'few orders', vi: 'ít đơn', ms: 'sedikit pesanan' },
	'segments.trait.frequency.high': { en: 'many orders', vi: 'nhiều đơn', ms: 'banyak pesanan' },
	'segments.trait.monetary.low': { en: 'small spenders', vi: 'chi tiêu ít', ms: 'belanja kecil' },
	'segments.trait.monetary.high': { en: 'big spenders', vi: 'chi tiêu nhiều', ms: 'belanja besar' },
	'segments.trait.tenure.low': { en: 'newcomers', vi: 'khách mới đến', ms: 'pendatang baharu' },
	'segments.trait.tenure.high': { en: 'long-standing', vi: 'khách lâu năm', ms: 'pelanggan lama' },
	'segments.trait.purchaseDays.low': { en: 'few visits', vi: 'ít lần mua', ms: 'jarang datang' },
	'segments.trait.purchaseDays.high': { en: 'frequent visits', vi: 'mua nhiều lần', ms: 'kerap datang' },
	'segments.trait.orderValue.low': { en: 'small orders', vi: 'đơn nhỏ', ms: 'pesanan kecil' },
	'segments.trait.orderValue.high': { en: 'large orders', vi: 'đơn lớn', ms: 'pesanan besar' },
	'segments.trait.gap.low': { en: 'short gaps', vi: 'mua dày', ms: 'jarak pendek' },
	'segments.trait.gap.high': { en: 'long gaps', vi: 'mua thưa', ms: 'jarak panjang' },
	'segments.trait.gapSpread.low': { en: 'steady rhythm', vi: 'nhịp đều', ms: 'rentak tetap' },
	'segments.trait.gapSpread.high': { en: 'irregular rhythm', vi: 'nhịp thất thường', ms: 'rentak tidak menentu' },
	'segments.trait.items.low': { en: 'few items', vi: 'ít món', ms: 'sedikit barang' },
	'segments.trait.items.high': { en: 'many items', vi: 'nhiều món', ms: 'banyak barang' },
	'segments.trait.basket.low': { en: 'small baskets', vi: 'giỏ nhỏ', ms: 'bakul kecil' },
	'segments.trait.basket.high': { en: 'full baskets', vi: 'giỏ đầy', ms: 'bakul penuh' },
	'segments.trait.products.low': { en: 'few products', vi: 'ít sản phẩm', ms: 'sedikit produk' },
	'segments.trait.products.high': { en: 'varied tastes', vi: 'mua đa dạng', ms: 'pelbagai produk' },
	'segments.trait.weekend.low': { en: 'weekday buyers', vi: 'mua ngày thường', ms: 'pembeli hari biasa' },
	'segments.trait.weekend.high': { en: 'weekend buyers', vi: 'mua cuối tuần', ms: 'pembeli hujung minggu' },
	'segments.trait.hour.low': { en: 'early in the day', vi: 'mua sớm trong ngày', ms: 'awal hari' },
	'segments.trait.hour.high': { en: 'late in the day', vi: 'mua muộn trong ngày', ms: 'lewat hari' },
	'segments.trait.returns.low': { en: 'hardly any returns', vi: 'hiếm khi trả hàng', ms: 'jarang memulangkan' },
	'segments.trait.returns.high': { en: 'many returns', vi: 'hay trả hàng', ms: 'kerap memulangkan' },
	'segments.how': {
		en: 'k-means places k centres so that customers lie close to their nearest one, from several starts. The silhouette compares how close customers are to their own segment with the next one: 1 is apart, 0 is a border. The same search on one smooth cloud, with the same features and correlations, tells how much of it is chance.',
		vi: 'k-means đặt k tâm sao cho khách nằm gần tâm gần nhất, thử từ nhiều điểm xuất phát. Silhouette so khoảng cách tới nhóm của mình với nhóm kế bên: 1 là tách rời, 0 là ở ranh giới. Tìm tương tự trên một đám mây liền, cùng đặc trưng và tương quan, cho biết bao nhiêu là ngẫu nhiên.',
		ms: 'k-means meletakkan k pusat supaya pelanggan dekat dengan pusat terdekatnya, dari beberapa permulaan. Siluet membandingkan jarak pelanggan dengan segmennya sendiri dan yang berikutnya: 1 terpisah, 0 di sempadan. Carian sama pada satu awan licin, dengan ciri dan korelasi yang sama, menunjukkan berapa banyak yang kebetulan.'
	},
	'segments.formula': {
		en: 'k-means++ (Arthur and Vassilvitskii 2007), silhouette (Rousseeuw 1987; from 0.50 a reasonable structure: Kaufman and Rousseeuw 1990), on normal scores of ranks or standard scores of sizes.',
		vi: 'k-means++ (Arthur và Vassilvitskii 2007), silhouette (Rousseeuw 1987; từ 0,50 là cấu trúc hợp lý: Kaufman và Rousseeuw 1990), trên điểm chuẩn của thứ hạng hoặc điểm chuẩn hóa của độ lớn.',
		ms: 'k-means++ (Arthur dan Vassilvitskii 2007), siluet (Rousseeuw 1987; dari 0.50 struktur yang munasabah: Kaufman dan Rousseeuw 1990), pada skor normal kedudukan atau skor piawai saiz.'
	}
});
