import type { Stage } from '../../lib/value/lifecycle.js';
import type { Method } from '../../lib/value/holdout.js';
import type { Reason } from '../../lib/value/future.js';
import type { Claim } from '../../lib/value/readiness.js';
import type { Tier } from '../../lib/value/tiers.js';
import { messages, type Translations } from '../define.js';

const methods = messages({
	'value.method.repetition': {
		en: 'Everyone repeats the time before',
		vi: 'Ai cũng lặp lại kỳ trước',
		ms: 'Semua mengulangi tempoh sebelumnya'
	},
	'value.method.nbd': { en: 'NBD: nobody leaves', vi: 'NBD: không ai rời đi', ms: 'NBD: tiada yang pergi' },
	'value.method.bgnbd': { en: 'BG/NBD', vi: 'BG/NBD', ms: 'BG/NBD' },
	'value.method.mbgnbd': { en: 'MBG/NBD', vi: 'MBG/NBD', ms: 'MBG/NBD' },
	'value.method.paretonbd': { en: 'Pareto/NBD', vi: 'Pareto/NBD', ms: 'Pareto/NBD' }
} satisfies Record<`value.method.${Method}`, Translations>);

const claims = messages({
	'value.claim.ranking': {
		en: 'Who is worth more than whom',
		vi: 'Khách nào có giá trị hơn khách nào',
		ms: 'Siapa lebih bernilai daripada siapa'
	},
	'value.claim.total': {
		en: 'What all of them will bring in {h}\u00a0months',
		vi: 'Tất cả khách sẽ mang lại bao nhiêu trong {h}\u00a0tháng',
		ms: 'Jumlah nilai semua pelanggan dalam {h}\u00a0bulan'
	},
	'value.claim.person': {
		en: 'What one person will bring in {h}\u00a0months',
		vi: 'Từng khách sẽ mang lại bao nhiêu trong {h}\u00a0tháng',
		ms: 'Nilai seorang pelanggan dalam {h}\u00a0bulan'
	}
}) satisfies Record<`value.claim.${Claim}`, Translations>;

const tiers = messages({
	'value.tier.high': { en: 'High', vi: 'Cao', ms: 'Tinggi' },
	'value.tier.middle': { en: 'Middle', vi: 'Vừa', ms: 'Sederhana' },
	'value.tier.low': { en: 'Low', vi: 'Thấp', ms: 'Rendah' }
} satisfies Record<`value.tier.${Tier}`, Translations>);

const stages = messages({
	'value.stage.prospect': { en: 'Prospect', vi: 'Tiềm năng', ms: 'Bakal pelanggan' },
	'value.stage.new': { en: 'New', vi: 'Mới', ms: 'Baharu' },
	'value.stage.reactivated': { en: 'Won back', vi: 'Quay lại', ms: 'Kembali aktif' },
	'value.stage.loyal': { en: 'Loyal', vi: 'Trung thành', ms: 'Setia' },
	'value.stage.active': { en: 'Active', vi: 'Đang mua', ms: 'Aktif' },
	'value.stage.risk': { en: 'At risk', vi: 'Có nguy cơ rời', ms: 'Berisiko' },
	'value.stage.inactive': { en: 'Inactive', vi: 'Ngừng mua', ms: 'Tidak aktif' },
	'value.stage.churned': { en: 'Left', vi: 'Đã rời', ms: 'Telah pergi' }
} satisfies Record<`value.stage.${Stage}`, Translations>);

const reasons = messages({
	'value.reason.nobodyLeaves': {
		en: '{model} is used: models in which customers leave make these histories no likelier.',
		vi: 'Dùng {model}: các mô hình có khách rời đi không làm lịch sử này dễ xảy ra hơn.',
		ms: '{model} digunakan: model yang membenarkan pelanggan pergi tidak menjadikan sejarah ini lebih berkemungkinan.'
	},
	'value.reason.simplest': {
		en: '{model} is used: it is the simplest in which customers leave, and none that is as likely foretells them better by more than a standard error.',
		vi: 'Dùng {model}: đây là mô hình đơn giản nhất có khách rời đi, và không mô hình nào cũng hợp lý như vậy đoán tốt hơn quá một sai số chuẩn.',
		ms: '{model} digunakan: ia yang termudah yang membenarkan pelanggan pergi, dan tiada yang setara kemungkinannya meramal lebih baik melebihi satu ralat piawai.'
	},
	'value.reason.better': {
		en: '{model} is used: it foretells customers better than the simpler ones by more than a standard error, and makes the histories likelier.',
		vi: 'Dùng {model}: nó đoán từng khách tốt hơn các mô hình đơn giản hơn quá một sai số chuẩn, và làm lịch sử dễ xảy ra hơn.',
		ms: '{model} digunakan: ia meramal pelanggan lebih baik daripada yang lebih mudah melebihi satu ralat piawai, dan menjadikan sejarah lebih berkemungkinan.'
	},
	'value.reason.likeliest': {
		en: '{model} is used: it makes the histories likeliest.',
		vi: 'Dùng {model}: nó làm lịch sử dễ xảy ra nhất.',
		ms: '{model} digunakan: ia menjadikan sejarah paling berkemungkinan.'
	},
	'value.reason.asked': {
		en: '{model} is used, as you chose.',
		vi: 'Dùng {model} theo lựa chọn của bạn.',
		ms: '{model} digunakan, mengikut pilihan anda.'
	}
}) satisfies Record<`value.reason.${Reason}`, Translations>;

export const value = messages({
	...methods,
	...claims,
	...tiers,
	...stages,
	'value.stage': {
		en: 'Learning how customers buy and leave',
		vi: 'Đang học cách khách mua và rời đi',
		ms: 'Mempelajari cara pelanggan membeli dan pergi'
	},
	'value.span.days': { en: { one: '{n}\u00a0day', other: '{n}\u00a0days' }, vi: '{n}\u00a0ngày', ms: '{n}\u00a0hari' },
	'value.span.months': { en: { one: '{n}\u00a0month', other: '{n}\u00a0months' }, vi: '{n}\u00a0tháng', ms: '{n}\u00a0bulan' },
	'value.finding.person': {
		en: '{n}\u00a0customers, {span}: the ranking, the total and a {h}-month value per person are all sound.',
		vi: '{n}\u00a0khách hàng, {span}: thứ hạng, tổng số và giá trị {h}\u00a0tháng của từng người đều đáng tin.',
		ms: '{n}\u00a0pelanggan, {span}: susunan, jumlah dan nilai {h}\u00a0bulan setiap orang semuanya boleh dipercayai.'
	},
	'value.finding.total': {
		en: '{n}\u00a0customers, {span}: the ranking and the {h}-month total are sound, a value per person is not.',
		vi: '{n}\u00a0khách hàng, {span}: thứ hạng và tổng {h}\u00a0tháng đáng tin, giá trị của từng người thì không.',
		ms: '{n}\u00a0pelanggan, {span}: susunan dan jumlah {h}\u00a0bulan boleh dipercayai, nilai setiap orang tidak.'
	},
	'value.finding.ranking': {
		en: '{n}\u00a0customers, {span}: the ranking is sound, a {h}-month total or value per person is not.',
		vi: '{n}\u00a0khách hàng, {span}: thứ hạng đáng tin, tổng {h}\u00a0tháng hay giá trị từng người thì không.',
		ms: '{n}\u00a0pelanggan, {span}: susunan boleh dipercayai, jumlah {h}\u00a0bulan atau nilai setiap orang tidak.'
	},
	'value.finding.none': {
		en: '{n}\u00a0customers, {span}: too little to look ahead. The past below is exact; take what lies ahead as a hint.',
		vi: '{n}\u00a0khách hàng, {span}: quá ít để nhìn về phía trước. Phần quá khứ bên dưới là chính xác; phần tương lai chỉ là gợi ý.',
		ms: '{n}\u00a0pelanggan, {span}: terlalu sedikit untuk melihat ke hadapan. Masa lalu di bawah tepat; masa hadapan hanya petunjuk.'
	},
	'value.finding.past': {
		en: 'Of {n}\u00a0customers, {repeats} came back on another day: what they were worth is below, what they will be worth cannot be told.',
		vi: 'Trong {n}\u00a0khách hàng, {repeats} người quay lại vào ngày khác: giá trị đã mang lại ở bên dưới, giá trị sắp tới thì không thể nói.',
		ms: 'Daripada {n}\u00a0pelanggan, {repeats} kembali pada hari lain: nilai yang lalu ada di bawah, nilai akan datang tidak dapat dinyatakan.'
	},
	'value.before.person': {
		en: '{n}\u00a0customers, {span}: enough for a ranking, a {h}-month total and a {h}-month value per person. Whether they hold is being tested.',
		vi: '{n}\u00a0khách hàng, {span}: đủ để xếp hạng, tính tổng {h}\u00a0tháng và giá trị {h}\u00a0tháng của từng người. Đang kiểm chứng xem có đúng không.',
		ms: '{n}\u00a0pelanggan, {span}: cukup untuk susunan, jumlah {h}\u00a0bulan dan nilai {h}\u00a0bulan setiap orang. Sama ada ia tepat sedang diuji.'
	},
	'value.before.total': {
		en: '{n}\u00a0customers, {span}: enough for a ranking and a {h}-month total, not for a value per person. Whether they hold is being tested.',
		vi: '{n}\u00a0khách hàng, {span}: đủ để xếp hạng và tính tổng {h}\u00a0tháng, chưa đủ cho giá trị từng người. Đang kiểm chứng xem có đúng không.',
		ms: '{n}\u00a0pelanggan, {span}: cukup untuk susunan dan jumlah {h}\u00a0bulan, tidak untuk nilai setiap orang. Sama ada ia tepat sedang diuji.'
	},
	'value.before.ranking': {
		en: '{n}\u00a0customers, {span}: enough for a ranking, not for a {h}-month total or a value per person.',
		vi: '{n}\u00a0khách hàng, {span}: đủ để xếp hạng, chưa đủ cho tổng {h}\u00a0tháng hay giá trị từng người.',
		ms: '{n}\u00a0pelanggan, {span}: cukup untuk susunan, tidak untuk jumlah {h}\u00a0bulan atau nilai setiap orang.'
	},
	'value.before.none': {
		en: '{n}\u00a0customers, {span}: too little to look ahead.',
		vi: '{n}\u00a0khách hàng, {span}: quá ít để nhìn về phía trước.',
		ms: '{n}\u00a0pelanggan, {span}: terlalu sedikit untuk melihat ke hadapan.'
	},
	'value.collect.more': {
		en: '“{claim}” still lacks {list}.',
		vi: '“{claim}” còn thiếu {list}.',
		ms: '“{claim}” masih kekurangan {list}.'
	},
	'value.collect.failed': {
		en: 'There are customers and days enough for “{claim}”, but the days held back did not bear it out: take it as a hint until a later file does.',
		vi: 'Đã đủ khách và đủ ngày cho “{claim}”, nhưng những ngày để riêng không xác nhận điều đó: hãy chỉ xem là gợi ý cho đến khi một tệp mới hơn xác nhận.',
		ms: 'Pelanggan dan hari mencukupi untuk “{claim}”, tetapi hari yang ditahan tidak membuktikannya: anggap sebagai petunjuk sehingga fail kemudian membuktikannya.'
	},
	'value.more.customers': {
		en: { one: '{n} customer', other: '{n} customers' },
		vi: '{n} khách hàng',
		ms: '{n} pelanggan'
	},
	'value.more.repeatBuyers': {
		en: { one: '{n} who came back', other: '{n} who came back' },
		vi: '{n} người quay lại',
		ms: '{n} yang kembali'
	},
	'value.more.days': {
		en: { one: '{n}\u00a0day of history', other: '{n}\u00a0days of history' },
		vi: '{n}\u00a0ngày lịch sử',
		ms: '{n}\u00a0hari sejarah'
	},
	'value.ahead.missed': {
		en: 'On the {days}\u00a0days held back the orders were missed by {off}, which is more than such an interval allows for: season, growth or a change is at work, and may be again.',
		vi: 'Trên {days}\u00a0ngày để riêng, số đơn dự đoán lệch {off}, vượt mức mà một khoảng như vậy cho phép: mùa vụ, tăng trưởng hoặc một thay đổi đang tác động, và có thể còn lặp lại.',
		ms: 'Pada {days}\u00a0hari yang ditahan pesanan tersasar {off}, lebih daripada yang dibenarkan selang begini: ada musim, pertumbuhan atau perubahan, dan mungkin berlaku lagi.'
	},
	'value.regular': {
		en: 'These customers buy by the clock rather than at random (regularity {k}; at random it is 1). The models take purchases as random, so their dates are spread too wide: a customer’s own gap tells the day better.',
		vi: 'Những khách này mua theo nhịp đều chứ không ngẫu nhiên (độ đều {k}; ngẫu nhiên là 1). Các mô hình coi việc mua là ngẫu nhiên, nên ngày dự đoán trải quá rộng: nhịp riêng của khách cho biết ngày đúng hơn.',
		ms: 'Pelanggan ini membeli mengikut jadual, bukan secara rawak (keteraturan {k}; jika rawak ialah 1). Model menganggap pembelian rawak, jadi tarikhnya terlalu tersebar: jarak masa pelanggan sendiri lebih tepat menunjukkan harinya.'
	},
	'value.collect': {
		en: 'To look ahead it takes at least four weeks of orders and ten customers who bought on more than one day, and a hundred customers for a ranking: add older orders or come back with newer ones.',
		vi: 'Muốn nhìn về phía trước cần ít nhất bốn tuần đơn hàng và mười khách đã mua vào hơn một ngày, và một trăm khách để xếp hạng: hãy thêm đơn cũ hơn hoặc quay lại khi có đơn mới.',
		ms: 'Untuk melihat ke hadapan perlu sekurang-kurangnya empat minggu pesanan dan sepuluh pelanggan yang membeli pada lebih daripada satu hari, dan seratus pelanggan untuk susunan: tambah pesanan lama atau kembali dengan yang baharu.'
	},
	'value.readiness': { en: 'What this data supports', vi: 'Dữ liệu này cho phép nói gì', ms: 'Apa yang disokong oleh data ini' },
	'value.question': { en: 'Question', vi: 'Câu hỏi', ms: 'Soalan' },
	'value.answer': { en: 'Answer', vi: 'Trả lời', ms: 'Jawapan' },
	'value.sound': { en: 'sound', vi: 'đáng tin', ms: 'boleh dipercayai' },
	'value.unsound': { en: 'not sound', vi: 'chưa đáng tin', ms: 'belum boleh dipercayai' },
	'value.customers': { en: 'Customers', vi: 'Khách hàng', ms: 'Pelanggan' },
	'value.repeatBuyers': { en: 'Who came back', vi: 'Đã quay lại', ms: 'Yang kembali' },
	'value.history': { en: 'Days of history', vi: 'Số ngày lịch sử', ms: 'Hari sejarah' },
	'value.tested': { en: 'On the days held back', vi: 'Trên những ngày để riêng', ms: 'Pada hari yang ditahan' },
	'value.held': { en: 'holds', vi: 'đúng', ms: 'tepat' },
	'value.failed': { en: 'does not hold', vi: 'không đúng', ms: 'tidak tepat' },
	'value.of': { en: '{has} (needs {needs})', vi: '{has} (cần {needs})', ms: '{has} (perlu {needs})' },
	'value.ahead': {
		en: 'The {h}\u00a0months from {day}',
		vi: '{h}\u00a0tháng kể từ {day}',
		ms: '{h}\u00a0bulan dari {day}'
	},
	'value.expected': { en: 'Expected', vi: 'Kỳ vọng', ms: 'Dijangka' },
	'value.expected.interval': { en: 'Expectation, 95%', vi: 'Kỳ vọng, khoảng 95%', ms: 'Jangkaan, selang 95%' },
	'value.realised': { en: 'What comes, 95%', vi: 'Kết quả thực tế, khoảng 95%', ms: 'Hasil sebenar, selang 95%' },
	'value.orders': { en: 'Orders', vi: 'Đơn hàng', ms: 'Pesanan' },
	'value.today': { en: 'Value today', vi: 'Giá trị quy về hôm nay', ms: 'Nilai hari ini' },
	'value.ahead.money': {
		en: 'Value at a margin of {margin}; what comes a year later is discounted by {discount}.',
		vi: 'Giá trị với biên lợi nhuận {margin}; mỗi năm đến muộn hơn giảm theo mức chiết khấu {discount}.',
		ms: 'Nilai pada margin {margin}; yang datang setahun kemudian didiskaun {discount}.'
	},
	'value.ahead.unnamed': {
		en: 'The file names no currency: amounts are in its own.',
		vi: 'Tệp không nêu loại tiền: các số tiền theo đơn vị của tệp.',
		ms: 'Fail tidak menamakan mata wang: jumlah adalah dalam unit fail itu.'
	},
	'value.ahead.noMoney': {
		en: 'Nobody spent anything on coming back, so orders can be counted and money cannot.',
		vi: 'Không ai chi gì khi quay lại, nên đếm được đơn mà không tính được tiền.',
		ms: 'Tiada sesiapa berbelanja apabila kembali, jadi pesanan boleh dikira tetapi wang tidak.'
	},
	'value.ahead.untoldSpend': {
		en: {
			one: '{n} customer has not come back yet, and a few customers spend so much more than the rest that an order of theirs could cost almost anything: everyone’s mean stands in for it.',
			other:
				'{n} customers have not come back yet, and a few customers spend so much more than the rest that an order of theirs could cost almost anything: everyone’s mean stands in for it.'
		},
		vi: '{n} khách chưa quay lại, và vài khách chi nhiều hơn hẳn những người khác nên một đơn của họ có thể đáng giá gần như bất kỳ mức nào: mức trung bình của mọi người được dùng thay.',
		ms: '{n} pelanggan belum kembali, dan segelintir pelanggan berbelanja jauh lebih banyak daripada yang lain sehingga nilai pesanan mereka boleh jadi hampir apa-apa sahaja: purata semua orang menggantikannya.'
	},
	'value.ahead.withoutSpend': {
		en: {
			one: '{n} customer came back and spent nothing; everyone’s mean stands in for theirs.',
			other: '{n} customers came back and spent nothing; everyone’s mean stands in for theirs.'
		},
		vi: '{n} khách quay lại mà không chi gì; mức trung bình của mọi người được dùng thay.',
		ms: '{n} pelanggan kembali tanpa berbelanja; purata semua digunakan sebagai ganti.'
	},
	'value.ahead.interval': {
		en: 'The first interval is for the expectation: other customers of the same kind would move it that far. The second is for what really comes, with chance in it: hold that one against the books. Neither knows of a market that changes.',
		vi: 'Khoảng thứ nhất dành cho kỳ vọng: những khách cùng loại khác sẽ làm nó xê dịch chừng ấy. Khoảng thứ hai dành cho điều thực sự xảy ra, gồm cả may rủi: hãy so khoảng này với sổ sách. Cả hai đều không biết thị trường sẽ đổi thay.',
		ms: 'Selang pertama untuk jangkaan: pelanggan lain yang sejenis akan mengubahnya sejauh itu. Selang kedua untuk hasil sebenar, termasuk nasib: bandingkan yang ini dengan akaun anda. Kedua-duanya tidak mengambil kira pasaran yang berubah.'
	},
	'value.alive': {
		en: 'Chance of still being a customer, mean',
		vi: 'Xác suất vẫn còn là khách, trung bình',
		ms: 'Kebarangkalian masih pelanggan, purata'
	},
	'value.alive.none': {
		en: 'These orders never show a customer leave, so a chance of still being a customer would say nothing and is not given.',
		vi: 'Các đơn hàng này không cho thấy khách nào rời đi, nên xác suất còn là khách không nói lên điều gì và không được đưa ra.',
		ms: 'Pesanan ini tidak menunjukkan mana-mana pelanggan pergi, jadi kebarangkalian masih pelanggan tidak bermakna dan tidak diberikan.'
	},
	'value.holdout': {
		en: 'The last {days}\u00a0days, held back and foretold',
		vi: '{days}\u00a0ngày cuối, để riêng rồi dự đoán',
		ms: '{days}\u00a0hari terakhir, ditahan dan diramal'
	},
	'value.holdout.text': {
		en: 'Each learned from what {n} customers had done by {day}; they then placed {actual} orders.',
		vi: 'Mỗi mô hình học từ những gì {n} khách đã làm đến {day}; sau đó họ đặt {actual} đơn.',
		ms: 'Setiap satu belajar daripada perbuatan {n} pelanggan sehingga {day}; kemudian mereka membuat {actual} pesanan.'
	},
	'value.holdout.beats': {
		en: 'It foretells customers better than repetition does.',
		vi: 'Mô hình đoán từng khách tốt hơn cách lặp lại.',
		ms: 'Ia meramal pelanggan lebih baik daripada pengulangan.'
	},
	'value.holdout.level': {
		en: 'It foretells customers no better than repetition does: trust the order, not the amounts.',
		vi: 'Mô hình đoán từng khách không tốt hơn cách lặp lại: hãy tin thứ tự, đừng tin con số.',
		ms: 'Ia meramal pelanggan tidak lebih baik daripada pengulangan: percayai susunan, bukan jumlahnya.'
	},
	'value.holdout.shorter': {
		en: 'The history is too short to hold back {h}\u00a0months; half of it was.',
		vi: 'Lịch sử quá ngắn để dành riêng {h}\u00a0tháng; chỉ một nửa lịch sử được để riêng.',
		ms: 'Sejarah terlalu pendek untuk menahan {h}\u00a0bulan; separuh daripadanya ditahan.'
	},
	'value.holdout.none': {
		en: 'Too few customers had come back by the middle of the history to hold anything back, so it is untested.',
		vi: 'Đến giữa lịch sử có quá ít khách quay lại nên không để riêng được phần nào, vì vậy chưa được kiểm chứng.',
		ms: 'Terlalu sedikit pelanggan kembali menjelang pertengahan sejarah untuk menahan apa-apa, jadi ia belum diuji.'
	},
	'value.models': { en: 'Models of orders', vi: 'Các mô hình đơn hàng', ms: 'Model pesanan' },
	'value.model': { en: 'Model of orders', vi: 'Mô hình đơn hàng', ms: 'Model pesanan' },
	'value.likelihood': { en: 'Log-likelihood, whole history', vi: 'Log-likelihood, toàn lịch sử', ms: 'Log-kebolehjadian, seluruh sejarah' },
	'value.likelihood.held': {
		en: 'Log-likelihood, days held back',
		vi: 'Log-likelihood, những ngày để riêng',
		ms: 'Log-kebolehjadian, hari yang ditahan'
	},
	'value.likelihood.note': {
		en: 'A higher log-likelihood is better; differences count, in units of one.',
		vi: 'Log-likelihood càng cao càng tốt; chỉ chênh lệch mới có nghĩa, tính theo đơn vị một.',
		ms: 'Log-kebolehjadian lebih tinggi lebih baik; yang bermakna ialah beza, dalam unit satu.'
	},
	...reasons,
	'value.method': { en: 'Method', vi: 'Phương pháp', ms: 'Kaedah' },
	'value.foretold': { en: 'Orders foretold', vi: 'Số đơn dự đoán', ms: 'Pesanan diramal' },
	'value.off': { en: 'Off by', vi: 'Lệch', ms: 'Tersasar' },
	'value.meanError': {
		en: 'Mean error per customer (orders)',
		vi: 'Sai số trung bình mỗi khách (đơn)',
		ms: 'Ralat purata setiap pelanggan (pesanan)'
	},
	'value.rootMeanSquare': {
		en: 'Root mean square (orders)',
		vi: 'Căn bậc hai sai số bình phương (đơn)',
		ms: 'Punca min kuasa dua (pesanan)'
	},
	'value.chosen': { en: 'used', vi: 'được dùng', ms: 'digunakan' },
	'value.whale': {
		en: 'The best fifth of customers brought {share} of all value',
		vi: 'Một phần năm khách tốt nhất mang lại {share} tổng giá trị',
		ms: 'Seperlima pelanggan terbaik membawa {share} daripada semua nilai'
	},
	'value.whale.summary': {
		en: 'Share of all past value held by the best customers, from the first to the last. Half of it is held by {half} of them.',
		vi: 'Tỷ lệ tổng giá trị đã mang lại thuộc về những khách tốt nhất, từ đầu đến cuối. Một nửa thuộc về {half} số khách.',
		ms: 'Bahagian semua nilai lalu yang dipegang oleh pelanggan terbaik, dari pertama hingga terakhir. Separuh dipegang oleh {half} daripada mereka.'
	},
	'value.whale.x': { en: 'Customers, best first', vi: 'Khách hàng, tốt nhất trước', ms: 'Pelanggan, terbaik dahulu' },
	'value.whale.y': { en: 'Share of past value', vi: 'Tỷ lệ giá trị đã mang lại', ms: 'Bahagian nilai lalu' },
	'value.whale.even': { en: 'all alike', vi: 'đều nhau', ms: 'sama rata' },
	'value.gaps': {
		en: { one: 'Half of those who come back do so within {n}\u00a0day', other: 'Half of those who come back do so within {n}\u00a0days' },
		vi: 'Một nửa số khách quay lại làm vậy trong {n}\u00a0ngày',
		ms: 'Separuh daripada yang kembali berbuat demikian dalam {n}\u00a0hari'
	},
	'value.gaps.few': {
		en: 'Too few came back to tell when',
		vi: 'Quá ít khách quay lại để biết khi nào',
		ms: 'Terlalu sedikit yang kembali untuk mengetahui bila'
	},
	'value.gaps.summary': {
		en: {
			one: 'Share of purchases followed by another, by days since, with {n} gap that is still open counted as such (Kaplan–Meier).',
			other: 'Share of purchases followed by another, by days since, with {n} gaps that are still open counted as such (Kaplan–Meier).'
		},
		vi: 'Tỷ lệ lần mua được tiếp nối bởi lần mua khác theo số ngày, tính cả {n} khoảng còn để ngỏ (Kaplan–Meier).',
		ms: 'Bahagian pembelian yang diikuti pembelian lain mengikut hari, dengan {n} jurang yang masih terbuka dikira begitu (Kaplan–Meier).'
	},
	'value.gaps.x': { en: 'Days since a purchase', vi: 'Số ngày từ một lần mua', ms: 'Hari sejak pembelian' },
	'value.gaps.y': { en: 'Bought again', vi: 'Đã mua lại', ms: 'Membeli lagi' },
	'value.due': { en: 'When the next orders are due', vi: 'Khi nào có đơn tiếp theo', ms: 'Bila pesanan seterusnya dijangka' },
	'value.due.title': {
		en: {
			one: 'Of {all} customers with a date, the next order of {n} is due before {before}',
			other: 'Of {all} customers with a date, the next orders of {n} are due before {before}'
		},
		vi: 'Trong {all} khách có ngày dự kiến, {n} người có đơn tiếp theo trước {before}',
		ms: 'Daripada {all} pelanggan yang bertarikh, pesanan seterusnya {n} orang dijangka sebelum {before}'
	},
	'value.due.none': {
		en: 'No customer is more likely than not to order within {h}\u00a0months, so no date is given.',
		vi: 'Không khách nào có khả năng đặt hàng trong {h}\u00a0tháng cao hơn là không đặt, nên không đưa ra ngày nào.',
		ms: 'Tiada pelanggan yang lebih berkemungkinan memesan dalam {h}\u00a0bulan daripada tidak, jadi tiada tarikh diberikan.'
	},
	'value.due.undated': {
		en: {
			one: '{n} customer gets no date: an order within {h}\u00a0months is less likely than not.',
			other: '{n} customers get no date: an order within {h}\u00a0months is less likely than not.'
		},
		vi: '{n} khách không có ngày: khả năng đặt hàng trong {h}\u00a0tháng thấp hơn là không đặt.',
		ms: '{n} pelanggan tidak diberi tarikh: pesanan dalam {h}\u00a0bulan kurang berkemungkinan daripada tidak.'
	},
	'value.due.leave': {
		en: 'Many of those without a date have probably left. The dates hold for a customer who has not; the days that have passed since the last order are counted.',
		vi: 'Nhiều người không có ngày có lẽ đã rời đi. Ngày đúng cho khách chưa rời đi; những ngày đã trôi qua từ đơn cuối đều được tính.',
		ms: 'Ramai yang tidak bertarikh mungkin telah pergi. Tarikh terpakai bagi pelanggan yang belum pergi; hari yang berlalu sejak pesanan terakhir dikira.'
	},
	'value.due.stay': {
		en: 'The days that have passed since the last order are counted.',
		vi: 'Những ngày đã trôi qua từ đơn cuối đều được tính.',
		ms: 'Hari yang berlalu sejak pesanan terakhir dikira.'
	},
	'value.due.days': { en: '{n}\u00a0days', vi: '{n}\u00a0ngày', ms: '{n}\u00a0hari' },
	'value.due.axis': {
		en: 'Customers by days from {day} to the next order.',
		vi: 'Số khách theo số ngày từ {day} đến đơn tiếp theo.',
		ms: 'Pelanggan mengikut hari dari {day} hingga pesanan seterusnya.'
	},
	'value.due.from': { en: 'From', vi: 'Từ', ms: 'Dari' },
	'value.due.to': { en: 'To', vi: 'Đến', ms: 'Hingga' },
	'value.due.customer': { en: 'Customer', vi: 'Khách hàng', ms: 'Pelanggan' },
	'value.due.last': { en: 'Last order', vi: 'Đơn cuối', ms: 'Pesanan terakhir' },
	'value.due.next': { en: 'Next order, even odds', vi: 'Đơn tiếp theo, 50/50', ms: 'Pesanan seterusnya, 50/50' },
	'value.due.low': { en: '8 in 10 times from', vi: '8 trên 10 lần: từ', ms: '8 daripada 10 kali: dari' },
	'value.due.high': { en: '… to', vi: '… đến', ms: '… hingga' },
	'value.due.chance': { en: 'Any order in {h}\u00a0months', vi: 'Có đơn trong {h}\u00a0tháng', ms: 'Ada pesanan dalam {h}\u00a0bulan' },
	'value.tiers': { en: 'Tiers of value', vi: 'Bậc giá trị', ms: 'Peringkat nilai' },
	'value.tier': { en: 'Tier', vi: 'Bậc', ms: 'Peringkat' },
	'value.past': { en: 'Past value', vi: 'Giá trị đã mang lại', ms: 'Nilai lalu' },
	'value.future': {
		en: 'Value in the next {h}\u00a0months',
		vi: 'Giá trị trong {h}\u00a0tháng tới',
		ms: 'Nilai dalam {h}\u00a0bulan akan datang'
	},
	'value.stages': { en: 'Stages of the lifecycle', vi: 'Giai đoạn vòng đời', ms: 'Fasa kitaran hayat' },
	'value.stageName': { en: 'Stage', vi: 'Giai đoạn', ms: 'Fasa' },
	'value.cutoffs': {
		en: 'In days since the last order. New: one order, up to {half}. Active: up to {most}; loyal from {loyal} orders on. At risk: up to {all}. Inactive: up to {twice}, then left. Won back: up to {half}, after more than {all} without an order.',
		vi: 'Tính theo số ngày từ đơn gần nhất. Mới: một đơn, đến {half}. Đang mua: đến {most}; trung thành từ {loyal} đơn. Có nguy cơ rời: đến {all}. Ngừng mua: đến {twice}, sau đó là đã rời. Quay lại: đến {half}, sau hơn {all} ngày không mua.',
		ms: 'Dalam hari sejak pesanan terakhir. Baharu: satu pesanan, sehingga {half}. Aktif: sehingga {most}; setia mulai {loyal} pesanan. Berisiko: sehingga {all}. Tidak aktif: sehingga {twice}, kemudian telah pergi. Kembali aktif: sehingga {half}, selepas lebih {all} hari tanpa pesanan.'
	},
	'value.cutoffs.usual': {
		en: 'Fewer than 30 purchases were followed by another, so the days are customary ones.',
		vi: 'Chưa đến 30 lần mua có lần mua tiếp theo, nên số ngày là mức thông dụng.',
		ms: 'Kurang daripada 30 pembelian diikuti pembelian lain, jadi bilangan hari ialah yang lazim.'
	},
	'value.cohorts.month': {
		en: 'Share who bought again, by months after the first order',
		vi: 'Tỷ lệ mua lại theo số tháng sau đơn đầu tiên',
		ms: 'Bahagian yang membeli lagi, mengikut bulan selepas pesanan pertama'
	},
	'value.cohorts.quarter': {
		en: 'Share who bought again, by quarters after the first order',
		vi: 'Tỷ lệ mua lại theo số quý sau đơn đầu tiên',
		ms: 'Bahagian yang membeli lagi, mengikut suku tahun selepas pesanan pertama'
	},
	'value.cohorts.note': {
		en: '{share} of customers bought on more than one day. A period that is not over is left out.',
		vi: '{share} khách đã mua vào hơn một ngày. Kỳ chưa kết thúc không được tính.',
		ms: '{share} pelanggan membeli pada lebih daripada satu hari. Tempoh yang belum tamat tidak dikira.'
	},
	'value.cohort': { en: 'First order from', vi: 'Đơn đầu tiên từ', ms: 'Pesanan pertama dari' },
	'value.average': { en: 'All', vi: 'Tất cả', ms: 'Semua' },
	'value.horizon': { en: 'Months ahead', vi: 'Số tháng tới', ms: 'Bulan ke hadapan' },
	'value.margin': { en: 'Margin', vi: 'Biên lợi nhuận', ms: 'Margin' },
	'value.discount': { en: 'Discount a year', vi: 'Chiết khấu mỗi năm', ms: 'Diskaun setahun' },
	'value.how': {
		en: 'Each customer is taken to buy at a rate of their own and to leave with a chance of their own. The likeliest spread of both is learned from when everyone bought, tried on the last part of the history, and carried ahead month by month. Spend per order is drawn from a customer’s own mean and everyone’s.',
		vi: 'Mỗi khách được xem là mua theo nhịp riêng và rời đi với xác suất riêng. Phân bố hợp lý nhất của cả hai được học từ thời điểm mọi người mua, thử trên phần cuối lịch sử rồi tính tới từng tháng. Mức chi mỗi đơn kết hợp trung bình của chính khách với trung bình của mọi người.',
		ms: 'Setiap pelanggan dianggap membeli pada kadar sendiri dan pergi dengan kebarangkalian sendiri. Taburan yang paling berkemungkinan bagi kedua-duanya dipelajari daripada masa semua orang membeli, diuji pada bahagian akhir sejarah, dan dibawa ke hadapan bulan demi bulan. Perbelanjaan setiap pesanan menggabungkan purata sendiri dengan purata semua.'
	},
	'value.formula': {
		en: 'Value = Σ over months (E[X(t)] − E[X(t−1)]) × E[spend] × margin ÷ (1 + discount)^(t/12), a month being 365.25/12 days. BG/NBD: Fader, Hardie & Lee 2005; MBG/NBD: Batislam et al. 2007; Pareto/NBD: Schmittlein et al. 1987; spend: gamma-gamma, Fader & Hardie 2013; intervals: 60 resamples (Efron 1979), a future drawn from each for what comes.',
		vi: 'Giá trị = Σ theo tháng (E[X(t)] − E[X(t−1)]) × E[mức chi] × biên lợi nhuận ÷ (1 + chiết khấu)^(t/12), một tháng là 365,25/12 ngày. BG/NBD: Fader, Hardie & Lee 2005; MBG/NBD: Batislam và cộng sự 2007; Pareto/NBD: Schmittlein và cộng sự 1987; mức chi: gamma-gamma, Fader & Hardie 2013; khoảng: 60 lần lấy mẫu lại (Efron 1979), mỗi lần rút một tương lai cho điều sẽ đến.',
		ms: 'Nilai = Σ mengikut bulan (E[X(t)] − E[X(t−1)]) × E[perbelanjaan] × margin ÷ (1 + diskaun)^(t/12), sebulan ialah 365.25/12 hari. BG/NBD: Fader, Hardie & Lee 2005; MBG/NBD: Batislam et al. 2007; Pareto/NBD: Schmittlein et al. 1987; perbelanjaan: gamma-gamma, Fader & Hardie 2013; selang: 60 persampelan semula (Efron 1979), satu masa depan diambil daripada setiap satu bagi yang akan datang.'
	}
});
