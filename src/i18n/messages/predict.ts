import type { ModelId } from '../../lib/predict/scores.js';
import { messages, type Translations } from '../define.js';

const models = messages({
	'predict.model.baseRate': { en: 'Base rate', vi: 'Tỷ lệ nền', ms: 'Kadar asas' },
	'predict.model.recency': { en: 'Sort by last purchase', vi: 'Xếp theo lần mua cuối', ms: 'Susun ikut pembelian terakhir' },
	'predict.model.frequency': { en: 'Sort by number of purchases', vi: 'Xếp theo số lần mua', ms: 'Susun ikut bilangan pembelian' },
	'predict.model.habit': { en: 'Silent against own habit', vi: 'Im lặng so với nhịp riêng', ms: 'Senyap berbanding tabiat sendiri' },
	'predict.model.nearest': { en: 'Closest to the next tier', vi: 'Gần bậc kế tiếp nhất', ms: 'Paling hampir peringkat seterusnya' },
	'predict.model.single': { en: 'Best single column', vi: 'Cột đơn tốt nhất', ms: 'Lajur tunggal terbaik' },
	'predict.model.rfm': { en: 'Logistic on R, F and M', vi: 'Logistic trên R, F và M', ms: 'Logistik atas R, F dan M' },
	'predict.model.orders': { en: 'Order model (BTYD)', vi: 'Mô hình đơn hàng (BTYD)', ms: 'Model pesanan (BTYD)' },
	'predict.model.logistic': { en: 'Logistic on all columns', vi: 'Logistic trên mọi cột', ms: 'Logistik atas semua lajur' },
	'predict.model.network': { en: 'Small network', vi: 'Mạng nhỏ', ms: 'Rangkaian kecil' },
	'predict.model.trees': { en: 'Boosted trees', vi: 'Cây tăng cường', ms: 'Pokok penggalakan' }
} satisfies Record<`predict.model.${ModelId}`, Translations>);

export const predict = messages({
	...models,
	'predict.stage.backtest': {
		en: 'Learning and testing on the past',
		vi: 'Đang học và kiểm chứng trên quá khứ',
		ms: 'Belajar dan menguji pada masa lalu'
	},
	'predict.horizon': { en: 'Days ahead', vi: 'Số ngày tới', ms: 'Hari ke hadapan' },
	'predict.table': { en: 'Methods side by side', vi: 'So sánh các phương pháp', ms: 'Kaedah sebelah-menyebelah' },
	'predict.method': { en: 'Method', vi: 'Phương pháp', ms: 'Kaedah' },
	'predict.auc': { en: 'ROC AUC', vi: 'ROC AUC', ms: 'ROC AUC' },
	'predict.brier': { en: 'Brier', vi: 'Brier', ms: 'Brier' },
	'predict.skill': { en: 'Brier skill', vi: 'Điểm kỹ năng Brier', ms: 'Skor kemahiran Brier' },
	'predict.recommended': { en: 'recommended', vi: 'nên dùng', ms: 'disyorkan' },
	'predict.drift': {
		en: 'The share of customers with the outcome moved from {trainRate} to {testRate} between the two windows, so chances may be off in level though right in order.',
		vi: 'Tỷ lệ khách có kết quả này đổi từ {trainRate} sang {testRate} giữa hai giai đoạn, nên xác suất có thể lệch mức dù đúng thứ tự.',
		ms: 'Bahagian pelanggan dengan hasil itu berubah dari {trainRate} ke {testRate} antara dua tempoh itu, jadi kebarangkalian mungkin tersasar aras walaupun betul susunannya.'
	},
	'predict.calibration': {
		en: 'What was predicted and what happened',
		vi: 'Điều dự đoán và điều xảy ra',
		ms: 'Apa yang diramal dan apa yang berlaku'
	},
	'predict.calibration.summary': {
		en: {
			one: '{n} group of customers by predicted chance, from {low} to {high}, with the share of whom it came true and its 95% interval.',
			other: '{n} groups of customers by predicted chance, from {low} to {high}, with the share of whom it came true and its 95% interval.'
		},
		vi: '{n} nhóm khách theo xác suất dự đoán, từ {low} đến {high}, với tỷ lệ đã thành sự thật và khoảng 95%.',
		ms: '{n} kumpulan pelanggan mengikut kebarangkalian ramalan, dari {low} hingga {high}, dengan bahagian yang menjadi kenyataan dan selang 95%.'
	},
	'predict.gains': {
		en: 'Found by contacting the best first: who {what}',
		vi: 'Tìm được khi liên hệ nhóm tốt nhất trước: ai {what}',
		ms: 'Ditemui dengan menghubungi yang terbaik dahulu: siapa yang {what}'
	},
	'predict.gains.summary': {
		en: 'The best three tenths of the scores hold {share} of them.',
		vi: 'Ba phần mười điểm cao nhất chứa {share} trong số họ.',
		ms: 'Tiga persepuluh skor terbaik mengandungi {share} daripada mereka.'
	},
	'predict.today.summary': {
		en: 'As of {day}: {share} of {n} customers are expected to.',
		vi: 'Tính đến {day}: dự kiến {share} trong {n} khách hàng.',
		ms: 'Setakat {day}: {share} daripada {n} pelanggan dijangka.'
	},
	'predict.predicted': { en: 'Predicted', vi: 'Dự đoán', ms: 'Ramalan' },
	'predict.observed': { en: 'Observed', vi: 'Thực tế', ms: 'Sebenar' },
	'predict.contacted': { en: 'Contacted', vi: 'Liên hệ', ms: 'Dihubungi' },
	'predict.found': { en: 'Found', vi: 'Tìm được', ms: 'Ditemui' },
	'predict.chance': { en: 'Chance', vi: 'Xác suất', ms: 'Kebarangkalian' },
	'predict.customers': { en: 'Customers', vi: 'Khách hàng', ms: 'Pelanggan' },
	'predict.lift': { en: 'Lift, best tenth', vi: 'Lift, phần mười đầu', ms: 'Lift, persepuluh terbaik' },
	'predict.liftOf': { en: 'Lift', vi: 'Lift', ms: 'Lift' },
	'predict.liftLow': { en: 'Lift, lower limit', vi: 'Lift, cận dưới', ms: 'Lift, had bawah' },
	'predict.liftHigh': { en: 'Lift, upper limit', vi: 'Lift, cận trên', ms: 'Lift, had atas' },
	'predict.rate': { en: 'Share with the outcome', vi: 'Tỷ lệ có kết quả', ms: 'Bahagian dengan hasil' },
	'predict.low': { en: 'Lower limit', vi: 'Cận dưới', ms: 'Had bawah' },
	'predict.high': { en: 'Upper limit', vi: 'Cận trên', ms: 'Had atas' },
	'predict.yes': { en: 'yes', vi: 'có', ms: 'ya' },
	'predict.target': { en: 'What is foretold', vi: 'Điều cần dự đoán', ms: 'Apa yang diramal' },
	'predict.target.none': { en: 'choose a column', vi: 'chọn một cột', ms: 'pilih lajur' },
	'predict.target.purchase': { en: 'Buys again', vi: 'Mua lại', ms: 'Membeli lagi' },
	'predict.target.more': { en: 'Spends more than before', vi: 'Chi nhiều hơn trước', ms: 'Berbelanja lebih daripada sebelum' },
	'predict.target.tier': { en: 'Reaches the next value tier', vi: 'Lên bậc giá trị kế tiếp', ms: 'Mencapai peringkat nilai seterusnya' },
	'predict.target.column': { en: '{name} = {value}', vi: '{name} = {value}', ms: '{name} = {value}' },
	'predict.what.purchase': {
		en: 'buys in the next {h}\u00a0days',
		vi: 'mua trong {h}\u00a0ngày tới',
		ms: 'membeli dalam {h}\u00a0hari akan datang'
	},
	'predict.what.more': {
		en: 'spends more in the next {h}\u00a0days than in the last {h}',
		vi: 'chi nhiều hơn trong {h}\u00a0ngày tới so với {h}\u00a0ngày qua',
		ms: 'berbelanja lebih dalam {h}\u00a0hari akan datang daripada {h}\u00a0hari lalu'
	},
	'predict.what.tier': {
		en: 'reaches the next value tier in the next {h}\u00a0days',
		vi: 'lên bậc giá trị kế tiếp trong {h}\u00a0ngày tới',
		ms: 'mencapai peringkat nilai seterusnya dalam {h}\u00a0hari akan datang'
	},
	'predict.what.column': { en: 'has {name} = {value}', vi: 'có {name} = {value}', ms: 'mempunyai {name} = {value}' },
	'predict.finding.beats': {
		en: 'Who {what} can be told: {model} is the simplest method as good as the best (AUC {auc}; {other}: {otherAuc}).',
		vi: 'Có thể đoán ai {what}: {model} là phương pháp đơn giản nhất mà vẫn tốt ngang phương pháp tốt nhất (AUC {auc}; {other}: {otherAuc}).',
		ms: 'Siapa yang {what} boleh diramal: {model} ialah kaedah termudah yang setanding dengan yang terbaik (AUC {auc}; {other}: {otherAuc}).'
	},
	'predict.finding.simple': {
		en: 'Who {what} can be told, and the simple method is as good as any: {model} (AUC {auc}).',
		vi: 'Có thể đoán ai {what}, và phương pháp đơn giản tốt ngang mọi phương pháp khác: {model} (AUC {auc}).',
		ms: 'Siapa yang {what} boleh diramal, dan kaedah mudah setanding dengan yang lain: {model} (AUC {auc}).'
	},
	'predict.finding.noBetterThanChance': {
		en: 'Nothing here tells better than chance who {what}; everyone gets the base rate, {rate}.',
		vi: 'Không có gì đoán được ai {what} tốt hơn ngẫu nhiên; mọi người nhận tỷ lệ nền, {rate}.',
		ms: 'Tiada apa di sini meramal siapa {what} lebih baik daripada kebetulan; semua mendapat kadar asas, {rate}.'
	},
	'predict.used': { en: 'The scores are those of: {model}.', vi: 'Điểm là của: {model}.', ms: 'Skor ini daripada: {model}.' },
	'predict.other': {
		en: 'With all methods tested at all cuts, another is to be preferred: {model}.',
		vi: 'Khi mọi phương pháp đã được kiểm chứng ở mọi lần cắt, nên dùng phương pháp khác: {model}.',
		ms: 'Setelah semua kaedah diuji pada semua potongan, kaedah lain lebih sesuai: {model}.'
	},
	'predict.use': { en: 'Score by {model}', vi: 'Tính điểm bằng {model}', ms: 'Beri skor dengan {model}' },
	'predict.behind': { en: 'Model behind the scores', vi: 'Mô hình của điểm', ms: 'Model di sebalik skor' },
	'predict.auto': { en: 'simplest that is good', vi: 'đơn giản nhất mà tốt', ms: 'termudah yang baik' },
	'predict.group': { en: 'Keep together in the test', vi: 'Giữ cùng nhau khi kiểm chứng', ms: 'Kekalkan bersama dalam ujian' },
	'predict.group.none': { en: 'nothing', vi: 'không có', ms: 'tiada' },
	'predict.auc.earlier': { en: 'ROC AUC, earlier cut', vi: 'ROC AUC, lần cắt trước', ms: 'ROC AUC, potongan awal' },
	'predict.auc.other': { en: 'ROC AUC, other split', vi: 'ROC AUC, lần chia khác', ms: 'ROC AUC, pecahan lain' },
	'predict.prAuc': { en: 'PR AUC (by luck {rate})', vi: 'PR AUC (ngẫu nhiên {rate})', ms: 'PR AUC (secara rawak {rate})' },
	'predict.logLoss': { en: 'Log-loss', vi: 'Log-loss', ms: 'Log-loss' },
	'predict.slope': { en: 'Calibration slope (1 is right)', vi: 'Độ dốc hiệu chuẩn (1 là đúng)', ms: 'Cerun penentukuran (1 tepat)' },
	'predict.card.busy': {
		en: '{done} of {n} methods tested with intervals so far; the others follow while you read.',
		vi: 'Đã kiểm chứng {done} trong {n} phương pháp kèm khoảng tin cậy; các phương pháp khác đang được tính trong khi bạn đọc.',
		ms: '{done} daripada {n} kaedah diuji dengan selang setakat ini; yang lain menyusul semasa anda membaca.'
	},
	'predict.card.done': {
		en: 'All {n} methods tested twice, each time on customers and days they had not seen; figures and 95% intervals are of the last test, the AUC of the first sentence is the mean of both.',
		vi: 'Cả {n} phương pháp đã được kiểm chứng hai lần, mỗi lần trên khách và ngày chưa từng thấy; con số và khoảng 95% là của lần cuối, AUC ở câu đầu là trung bình của cả hai.',
		ms: 'Kesemua {n} kaedah diuji dua kali, setiap kali pada pelanggan dan hari yang belum dilihat; angka dan selang 95% ialah daripada ujian terakhir, AUC dalam ayat pertama ialah purata kedua-duanya.'
	},
	'predict.card.one': {
		en: 'All {n} methods tested once: the history is too short for a second cut, so how the figures vary from time to time is not known.',
		vi: 'Cả {n} phương pháp được kiểm chứng một lần: lịch sử quá ngắn cho lần cắt thứ hai, nên không biết con số thay đổi thế nào theo thời gian.',
		ms: 'Kesemua {n} kaedah diuji sekali: sejarah terlalu pendek untuk potongan kedua, jadi perubahan angka dari semasa ke semasa tidak diketahui.'
	},
	'predict.card.failed': {
		en: 'The other methods could not be tested. What is shown holds.',
		vi: 'Không kiểm chứng được các phương pháp còn lại. Những gì đang hiển thị vẫn đúng.',
		ms: 'Kaedah lain tidak dapat diuji. Apa yang dipaparkan masih sah.'
	},
	'predict.cuts': {
		en: 'Who {what}? Learned from {train} customers as they stood on {trainDay}, {trainRate} of whom did; tested on {test} as they stood on {testDay}, {testRate} of whom did. Today’s scores are learned from the later window.',
		vi: 'Ai {what}? Học từ {train} khách tại {trainDay}, {trainRate} trong số đó đúng như vậy; kiểm chứng trên {test} khách tại {testDay}, {testRate} trong số đó đúng như vậy. Điểm hôm nay học từ giai đoạn sau.',
		ms: 'Siapa {what}? Dipelajari daripada {train} pelanggan seperti pada {trainDay}, {trainRate} daripadanya berbuat demikian; diuji pada {test} seperti pada {testDay}, {testRate} daripadanya berbuat demikian. Skor hari ini dipelajari daripada tempoh kemudian.'
	},
	'predict.splits': {
		en: 'Learned from {train} customers, tested on {test} others, {rate} of whom have the outcome; the same customers are always tested together. Nobody’s score comes from a model that knew their outcome. The file does not say when a column was filled in: what was learned only afterwards must not be among them.',
		vi: 'Học từ {train} khách, kiểm chứng trên {test} khách khác, {rate} trong số đó có kết quả này; luôn cùng những khách ấy được kiểm chứng với nhau. Không điểm của ai đến từ mô hình đã biết kết quả của họ. Tệp không nói cột được ghi khi nào: điều chỉ biết về sau không được nằm trong đó.',
		ms: 'Dipelajari daripada {train} pelanggan, diuji pada {test} yang lain, {rate} daripadanya mempunyai hasil itu; pelanggan yang sama sentiasa diuji bersama. Tiada skor sesiapa datang daripada model yang tahu hasilnya. Fail tidak menyatakan bila lajur diisi: apa yang hanya diketahui kemudian tidak boleh ada di dalamnya.'
	},
	'predict.look': { en: 'Look closer at', vi: 'Xem kỹ', ms: 'Lihat lebih dekat' },
	'predict.whose': { en: 'Customers', vi: 'Khách', ms: 'Pelanggan' },
	'predict.whose.all': { en: 'all', vi: 'tất cả', ms: 'semua' },
	'predict.whose.once': { en: 'bought once', vi: 'mua một lần', ms: 'membeli sekali' },
	'predict.whose.repeat': { en: 'bought more often', vi: 'mua nhiều lần', ms: 'membeli lebih kerap' },
	'predict.calibrator.first': {
		en: 'Chances as the method gives them: there is no earlier test to correct them by.',
		vi: 'Xác suất như phương pháp này đưa ra: không có lần kiểm chứng trước để hiệu chỉnh.',
		ms: 'Kebarangkalian seperti diberi kaedah ini: tiada ujian lebih awal untuk membetulkannya.'
	},
	'predict.calibrator.none': {
		en: 'Chances as the method gives them: in the earlier test no correction did clearly better.',
		vi: 'Xác suất như phương pháp này đưa ra: ở lần kiểm chứng trước không hiệu chỉnh nào tốt hơn rõ rệt.',
		ms: 'Kebarangkalian seperti diberi kaedah ini: dalam ujian lebih awal tiada pembetulan yang jelas lebih baik.'
	},
	'predict.calibrator.platt': {
		en: 'Chances are drawn together or apart by a straight line in log-odds (Platt), learned in the earlier test.',
		vi: 'Xác suất được kéo lại gần hoặc giãn ra theo một đường thẳng trên log-odds (Platt), học ở lần kiểm chứng trước.',
		ms: 'Kebarangkalian dirapatkan atau direnggangkan oleh garis lurus dalam log-odds (Platt), dipelajari dalam ujian lebih awal.'
	},
	'predict.calibrator.isotonic': {
		en: 'Chances are corrected by a rising curve (isotonic), learned in the earlier test.',
		vi: 'Xác suất được hiệu chỉnh bằng một đường luôn tăng (isotonic), học ở lần kiểm chứng trước.',
		ms: 'Kebarangkalian dibetulkan oleh lengkung menaik (isotonik), dipelajari dalam ujian lebih awal.'
	},
	'predict.spread.far': {
		en: 'In this test they lay too far apart: high ones came true less often than they say, low ones more often (slope {slope}).',
		vi: 'Trong lần kiểm chứng này chúng cách nhau quá xa: xác suất cao xảy ra ít hơn nó nói, xác suất thấp xảy ra nhiều hơn (độ dốc {slope}).',
		ms: 'Dalam ujian ini jaraknya terlalu jauh: yang tinggi menjadi kenyataan kurang kerap daripada yang dikatakan, yang rendah lebih kerap (cerun {slope}).'
	},
	'predict.spread.close': {
		en: 'In this test they lay too close together: high ones came true more often than they say, low ones less often (slope {slope}).',
		vi: 'Trong lần kiểm chứng này chúng quá sát nhau: xác suất cao xảy ra nhiều hơn nó nói, xác suất thấp xảy ra ít hơn (độ dốc {slope}).',
		ms: 'Dalam ujian ini jaraknya terlalu dekat: yang tinggi menjadi kenyataan lebih kerap daripada yang dikatakan, yang rendah kurang kerap (cerun {slope}).'
	},
	'predict.season': {
		en: 'Today {share} are expected to, but in the same {h}\u00a0days a year before, from {day}, {rate} of {n} customers did. Where the season moves the level, trust the order of the scores, not their height.',
		vi: 'Hôm nay dự kiến {share}, nhưng trong {h}\u00a0ngày tương ứng của năm trước, từ {day}, điều này xảy ra với {rate} trong {n} khách. Khi mùa vụ làm đổi mức chung, hãy tin thứ tự của điểm chứ không phải độ lớn.',
		ms: 'Hari ini dijangka {share}, tetapi dalam {h}\u00a0hari yang sama setahun sebelumnya, dari {day}, ia berlaku bagi {rate} daripada {n} pelanggan. Apabila musim mengubah aras, percayai susunan skor, bukan tingginya.'
	},
	'predict.unlike': {
		en: 'The scores sort customers, but as chances they come no closer to what happened than the base rate for everyone: use their order.',
		vi: 'Điểm xếp được thứ tự khách, nhưng như xác suất thì không gần thực tế hơn tỷ lệ nền dành cho mọi người: hãy dùng thứ tự của chúng.',
		ms: 'Skor menyusun pelanggan, tetapi sebagai kebarangkalian ia tidak lebih hampir kepada apa yang berlaku daripada kadar asas untuk semua: gunakan susunannya.'
	},
	'predict.budget.title': { en: 'What a budget buys', vi: 'Ngân sách mang lại gì', ms: 'Apa yang dibeli oleh bajet' },
	'predict.budget': { en: 'Customers to contact', vi: 'Số khách sẽ liên hệ', ms: 'Pelanggan untuk dihubungi' },
	'predict.cost': { en: 'Cost per contact', vi: 'Chi phí mỗi lần liên hệ', ms: 'Kos setiap hubungan' },
	'predict.margin': { en: 'Margin per hit', vi: 'Lãi mỗi lần thành công', ms: 'Margin setiap kejayaan' },
	'predict.budget.sentence': {
		en: 'Of the best {n} of {all} customers by {model}, {precision} are hits ({low} – {high}); of anyone, {rate}. That leaves {profit} ({lowProfit} – {highProfit}).',
		vi: 'Trong {n} khách tốt nhất trên {all} theo {model}, {precision} thành công ({low} – {high}); với bất kỳ ai là {rate}. Còn lại {profit} ({lowProfit} – {highProfit}).',
		ms: 'Daripada {n} terbaik antara {all} pelanggan mengikut {model}, {precision} berjaya ({low} – {high}); daripada sesiapa sahaja, {rate}. Itu meninggalkan {profit} ({lowProfit} – {highProfit}).'
	},
	'predict.budget.best': {
		en: { one: 'Most is earned with {n} contact: {profit}.', other: 'Most is earned with {n} contacts: {profit}.' },
		vi: 'Lãi nhiều nhất với {n} lần liên hệ: {profit}.',
		ms: 'Paling banyak diperoleh dengan {n} hubungan: {profit}.'
	},
	'predict.budget.nobody': {
		en: 'At this cost and margin no contact pays.',
		vi: 'Với chi phí và lãi này, không lần liên hệ nào có lời.',
		ms: 'Pada kos dan margin ini tiada hubungan yang menguntungkan.'
	},
	'predict.budget.busy': {
		en: 'This waits for the test of the method.',
		vi: 'Phần này chờ kết quả kiểm chứng của phương pháp đang chọn.',
		ms: 'Bahagian ini menunggu ujian kaedah itu.'
	},
	'predict.budget.mark': { en: 'budget: {n}', vi: 'ngân sách: {n}', ms: 'bajet: {n}' },
	'predict.profit': { en: 'Profit by contacts', vi: 'Lãi theo số lần liên hệ', ms: 'Untung mengikut hubungan' },
	'predict.profit.random': { en: 'at random', vi: 'ngẫu nhiên', ms: 'rawak' },
	'predict.contacts': {
		en: 'Customers contacted, best first',
		vi: 'Số khách liên hệ, tốt nhất trước',
		ms: 'Pelanggan dihubungi, terbaik dahulu'
	},
	'predict.lesson': { en: 'The network as it learned', vi: 'Mạng học như thế nào', ms: 'Rangkaian semasa belajar' },
	'predict.lesson.best': {
		en: 'It told customers held back best after {step} steps (log-loss {loss}); those weights are kept.',
		vi: 'Mạng đoán khách để riêng tốt nhất sau {step} bước (log-loss {loss}); trọng số ấy được giữ.',
		ms: 'Ia meramal pelanggan yang diketepikan paling baik selepas {step} langkah (log-loss {loss}); pemberat itu disimpan.'
	},
	'predict.lesson.enough': { en: 'Stop here and keep the best', vi: 'Dừng và giữ bản tốt nhất', ms: 'Berhenti dan simpan yang terbaik' },
	'predict.lesson.curve': { en: 'Loss while it learns', vi: 'Sai số khi học', ms: 'Ralat semasa belajar' },
	'predict.lesson.step': { en: 'Step', vi: 'Bước', ms: 'Langkah' },
	'predict.lesson.loss': { en: 'what it sees', vi: 'phần được học', ms: 'yang dilihat' },
	'predict.lesson.validation': { en: 'held back', vi: 'phần để riêng', ms: 'diketepikan' },
	'predict.lesson.kept': { en: 'kept', vi: 'được giữ', ms: 'disimpan' },
	'predict.lesson.calibration': {
		en: 'Its chances after {step} steps',
		vi: 'Xác suất sau {step} bước',
		ms: 'Kebarangkaliannya selepas {step} langkah'
	},
	'predict.lesson.calibration.summary': {
		en: 'Predicted and observed shares of the customers held back.',
		vi: 'Tỷ lệ dự đoán và thực tế của khách để riêng.',
		ms: 'Bahagian ramalan dan sebenar bagi pelanggan yang diketepikan.'
	},
	'predict.lesson.choose': {
		en: 'Click the curve to see another moment.',
		vi: 'Bấm vào đường cong để xem thời điểm khác.',
		ms: 'Klik lengkung untuk melihat saat lain.'
	},
	'predict.questioned.used': {
		en: '“{name}” alone foretells very well (AUC {auc}). Was it known before the outcome?',
		vi: 'Chỉ riêng “{name}” đã đoán rất tốt (AUC {auc}). Nó có được biết trước kết quả không?',
		ms: '“{name}” sahaja meramal dengan sangat baik (AUC {auc}). Adakah ia diketahui sebelum hasil?'
	},
	'predict.questioned.left': {
		en: '“{name}” is left out (AUC {auc} alone): what tells so well is often written down after the outcome.',
		vi: '“{name}” bị bỏ ra (riêng nó AUC {auc}): điều đoán tốt đến vậy thường được ghi sau khi có kết quả.',
		ms: '“{name}” diketepikan (AUC {auc} sendirian): apa yang meramal sebegitu baik selalunya dicatat selepas hasil.'
	},
	'predict.questioned.leave': { en: 'Leave it out', vi: 'Bỏ ra', ms: 'Ketepikan' },
	'predict.questioned.use': { en: 'Use it all the same', vi: 'Vẫn dùng', ms: 'Guna juga' },
	'predict.today': {
		en: 'The chance of each: who {what}?',
		vi: 'Xác suất của từng người: ai {what}?',
		ms: 'Kebarangkalian setiap orang: siapa {what}?'
	},
	'predict.today.undated': {
		en: '{share} of {n} customers are expected to.',
		vi: 'Dự kiến {share} trong {n} khách hàng.',
		ms: '{share} daripada {n} pelanggan dijangka.'
	},
	'predict.how': {
		en: 'The past is cut at several days. What was known before a cut learns to tell who bought after it; what was known before the next is tested on who bought then. Nothing from after a cut is seen before it. Chances are corrected by what came true at the earlier cut, but their level is left alone, since it moves with the season. The simplest method within one standard error of the best is recommended. Bought once, bought more often: by days with a purchase before the cut.',
		vi: 'Quá khứ được cắt tại vài ngày. Điều biết trước một lần cắt học cách đoán ai mua sau đó; điều biết trước lần cắt kế tiếp được kiểm chứng với ai đã mua. Không có gì sau lần cắt được nhìn thấy trước nó. Xác suất được hiệu chỉnh theo điều đã xảy ra ở lần cắt trước, nhưng giữ nguyên mức chung vì mức này đổi theo mùa. Phương pháp đơn giản nhất trong phạm vi một sai số chuẩn của phương pháp tốt nhất được đề xuất. Mua một lần, mua nhiều lần: theo số ngày có mua trước lần cắt.',
		ms: 'Masa lalu dipotong pada beberapa hari. Apa yang diketahui sebelum satu potongan belajar meramal siapa membeli selepasnya; apa yang diketahui sebelum potongan seterusnya diuji dengan siapa membeli ketika itu. Tiada apa selepas potongan dilihat sebelumnya. Kebarangkalian dibetulkan mengikut apa yang berlaku pada potongan awal, tetapi arasnya dibiarkan kerana ia berubah mengikut musim. Kaedah termudah dalam satu ralat piawai daripada yang terbaik disyorkan. Membeli sekali, membeli lebih kerap: mengikut hari membeli sebelum potongan.'
	},
	'predict.how.tier': {
		en: 'Tiers are the best fifth of customers by what they had spent in all on the day, the next three tenths, and the rest. Who stands below another tier is asked about; the outcome is to have spent, by the end of the horizon, what that tier began with on the day. So nothing later decides where a tier begins. The methods know how much is still missing, in money and in orders of the customer’s usual value.',
		vi: 'Các bậc là một phần năm khách tốt nhất theo tổng chi tính đến ngày đó, ba phần mười kế tiếp, và phần còn lại. Chỉ hỏi về người đứng dưới một bậc khác; kết quả là đến cuối kỳ đã chi đủ mức mà bậc đó bắt đầu vào ngày ấy. Như vậy không điều gì về sau quyết định một bậc bắt đầu ở đâu. Các phương pháp biết còn thiếu bao nhiêu, tính bằng tiền và bằng số đơn theo giá trị thường của khách.',
		ms: 'Peringkat ialah seperlima pelanggan terbaik mengikut jumlah belanja setakat hari itu, tiga persepuluh seterusnya, dan selebihnya. Yang ditanya ialah mereka di bawah peringkat lain; hasilnya ialah telah berbelanja, menjelang akhir tempoh, setakat mula peringkat itu pada hari tersebut. Jadi tiada apa kemudian yang menentukan di mana peringkat bermula. Kaedah-kaedah tahu berapa lagi yang kurang, dalam wang dan dalam pesanan mengikut nilai biasa pelanggan.'
	},
	'predict.how.column': {
		en: 'Customers are parted in three, always the same way. Methods learn from two thirds and are tested on the other, twice; the simplest within one standard error of the best is recommended. Columns kept together never stand on both sides of the test, which shows how it would go in a month, shop or region that was never seen.',
		vi: 'Khách được chia làm ba phần, luôn theo cùng một cách. Các phương pháp học từ hai phần và được kiểm chứng trên phần còn lại, hai lần; phương pháp đơn giản nhất trong phạm vi một sai số chuẩn của phương pháp tốt nhất được đề xuất. Cột được giữ cùng nhau không bao giờ nằm ở cả hai phía, cho thấy kết quả ở một tháng, cửa hàng hay vùng chưa từng thấy.',
		ms: 'Pelanggan dibahagi tiga, sentiasa dengan cara yang sama. Kaedah belajar daripada dua bahagian dan diuji pada yang satu lagi, dua kali; yang termudah dalam satu ralat piawai daripada yang terbaik disyorkan. Lajur yang dikekalkan bersama tidak berada di kedua-dua pihak ujian, lalu menunjukkan hasil bagi bulan, kedai atau wilayah yang belum pernah dilihat.'
	},
	'predict.formula': {
		en: 'AUC: chance that one with the outcome is ranked above one without. PR AUC: mean precision. Log-loss: mean −ln of the chance given to what happened. Brier: mean squared difference between chance and outcome (Brier 1950); skill: 1 − Brier ÷ that of the base rate. Intervals by 200 bootstrap samples (Efron 1979; before the full test of AUC by DeLong 1988), of shares by Wilson 1927.',
		vi: 'AUC: xác suất một người có kết quả được xếp trên một người không có. PR AUC: độ chính xác trung bình. Log-loss: trung bình −ln của xác suất dành cho điều đã xảy ra. Brier: trung bình bình phương chênh lệch giữa xác suất và kết quả (Brier 1950); điểm kỹ năng: 1 − Brier ÷ Brier của tỷ lệ nền. Khoảng bằng 200 mẫu bootstrap (Efron 1979; trước khi kiểm chứng đầy đủ, của AUC theo DeLong 1988), của tỷ lệ theo Wilson 1927.',
		ms: 'AUC: kebarangkalian seorang dengan hasil diletakkan di atas seorang tanpanya. PR AUC: purata kepersisan. Log-loss: purata −ln kebarangkalian bagi apa yang berlaku. Brier: purata kuasa dua beza antara kebarangkalian dan hasil (Brier 1950); skor kemahiran: 1 − Brier ÷ Brier kadar asas. Selang melalui 200 sampel butstrap (Efron 1979; sebelum ujian penuh, AUC menurut DeLong 1988), bahagian menurut Wilson 1927.'
	}
});
