import type { ModelId } from '../../lib/predict/scores.js';
import { messages, type Translations } from '../define.js';

const models = messages({
	'predict.model.baseRate': { en: 'Base rate', vi: 'Tỷ lệ nền', ms: 'Kadar asas' },
	'predict.model.recency': { en: 'Sort by last purchase', vi: 'Xếp theo lần mua cuối', ms: 'Susun ikut pembelian terakhir' },
	'predict.model.frequency': { en: 'Sort by number of purchases', vi: 'Xếp theo số lần mua', ms: 'Susun ikut bilangan pembelian' },
	'predict.model.habit': { en: 'Silent against own habit', vi: 'Im lặng so với nhịp riêng', ms: 'Senyap berbanding tabiat sendiri' },
	'predict.model.single': { en: 'Best single column', vi: 'Cột đơn tốt nhất', ms: 'Lajur tunggal terbaik' },
	'predict.model.rfm': { en: 'Logistic on R, F and M', vi: 'Logistic trên R, F và M', ms: 'Logistik atas R, F dan M' },
	'predict.model.orders': { en: 'Order model (BTYD)', vi: 'Mô hình đơn hàng (BTYD)', ms: 'Model pesanan (BTYD)' },
	'predict.model.logistic': { en: 'Logistic on all columns', vi: 'Logistic trên mọi cột', ms: 'Logistik atas semua lajur' },
	'predict.model.network': { en: 'Small network', vi: 'Mạng nhỏ', ms: 'Rangkaian kecil' },
	'predict.model.trees': { en: 'Boosted trees', vi: 'Cây tăng cường', ms: 'Pokok digalak' }
} satisfies Record<`predict.model.${ModelId}`, Translations>);

export const predict = messages({
	...models,
	'predict.stage.backtest': {
		en: 'Learning and testing on the past',
		vi: 'Đang học và kiểm chứng trên quá khứ',
		ms: 'Belajar dan menguji pada masa lalu'
	},
	'predict.finding.beats': {
		en: 'Who buys in the next {h}\u00a0days can be told: {model} ranks better than sorting by last purchase (AUC {auc} against {recency}).',
		vi: 'Có thể đoán ai mua trong {h}\u00a0ngày tới: {model} xếp hạng tốt hơn xếp theo lần mua cuối (AUC {auc} so với {recency}).',
		ms: 'Siapa yang membeli dalam {h}\u00a0hari akan datang boleh diramal: {model} lebih baik daripada susunan pembelian terakhir (AUC {auc} berbanding {recency}).'
	},
	'predict.finding.simple': {
		en: '{model} is as good as any model here (AUC {auc}): use the simple one.',
		vi: '{model} tốt ngang mọi mô hình ở đây (AUC {auc}): hãy dùng cách đơn giản.',
		ms: '{model} sama baik dengan mana-mana model di sini (AUC {auc}): gunakan yang mudah.'
	},
	'predict.finding.noBetterThanChance': {
		en: 'Nothing here tells who buys in the next {h}\u00a0days better than chance; everyone gets the base rate, {rate}.',
		vi: 'Không có gì đoán được ai mua trong {h}\u00a0ngày tới tốt hơn ngẫu nhiên; mọi người nhận tỷ lệ nền, {rate}.',
		ms: 'Tiada apa di sini meramal siapa membeli dalam {h}\u00a0hari akan datang lebih baik daripada kebetulan; semua mendapat kadar asas, {rate}.'
	},
	'predict.horizon': { en: 'Days ahead', vi: 'Số ngày tới', ms: 'Hari ke hadapan' },
	'predict.table': { en: 'Methods side by side', vi: 'So sánh các cách', ms: 'Kaedah sebelah-menyebelah' },
	'predict.method': { en: 'Method', vi: 'Cách', ms: 'Kaedah' },
	'predict.auc': { en: 'ROC AUC', vi: 'ROC AUC', ms: 'ROC AUC' },
	'predict.interval': { en: '95% interval', vi: 'khoảng 95%', ms: 'selang 95%' },
	'predict.brier': { en: 'Brier', vi: 'Brier', ms: 'Brier' },
	'predict.skill': { en: 'Brier skill', vi: 'Độ khéo Brier', ms: 'Kemahiran Brier' },
	'predict.lift': { en: 'Lift, best tenth', vi: 'Lift, phần mười đầu', ms: 'Lif, persepuluh terbaik' },
	'predict.recommended': { en: 'recommended', vi: 'nên dùng', ms: 'disyorkan' },
	'predict.cuts': {
		en: 'Learned from {train} customers known on {trainDay}, {trainRate} of whom bought in the {h}\u00a0days after it; tested on {test} known on {testDay}, {testRate} of whom bought. Today’s scores are learned from the later window.',
		vi: 'Học từ {train} khách đã biết vào {trainDay}, {trainRate} trong số đó mua trong {h}\u00a0ngày sau; kiểm chứng trên {test} khách đã biết vào {testDay}, {testRate} trong số đó mua. Điểm hôm nay học từ giai đoạn sau.',
		ms: 'Dipelajari daripada {train} pelanggan yang dikenali pada {trainDay}, {trainRate} daripadanya membeli dalam {h}\u00a0hari selepasnya; diuji pada {test} yang dikenali pada {testDay}, {testRate} daripadanya membeli. Skor hari ini dipelajari daripada tempoh kemudian.'
	},
	'predict.drift': {
		en: 'The share of buyers moved from {trainRate} to {testRate} between the two windows, so chances may be off in level though right in order.',
		vi: 'Tỷ lệ người mua đổi từ {trainRate} sang {testRate} giữa hai giai đoạn, nên xác suất có thể lệch mức dù đúng thứ tự.',
		ms: 'Bahagian pembeli berubah dari {trainRate} ke {testRate} antara dua tempoh itu, jadi kebarangkalian mungkin tersasar aras walaupun betul susunannya.'
	},
	'predict.calibration': {
		en: 'What was predicted and what happened',
		vi: 'Điều dự đoán và điều xảy ra',
		ms: 'Apa yang diramal dan apa yang berlaku'
	},
	'predict.calibration.summary': {
		en: 'Ten groups of customers by predicted chance, from {low} to {high}, with the share that bought and its 95% interval.',
		vi: 'Mười nhóm khách theo xác suất dự đoán, từ {low} đến {high}, với tỷ lệ đã mua và khoảng 95%.',
		ms: 'Sepuluh kumpulan pelanggan mengikut kebarangkalian ramalan, dari {low} hingga {high}, dengan bahagian yang membeli dan selang 95%.'
	},
	'predict.gains': {
		en: 'Buyers reached by contacting the best first',
		vi: 'Người mua tiếp cận được khi liên hệ nhóm tốt nhất trước',
		ms: 'Pembeli dicapai dengan menghubungi yang terbaik dahulu'
	},
	'predict.gains.summary': {
		en: 'The best third of the scores holds {share} of the buyers.',
		vi: 'Một phần ba điểm cao nhất chứa {share} số người mua.',
		ms: 'Sepertiga skor terbaik mengandungi {share} daripada pembeli.'
	},
	'predict.today': {
		en: 'Today’s chances of buying within {h}\u00a0days',
		vi: 'Xác suất mua trong {h}\u00a0ngày tới, tính hôm nay',
		ms: 'Kebarangkalian hari ini untuk membeli dalam {h}\u00a0hari'
	},
	'predict.today.summary': {
		en: 'As of {day}: {share} of {n} customers are expected to buy.',
		vi: 'Tính đến {day}: dự kiến {share} trong {n} khách hàng sẽ mua.',
		ms: 'Setakat {day}: {share} daripada {n} pelanggan dijangka membeli.'
	},
	'predict.predicted': { en: 'Predicted', vi: 'Dự đoán', ms: 'Ramalan' },
	'predict.observed': { en: 'Observed', vi: 'Thực tế', ms: 'Diperhati' },
	'predict.contacted': { en: 'Contacted', vi: 'Liên hệ', ms: 'Dihubungi' },
	'predict.found': { en: 'Buyers reached', vi: 'Người mua tiếp cận', ms: 'Pembeli dicapai' },
	'predict.chance': { en: 'Chance', vi: 'Xác suất', ms: 'Kebarangkalian' },
	'predict.customers': { en: 'Customers', vi: 'Khách hàng', ms: 'Pelanggan' },
	'predict.how': {
		en: 'The past is cut twice. What was known before the first cut learns to tell who bought after it; what was known before the second is tested on who bought then. Nothing from after a cut is seen before it. The simplest method within one standard error of the best is recommended.',
		vi: 'Quá khứ được cắt hai lần. Điều biết trước lần cắt đầu học cách đoán ai mua sau đó; điều biết trước lần cắt sau được kiểm chứng với ai đã mua. Không có gì sau lần cắt được nhìn thấy trước nó. Cách đơn giản nhất trong phạm vi một sai số chuẩn của cách tốt nhất được đề xuất.',
		ms: 'Masa lalu dipotong dua kali. Apa yang diketahui sebelum potongan pertama belajar meramal siapa membeli selepasnya; apa yang diketahui sebelum yang kedua diuji dengan siapa membeli ketika itu. Tiada apa selepas potongan dilihat sebelumnya. Kaedah termudah dalam satu ralat piawai daripada yang terbaik disyorkan.'
	},
	'predict.formula': {
		en: 'AUC: chance that a buyer is ranked above a non-buyer. Brier: mean squared difference between chance and outcome (Brier 1950). Intervals of AUC by DeLong 1988, of shares by Wilson 1927.',
		vi: 'AUC: xác suất một người mua được xếp trên một người không mua. Brier: trung bình bình phương chênh lệch giữa xác suất và kết quả (Brier 1950). Khoảng của AUC theo DeLong 1988, của tỷ lệ theo Wilson 1927.',
		ms: 'AUC: kebarangkalian seorang pembeli diletakkan di atas bukan pembeli. Brier: purata kuasa dua beza antara kebarangkalian dan hasil (Brier 1950). Selang AUC menurut DeLong 1988, bahagian menurut Wilson 1927.'
	}
});
