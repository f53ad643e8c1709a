import { messages } from '../define.js';

export const related = messages({
	'related.block': {
		en: '{n} of {all} features move together ({list}): each is correlated with another of them by {least} or more. They are {share} of all that sets customers apart.',
		vi: '{n} trong {all} đặc trưng biến động cùng nhau ({list}): mỗi đặc trưng tương quan với một đặc trưng khác trong số đó từ {least} trở lên. Chúng chiếm {share} mọi khác biệt giữa các khách hàng.',
		ms: '{n} daripada {all} ciri bergerak seiring ({list}): setiap satunya berkorelasi dengan satu yang lain sekurang-kurangnya {least}. Semuanya merupakan {share} daripada segala yang membezakan pelanggan.'
	},
	'related.hides': {
		en: {
			one: 'Together they outweigh the other {n}, and may hide groups that it tells of.',
			other: 'Together they outweigh the other {n}, and may hide groups that those tell of.'
		},
		vi: 'Cộng lại chúng lấn át {n} đặc trưng còn lại và có thể che khuất những nhóm mà các đặc trưng ấy cho thấy.',
		ms: 'Bersama-sama ia mengatasi {n} yang lain, dan mungkin menyembunyikan kumpulan yang ditunjukkan olehnya.'
	},
	'related.block.do': { en: 'Count them as one', vi: 'Tính như một đặc trưng', ms: 'Kira sebagai satu' },
	'related.block.undo': { en: 'Count each of them', vi: 'Tính từng đặc trưng', ms: 'Kira setiap satu' },
	'related.block.now': {
		en: 'They count as one feature: {now} of all distances, {before} before.',
		vi: 'Chúng được tính như một đặc trưng: {now} mọi khoảng cách, trước đó {before}.',
		ms: 'Semuanya dikira sebagai satu ciri: {now} daripada segala jarak, {before} sebelumnya.'
	},
	'related.alone': {
		en: {
			one: '{n} of {all} features is related to no other beyond chance ({list}). It is {share} of all that sets customers apart, and by itself blurs groups more often than it makes them.',
			other:
				'{n} of {all} features are related to no other beyond chance ({list}). They are {share} of all that sets customers apart, and blur groups more often than they make them.'
		},
		vi: '{n} trong {all} đặc trưng không liên hệ với đặc trưng nào khác hơn mức ngẫu nhiên ({list}). Chúng chiếm {share} mọi khác biệt giữa các khách hàng, và thường làm nhòe các nhóm hơn là tạo ra nhóm.',
		ms: '{n} daripada {all} ciri tidak berkait dengan yang lain melebihi kebetulan ({list}). Semuanya merupakan {share} daripada segala yang membezakan pelanggan, dan lebih kerap mengaburkan kumpulan daripada membentuknya.'
	},
	'related.alone.do': { en: 'Leave out', vi: 'Bỏ ra', ms: 'Ketepikan' },
	'related.alone.undo': { en: 'Count again', vi: 'Tính lại', ms: 'Kira semula' },
	'related.alone.now': {
		en: 'Left out: {now} of all distances, {before} before.',
		vi: 'Đã bỏ ra: {now} mọi khoảng cách, trước đó {before}.',
		ms: 'Diketepikan: {now} daripada segala jarak, {before} sebelumnya.'
	},
	'related.then': {
		en: 'From {now} of all distances to {then}.',
		vi: 'Từ {now} mọi khoảng cách xuống {then}.',
		ms: 'Daripada {now} segala jarak kepada {then}.'
	}
});
