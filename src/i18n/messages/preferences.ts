import type { PreferenceGroup, PreferenceId, SharedOf } from '../../lib/features/customers.js';
import { messages, type Translations } from '../define.js';

const names = messages({
	'preferences.name.favouriteCategory': {
		en: 'Share of the favourite category',
		vi: 'Tỷ lệ nhóm hàng ưa thích',
		ms: 'Bahagian kategori kegemaran'
	},
	'preferences.name.categoryVariety': { en: 'Variety of categories', vi: 'Độ đa dạng nhóm hàng', ms: 'Kepelbagaian kategori' },
	'preferences.name.categoryShares': { en: 'Shares of categories', vi: 'Tỷ lệ từng nhóm hàng', ms: 'Bahagian setiap kategori' },
	'preferences.name.mainChannel': { en: 'Share of the main channel', vi: 'Tỷ lệ kênh chính', ms: 'Bahagian saluran utama' },
	'preferences.name.channelVariety': { en: 'Variety of channels', vi: 'Độ đa dạng kênh', ms: 'Kepelbagaian saluran' },
	'preferences.name.channelShares': { en: 'Shares of channels', vi: 'Tỷ lệ từng kênh', ms: 'Bahagian setiap saluran' },
	'preferences.name.discounted': { en: 'Share of orders at a discount', vi: 'Tỷ lệ đơn được giảm giá', ms: 'Bahagian pesanan berdiskaun' }
} satisfies Record<`preferences.name.${PreferenceId}`, Translations>);

const most = messages({
	'preferences.most.category': { en: 'Category bought most', vi: 'Nhóm hàng mua nhiều nhất', ms: 'Kategori paling kerap dibeli' },
	'preferences.most.channel': { en: 'Channel used most', vi: 'Kênh dùng nhiều nhất', ms: 'Saluran paling kerap digunakan' }
} satisfies Record<`preferences.most.${SharedOf}`, Translations>);

const definitions = messages({
	'preferences.about.favouriteCategory': {
		en: 'Largest of the shares of categories; with few purchases it stays near everyone’s.',
		vi: 'Tỷ lệ lớn nhất trong các nhóm hàng; khi ít lần mua, nó gần với mức chung.',
		ms: 'Yang terbesar antara bahagian kategori; dengan sedikit belian ia hampir dengan semua orang.'
	},
	'preferences.about.categoryVariety': {
		en: 'As many categories bought equally often are as varied.',
		vi: 'Tương đương với bấy nhiêu nhóm hàng được mua đều nhau.',
		ms: 'Sama pelbagainya dengan sebanyak ini kategori yang dibeli sama kerap.'
	},
	'preferences.about.categoryShares': {
		en: 'Share of purchases in it, drawn to everyone’s as if five purchases were theirs.',
		vi: 'Tỷ lệ lần mua thuộc nhóm này, được kéo về mức chung như thể thêm năm lần mua theo mức chung.',
		ms: 'Bahagian belian dalamnya, ditarik ke arah semua orang seolah-olah lima belian milik mereka.'
	},
	'preferences.about.mainChannel': {
		en: 'Largest of the shares of channels.',
		vi: 'Tỷ lệ lớn nhất trong các kênh.',
		ms: 'Yang terbesar antara bahagian saluran.'
	},
	'preferences.about.channelVariety': {
		en: 'As many channels used equally often are as varied.',
		vi: 'Tương đương với bấy nhiêu kênh được dùng đều nhau.',
		ms: 'Sama pelbagainya dengan sebanyak ini saluran yang digunakan sama kerap.'
	},
	'preferences.about.channelShares': {
		en: 'Orders placed through it divided by all orders that name a channel.',
		vi: 'Số đơn đặt qua kênh này chia cho số đơn có ghi kênh.',
		ms: 'Pesanan melaluinya dibahagi semua pesanan yang menamakan saluran.'
	},
	'preferences.about.discounted': {
		en: 'Orders with a discount on a line, or a code, divided by all orders.',
		vi: 'Số đơn có dòng được giảm giá hoặc có mã giảm giá chia cho tổng số đơn.',
		ms: 'Pesanan dengan diskaun pada satu baris, atau kod, dibahagi semua pesanan.'
	}
} satisfies Record<`preferences.about.${PreferenceId}`, Translations>);

const groups = messages({
	'preferences.group.category': { en: 'Categories', vi: 'Nhóm hàng', ms: 'Kategori' },
	'preferences.group.channel': { en: 'Channels', vi: 'Kênh bán', ms: 'Saluran' },
	'preferences.group.discount': { en: 'Discounts', vi: 'Giảm giá', ms: 'Diskaun' }
} satisfies Record<`preferences.group.${PreferenceGroup}`, Translations>);

const shares = messages({
	'preferences.share.category': { en: 'Share of {value}', vi: 'Tỷ lệ {value}', ms: 'Bahagian {value}' },
	'preferences.share.channel': { en: 'Share through {value}', vi: 'Tỷ lệ qua {value}', ms: 'Bahagian melalui {value}' }
});

/** What orders tell of taste, where they name categories, channels or discounts. */
export const preferences = messages({ ...names, ...most, ...definitions, ...groups, ...shares });
