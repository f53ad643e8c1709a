import { decimalMark, parseNumber } from './number.js';
import { fold } from './fold.js';
import type { Role, Roles } from './orders.js';
import { dateOrder, parseTime } from './time.js';

/** Words that name a role in headers of exports, in English, Vietnamese and Malay; the best first. Written as `fold` writes them. */
const words: Record<Role, readonly string[]> = {
	customer: [
		'customerid',
		'customer',
		'custid',
		'clientid',
		'userid',
		'buyerusername',
		'usernamebuyer',
		'buyerid',
		'memberid',
		'customeremail',
		'buyeremail',
		'email',
		'emailaddress',
		'client',
		'buyer',
		'username',
		'customername',
		'phone',
		'phonenumber',
		'makhachhang',
		'khachhang',
		'nguoimua',
		'sodienthoai',
		'idpelanggan',
		'pelanggan',
		'pembeli',
		'emel',
		'contactid',
		'profileid',
		'customernumber',
		'custno',
		'makh',
		'tenkhachhang',
		'namapelanggan',
		'nomborpelanggan',
		'nombortelefon',
		'notelefon'
	],
	order: [
		'invoiceno',
		'invoice',
		'orderid',
		'ordernumber',
		'orderno',
		'order',
		'transactionid',
		'invoiceid',
		'receiptno',
		'madonhang',
		'sohoadon',
		'mahoadon',
		'donhang',
		'idpesanan',
		'nombororesit',
		'noinvois',
		'pesanan',
		'mahd',
		'sochungtu',
		'madon',
		'madh',
		'sodonhang',
		'nopesanan',
		'nomborpesanan',
		'noresit'
	],
	time: [
		'invoicedate',
		'orderdate',
		'ordercreationdate',
		'createdat',
		'createdtime',
		'createdutc',
		'created',
		'purchasedate',
		'transactiondate',
		'paidat',
		'datetime',
		'timestamp',
		'date',
		'time',
		'ngaydathang',
		'ngaymua',
		'ngay',
		'thoigian',
		'tarikhpesanan',
		'tarikh',
		'masa',
		'eventtimestamp',
		'saledate',
		'ngaytao',
		'ngayban',
		'ngaygiaodich',
		'thoigianban',
		'tarikhbelian',
		'tarikhtransaksi'
	],
	quantity: ['quantity', 'qty', 'lineitemquantity', 'units', 'itemssold', 'soluong', 'kuantiti', 'bilangan'],
	price: ['unitprice', 'price', 'lineitemprice', 'dealprice', 'itemprice', 'dongia', 'gia', 'giauudai', 'giaban', 'hargaseunit', 'harga'],
	amount: [
		'amount',
		'total',
		'orderamount',
		'ordertotal',
		'totalamount',
		'revenue',
		'sales',
		'netsales',
		'grandtotal',
		'lineamount',
		'spend',
		'value',
		'thanhtien',
		'tongtien',
		'doanhthu',
		'jumlah',
		'amaun',
		'hasil',
		'paidprice',
		'netamount',
		'totalprice',
		'totalspent',
		'khachcantra',
		'khachdatra',
		'tongtienhang',
		'tongcong',
		'sotien',
		'tongthanhtoan',
		'giatridonhang',
		'jumlahbayaran',
		'jumlahharga'
	],
	product: [
		'stockcode',
		'sku',
		'skuid',
		'productid',
		'productcode',
		'lineitemsku',
		'itemid',
		'product',
		'productname',
		'item',
		'masanpham',
		'sanpham',
		'tensanpham',
		'kodproduk',
		'produk',
		'mahang',
		'tenhang',
		'kodbarang'
	],
	description: ['description', 'productname', 'lineitemname', 'itemname', 'mota', 'tensanpham', 'keterangan', 'namaproduk'],
	country: ['country', 'billingcountry', 'shippingcountry', 'countryregion', 'quocgia', 'nuoc', 'negara'],
	status: ['orderstatus', 'status', 'financialstatus', 'trangthaidonhang', 'trangthai', 'tinhtrang', 'statuspesanan'],
	currency: ['currency', 'currencycode', 'tiente', 'loaitien', 'donvitiente', 'matawang'],
	refund: [
		'refundedamount',
		'amountrefunded',
		'refundamount',
		'orderrefundamount',
		'refund',
		'refunds',
		'tienhoan',
		'hoantien',
		'bayaranbalik'
	],
	category: [
		'category',
		'productcategory',
		'itemcategory',
		'producttype',
		'department',
		'danhmuc',
		'nhomhang',
		'loaihang',
		'nganhhang',
		'loaisanpham',
		'kategori',
		'kategoriproduk',
		'jenisproduk'
	],
	channel: [
		'saleschannel',
		'channel',
		'orderchannel',
		'ordersource',
		'source',
		'trafficsource',
		'utmsource',
		'platform',
		'kenhban',
		'kenhbanhang',
		'kenh',
		'nguondon',
		'nguondonhang',
		'saluran',
		'saluranjualan'
	],
	discount: [
		'discount',
		'discountamount',
		'discounts',
		'totaldiscount',
		'discountcode',
		'coupon',
		'voucher',
		'couponcode',
		'giamgia',
		'chietkhau',
		'khuyenmai',
		'magiamgia',
		'diskaun',
		'baucar'
	]
};
/** Roles whose words stand within longer headers of another meaning, such as `Payment source type`. */
const whole: ReadonlySet<Role> = new Set(['channel']);
/** Headers of money, which name discounts as what they are before or after. */
const money = /price|total(?!discount)|amountafter|after|before|harga|thanhtien|sau|truoc/;

interface Content {
	readonly filled: number;
	readonly times: number;
	readonly numbers: number;
}

function look(cells: readonly string[]): Content {
	const filled = cells.filter((cell) => cell.trim() !== '');
	const { order } = dateOrder(filled);
	const mark = decimalMark(filled);
	const share = (test: (cell: string) => boolean) => (filled.length === 0 ? 0 : filled.filter(test).length / filled.length);
	return {
		filled: cells.length === 0 ? 0 : filled.length / cells.length,
		times: share((cell) => !Number.isNaN(parseTime(cell, order)) && !/^\d{1,7}$/.test(cell)),
		numbers: share((cell) => !Number.isNaN(parseNumber(cell, mark)))
	};
}

/** Whether the cells of a column can play a role at all. */
function fits(role: Role, { filled, times, numbers }: Content): boolean {
	if (filled === 0) return false;
	if (role === 'time') return times >= 0.6;
	if (role === 'quantity' || role === 'price' || role === 'amount' || role === 'refund') return numbers >= 0.8 && times < 0.8;
	if (role === 'customer' || role === 'order') return times < 0.8;
	return true;
}

/**
 * Guesses which column plays which role from its header and its first cells. Headers decide between columns; cells can only
 * rule one out, except that a file's only column of dates is its time.
 */
export function guessRoles(columns: readonly string[], rows: readonly (readonly string[])[], header: boolean): Roles {
	const contents = columns.map((_, j) => look(rows.map((row) => row[j] ?? '')));
	const roles: Roles = {};
	const taken = new Set<number>();
	if (header) {
		const names = columns.map(fold);
		const claims: { role: Role; column: number; rank: number }[] = [];
		for (const [role, list] of Object.entries(words) as [Role, readonly string[]][]) {
			names.forEach((name, column) => {
				const exact = list.indexOf(name);
				const within =
					whole.has(role) || (role === 'discount' && money.test(name))
						? -1
						: list.findIndex((word) => word.length >= 5 && name.includes(word));
				const rank = exact >= 0 ? exact : 100 + within;
				if (rank !== 99 && fits(role, contents[column]!)) claims.push({ role, column, rank });
			});
		}
		for (const { role, column } of claims.sort((a, b) => a.rank - b.rank || a.column - b.column)) {
			if (roles[role] !== undefined || taken.has(column)) continue;
			roles[role] = column;
			taken.add(column);
		}
	}
	if (roles.time === undefined) {
		const dates = contents.flatMap(({ times }, column) => (times >= 0.9 && !taken.has(column) ? [column] : []));
		if (dates.length === 1) roles.time = dates[0]!;
	}
	if (roles.quantity !== undefined && roles.price === undefined && roles.amount === undefined) delete roles.quantity;
	return roles;
}
