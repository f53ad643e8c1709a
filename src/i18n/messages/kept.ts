import { messages } from '../define.js';

export const kept = messages({
	'kept.keep': { en: 'Keep for new customers', vi: 'Giữ cho khách mới', ms: 'Simpan untuk pelanggan baharu' },
	'kept.learn': { en: 'Learn anew', vi: 'Học lại từ đầu', ms: 'Belajar semula' },
	'kept.from': {
		en: 'Kept in this notebook, as learned on {n} customers as of {day}: whoever is in the file now is placed by it, and nothing is learned.',
		vi: 'Được giữ trong sổ này, đã học từ {n} khách tính đến {day}: ai có trong tệp lúc này đều được xếp theo đó, không học gì thêm.',
		ms: 'Disimpan dalam buku nota ini, seperti dipelajari daripada {n} pelanggan setakat {day}: sesiapa dalam fail sekarang ditempatkan mengikutnya, dan tiada apa yang dipelajari.'
	},
	'kept.from.undated': {
		en: 'Kept in this notebook, as learned on {n} customers: whoever is in the file now is placed by it, and nothing is learned.',
		vi: 'Được giữ trong sổ này, đã học từ {n} khách: ai có trong tệp lúc này đều được xếp theo đó, không học gì thêm.',
		ms: 'Disimpan dalam buku nota ini, seperti dipelajari daripada {n} pelanggan: sesiapa dalam fail sekarang ditempatkan mengikutnya, dan tiada apa yang dipelajari.'
	},
	'kept.strength': {
		en: 'Mean strength of membership {now}, and {then} where it was learned: much less means that customers have changed.',
		vi: 'Độ chắc chắn trung bình {now}, lúc học là {then}: thấp hơn nhiều nghĩa là khách hàng đã thay đổi.',
		ms: 'Purata kekuatan keahlian {now}, dan {then} semasa dipelajari: jauh lebih rendah bermakna pelanggan telah berubah.'
	},
	'kept.rebuilt': {
		en: 'It rebuilds {now} of what their features say, and {then} of those it was learned on: much less means that customers have changed.',
		vi: 'Nó tái tạo {now} điều các đặc trưng của họ nói lên, lúc học là {then}: thấp hơn nhiều nghĩa là khách hàng đã thay đổi.',
		ms: 'Ia membina semula {now} daripada apa yang dinyatakan oleh ciri mereka, dan {then} semasa dipelajari: jauh lebih rendah bermakna pelanggan telah berubah.'
	},
	'kept.what': {
		en: 'Then the segments stay as they are when the file grows or is another one, also in the saved notebook. It holds no customer, but values that occur in each feature.',
		vi: 'Khi đó các nhóm giữ nguyên dù tệp dài thêm hay là tệp khác, kể cả trong sổ được lưu. Sổ không chứa khách nào, nhưng có các giá trị xuất hiện trong từng đặc trưng.',
		ms: 'Kemudian segmen kekal walaupun fail bertambah atau berlainan, juga dalam buku nota yang disimpan. Ia tidak mengandungi pelanggan, tetapi nilai yang wujud dalam setiap ciri.'
	},
	'kept.what.examples': {
		en: 'Then the segments stay as they are when the file grows or is another one, also in the saved notebook. By this method it holds the features of up to 4,000 customers, without their ids: give it only to whom you would give these.',
		vi: 'Khi đó các nhóm giữ nguyên dù tệp dài thêm hay là tệp khác, kể cả trong sổ được lưu. Với phương pháp này sổ chứa đặc trưng của tối đa 4.000 khách, không kèm mã: chỉ đưa cho người được phép xem chúng.',
		ms: 'Kemudian segmen kekal walaupun fail bertambah atau berlainan, juga dalam buku nota yang disimpan. Dengan kaedah ini ia mengandungi ciri sehingga 4,000 pelanggan, tanpa id: berikan hanya kepada yang boleh melihatnya.'
	},
	'kept.what.embedding': {
		en: 'Then the embedding stays as it is when the file grows or is another one, also in the saved notebook. It holds no customer, but values that occur in each feature.',
		vi: 'Khi đó vectơ nhúng giữ nguyên dù tệp dài thêm hay là tệp khác, kể cả trong sổ được lưu. Sổ không chứa khách nào, nhưng có các giá trị xuất hiện trong từng đặc trưng.',
		ms: 'Kemudian benaman kekal walaupun fail bertambah atau berlainan, juga dalam buku nota yang disimpan. Ia tidak mengandungi pelanggan, tetapi nilai yang wujud dalam setiap ciri.'
	}
});
