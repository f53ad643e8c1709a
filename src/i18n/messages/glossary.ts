import { messages } from '../define.js';

export const glossary = messages({
	'glossary.recency.term': { en: 'recency', vi: 'độ gần đây', ms: 'kekinian' },
	'glossary.recency.definition': {
		en: 'How long ago a customer last bought, in days. Small is recent.',
		vi: 'Khách mua lần cuối cách đây bao lâu, tính bằng ngày. Số nhỏ là mới mua.',
		ms: 'Berapa lama sejak pelanggan kali terakhir membeli, dalam hari. Kecil bermaksud baru.'
	},
	'glossary.frequency.term': { en: 'frequency', vi: 'tần suất', ms: 'kekerapan' },
	'glossary.frequency.definition': {
		en: 'How many orders a customer has placed in the time that the file covers.',
		vi: 'Số đơn hàng của khách trong thời gian mà tệp ghi lại.',
		ms: 'Bilangan pesanan pelanggan dalam tempoh yang diliputi oleh fail.'
	},
	'glossary.monetary.term': { en: 'monetary value', vi: 'giá trị tiền', ms: 'nilai wang' },
	'glossary.monetary.definition': {
		en: 'How much a customer has spent in all, in the money of the file.',
		vi: 'Tổng số tiền khách đã chi, theo đơn vị tiền của tệp.',
		ms: 'Jumlah yang telah dibelanjakan oleh pelanggan, dalam mata wang fail.'
	},
	'glossary.embedding.term': { en: 'embedding', vi: 'vectơ nhúng', ms: 'benaman' },
	'glossary.embedding.definition': {
		en: 'A few numbers that stand for everything known of a customer. Customers who behave alike get numbers that lie close together.',
		vi: 'Vài con số thay cho mọi điều đã biết về một khách. Những khách giống nhau có các con số nằm gần nhau.',
		ms: 'Beberapa nombor yang mewakili semua yang diketahui tentang seorang pelanggan. Pelanggan yang serupa mendapat nombor yang berdekatan.'
	},
	'glossary.autoencoder.term': { en: 'autoencoder', vi: 'bộ tự mã hóa', ms: 'autopengekod' },
	'glossary.autoencoder.definition': {
		en: 'A small neural network that squeezes each customer into a few numbers and learns to rebuild the rest from them.',
		vi: 'Một mạng nơ-ron nhỏ nén mỗi khách thành vài con số rồi học cách dựng lại phần còn lại từ đó.',
		ms: 'Rangkaian neural kecil yang memampatkan setiap pelanggan kepada beberapa nombor dan belajar membina semula selebihnya.'
	},
	'glossary.kmeans.term': { en: 'k-means', vi: 'k-means', ms: 'k-means' },
	'glossary.kmeans.definition': {
		en: 'A way to form k groups: each customer joins the nearest centre, each centre moves to the middle of its customers, until nothing changes.',
		vi: 'Cách chia thành k nhóm: mỗi khách vào tâm gần nhất, mỗi tâm dời về giữa các khách của nó, đến khi không còn thay đổi.',
		ms: 'Cara membentuk k kumpulan: setiap pelanggan menyertai pusat terdekat, setiap pusat beralih ke tengah pelanggannya, sehingga tiada perubahan.'
	},
	'glossary.silhouette.term': { en: 'silhouette', vi: 'hệ số silhouette', ms: 'siluet' },
	'glossary.silhouette.definition': {
		en: 'How much closer customers are to their own segment than to the next one, from −1 to 1. Near 1 the segments stand apart; near 0 they blend.',
		vi: 'Khách gần nhóm của mình hơn nhóm kế bên đến mức nào, từ −1 đến 1. Gần 1 là tách bạch; gần 0 là lẫn vào nhau.',
		ms: 'Sejauh mana pelanggan lebih dekat dengan segmen sendiri berbanding segmen seterusnya, dari −1 hingga 1. Hampir 1 bermaksud terpisah; hampir 0 bercampur.'
	},
	'glossary.inertia.term': { en: 'inertia', vi: 'quán tính', ms: 'inersia' },
	'glossary.inertia.definition': {
		en: 'The sum of squared distances from customers to the centre of their segment. It always falls with more segments; look for where it stops falling fast.',
		vi: 'Tổng bình phương khoảng cách từ khách đến tâm nhóm. Càng nhiều nhóm càng giảm; hãy tìm chỗ nó thôi giảm nhanh.',
		ms: 'Jumlah kuasa dua jarak pelanggan ke pusat segmen mereka. Ia sentiasa turun apabila segmen bertambah; cari tempat ia berhenti turun dengan cepat.'
	},
	'glossary.pca.term': { en: 'PCA', vi: 'PCA', ms: 'PCA' },
	'glossary.pca.definition': {
		en: 'Principal component analysis: turns many columns into a few that keep as much of the spread between customers as straight lines can.',
		vi: 'Phân tích thành phần chính: gộp nhiều cột thành vài cột mà vẫn giữ nhiều nhất sự khác biệt giữa các khách.',
		ms: 'Analisis komponen utama: menukar banyak lajur kepada beberapa yang mengekalkan sebanyak mungkin perbezaan antara pelanggan.'
	},
	'glossary.auc.term': { en: 'AUC', vi: 'AUC', ms: 'AUC' },
	'glossary.auc.definition': {
		en: 'The chance that a random buyer has a higher score than a random non-buyer. 0.5 is guessing; 1 is a perfect ranking.',
		vi: 'Khả năng một người mua ngẫu nhiên có điểm cao hơn một người không mua ngẫu nhiên. 0,5 là đoán mò; 1 là xếp hạng hoàn hảo.',
		ms: 'Peluang pembeli rawak mendapat skor lebih tinggi daripada bukan pembeli rawak. 0.5 ialah meneka; 1 ialah susunan sempurna.'
	},
	'glossary.brier.term': { en: 'Brier score', vi: 'điểm Brier', ms: 'skor Brier' },
	'glossary.brier.definition': {
		en: 'The mean squared gap between the predicted chance and what happened (0 or 1). Smaller is better.',
		vi: 'Trung bình bình phương độ lệch giữa xác suất dự đoán và điều đã xảy ra (0 hoặc 1). Càng nhỏ càng tốt.',
		ms: 'Purata kuasa dua jurang antara kebarangkalian ramalan dan apa yang berlaku (0 atau 1). Lebih kecil lebih baik.'
	},
	'glossary.calibration.term': { en: 'calibration', vi: 'độ khớp', ms: 'penentukuran' },
	'glossary.calibration.definition': {
		en: 'Whether predicted chances mean what they say: of customers given 30%, about 30 in 100 should buy.',
		vi: 'Xác suất dự đoán có đúng như lời nói không: trong các khách được dự đoán 30%, khoảng 30 trên 100 người phải mua.',
		ms: 'Sama ada kebarangkalian ramalan membawa maksudnya: daripada pelanggan yang diberi 30%, kira-kira 30 daripada 100 patut membeli.'
	},
	'glossary.gains.term': { en: 'gains', vi: 'độ lợi', ms: 'perolehan' },
	'glossary.gains.definition': {
		en: 'The share of all buyers you reach when you contact the customers with the best scores first.',
		vi: 'Tỷ lệ người mua bạn tiếp cận được khi liên hệ trước với những khách có điểm cao nhất.',
		ms: 'Bahagian semua pembeli yang anda capai apabila menghubungi pelanggan dengan skor terbaik dahulu.'
	},
	'glossary.baseRate.term': { en: 'base rate', vi: 'tỷ lệ nền', ms: 'kadar asas' },
	'glossary.baseRate.definition': {
		en: 'The share of all customers who bought in the period: what you would guess knowing nothing about them.',
		vi: 'Tỷ lệ khách mua hàng trong kỳ: điều bạn sẽ đoán khi không biết gì về họ.',
		ms: 'Bahagian semua pelanggan yang membeli dalam tempoh itu: tekaan anda jika tidak tahu apa-apa tentang mereka.'
	},
	'glossary.horizon.term': { en: 'horizon', vi: 'tầm dự báo', ms: 'tempoh ramalan' },
	'glossary.horizon.definition': {
		en: 'How many days ahead a score looks.',
		vi: 'Điểm số nhìn trước bao nhiêu ngày.',
		ms: 'Berapa hari ke hadapan yang dilihat oleh skor.'
	},
	'glossary.baseline.term': { en: 'baseline', vi: 'mốc so sánh', ms: 'garis dasar' },
	'glossary.baseline.definition': {
		en: 'A simple method that a model must beat to be worth its trouble, such as sorting by last purchase.',
		vi: 'Một cách làm đơn giản mà mô hình phải vượt qua mới đáng dùng, như sắp theo lần mua cuối.',
		ms: 'Kaedah mudah yang perlu diatasi oleh model supaya berbaloi, seperti menyusun mengikut pembelian terakhir.'
	}
});
