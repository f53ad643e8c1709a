import type { ApartReason, Proof } from '../../lib/table/identities.js';
import { messages, type Translations } from '../define.js';

const by = messages({
	'identities.by.email': { en: 'same e-mail', vi: 'trùng e-mail', ms: 'e-mel sama' },
	'identities.by.phone': { en: 'same phone', vi: 'trùng số điện thoại', ms: 'telefon sama' },
	'identities.by.device': { en: 'same device', vi: 'cùng thiết bị', ms: 'peranti sama' }
} satisfies Record<`identities.by.${Proof}`, Translations>);

const why = messages({
	'identities.why.crowd': {
		en: 'too many ids have it for one person',
		vi: 'quá nhiều mã cùng có nên không thể là một người',
		ms: 'terlalu banyak id memilikinya untuk seorang'
	},
	'identities.why.manyPhones': {
		en: 'this e-mail stands beside more than three phone numbers',
		vi: 'e-mail này đi cùng hơn ba số điện thoại',
		ms: 'e-mel ini muncul bersama lebih tiga nombor telefon'
	},
	'identities.why.severalEmails': {
		en: 'this phone stands with different e-mails: a household or a counter',
		vi: 'số này đi cùng nhiều e-mail khác nhau: số của gia đình hoặc quầy',
		ms: 'nombor ini muncul bersama e-mel berlainan: isi rumah atau kaunter'
	},
	'identities.why.severalUsers': {
		en: 'several users signed in on this device',
		vi: 'nhiều người dùng đã đăng nhập trên thiết bị này',
		ms: 'beberapa pengguna log masuk pada peranti ini'
	}
} satisfies Record<`identities.why.${ApartReason}`, Translations>);

/** Ids that are one person. */
export const identities = messages({
	...by,
	...why,
	'identities.title': { en: 'One person under several ids', vi: 'Một người có nhiều mã', ms: 'Seorang dengan beberapa id' },
	'identities.stage': { en: 'Comparing e-mails and phones', vi: 'Đang so e-mail và số điện thoại', ms: 'Membandingkan e-mel dan telefon' },
	'identities.finding.apart': {
		en: {
			one: '{ids} ids seem to be {n} person, by e-mail, phone or device. They count apart, until you merge them.',
			other: '{ids} ids seem to be {n} people, by e-mail, phone or device. They count apart, until you merge them.'
		},
		vi: '{ids} mã có vẻ là của {n} người, xét theo e-mail, số điện thoại hoặc thiết bị. Chúng được tính riêng cho đến khi bạn gộp.',
		ms: '{ids} id nampaknya milik {n} orang, berdasarkan e-mel, telefon atau peranti. Ia dikira berasingan sehingga anda menggabungkannya.'
	},
	'identities.finding.merged': {
		en: {
			one: '{ids} ids are merged into {n} person, under the id that comes first.',
			other: '{ids} ids are merged into {n} people, each under the id that comes first.'
		},
		vi: '{ids} mã được gộp thành {n} người, mỗi người giữ mã xuất hiện đầu tiên.',
		ms: '{ids} id digabungkan menjadi {n} orang, setiap seorang di bawah id yang muncul dahulu.'
	},
	'identities.choice': { en: 'These ids', vi: 'Các mã này', ms: 'Id ini' },
	'identities.choice.apart': { en: 'count apart', vi: 'tính riêng', ms: 'kira berasingan' },
	'identities.choice.merge': { en: 'merge', vi: 'gộp', ms: 'gabung' },
	'identities.gmailDots': {
		en: 'Ignore dots in Gmail addresses',
		vi: 'Bỏ qua dấu chấm trong địa chỉ Gmail',
		ms: 'Abaikan titik dalam alamat Gmail'
	},
	'identities.download': { en: 'Download the list', vi: 'Tải danh sách', ms: 'Muat turun senarai' },
	'identities.list': {
		en: { one: '{n} person with several ids', other: '{n} people with several ids' },
		vi: '{n} người có nhiều mã',
		ms: '{n} orang dengan beberapa id'
	},
	'identities.apart': {
		en: { one: '{n} shared value that merges nobody', other: '{n} shared values that merge nobody' },
		vi: '{n} giá trị dùng chung không dùng để gộp',
		ms: '{n} nilai dikongsi yang tidak menggabungkan sesiapa'
	},
	'identities.ids': { en: { one: '{n} id', other: '{n} ids' }, vi: '{n} mã', ms: '{n} id' },
	'identities.orders': { en: { one: '{n} order', other: '{n} orders' }, vi: '{n} đơn', ms: '{n} pesanan' },
	'identities.more': { en: { one: 'and {n} more', other: 'and {n} more' }, vi: 'và {n} mã nữa', ms: 'dan {n} lagi' },
	'identities.rest': {
		en: { one: '{n} more is in the list to download.', other: '{n} more are in the list to download.' },
		vi: 'Còn {n} mục trong danh sách tải về.',
		ms: '{n} lagi dalam senarai muat turun.'
	},
	'identities.merged': { en: 'merged', vi: 'đã gộp', ms: 'digabungkan' },
	'identities.couldMerge': { en: 'could be merged', vi: 'có thể gộp', ms: 'boleh digabungkan' },
	'identities.column.id': { en: 'Id', vi: 'Mã', ms: 'Id' },
	'identities.column.into': { en: 'Person', vi: 'Người', ms: 'Orang' },
	'identities.column.what': { en: 'What', vi: 'Kết quả', ms: 'Keputusan' },
	'identities.column.by': { en: 'By', vi: 'Căn cứ', ms: 'Berdasarkan' },
	'identities.column.value': { en: 'Value', vi: 'Giá trị', ms: 'Nilai' },
	'identities.column.orders': { en: 'Orders', vi: 'Số đơn', ms: 'Pesanan' },
	'identities.file': { en: 'people with several ids', vi: 'người có nhiều mã', ms: 'orang dengan beberapa id' },
	'identities.how': {
		en: 'E-mails are compared without capitals and spaces, phone numbers without spaces and dashes, with +84 and +60 like the zero they replace. A phone that stands with two different e-mails, or with more than 20 ids and 1% of all, merges nobody. Empty, masked and placeholder values never do. The choice can be taken back at any time.',
		vi: 'E-mail được so không kể chữ hoa và khoảng trắng, số điện thoại không kể khoảng trắng và gạch nối, +84 và +60 như số 0 ở đầu. Số điện thoại đi cùng hai e-mail khác nhau, hoặc có ở hơn 20 mã và 1% tổng số mã, không gộp ai cả. Ô trống, giá trị bị che hoặc ghi tạm không bao giờ được dùng. Bạn có thể đổi lại lựa chọn bất cứ lúc nào.',
		ms: 'E-mel dibandingkan tanpa huruf besar dan ruang, nombor telefon tanpa ruang dan sempang, dengan +84 dan +60 seperti sifar yang digantikannya. Telefon yang muncul bersama dua e-mel berlainan, atau pada lebih 20 id dan 1% daripada semua, tidak menggabungkan sesiapa. Nilai kosong, bertopeng dan nilai palsu tidak sekali-kali digunakan. Pilihan ini boleh ditarik balik pada bila-bila masa.'
	}
});
