import type { PeopleColumn } from '../table/people.js';
import { fold } from '../table/fold.js';

/** Headers of columns that name, reach or locate one person, in English, Vietnamese and Malay; written as `fold` writes them. */
const names = [
	...[
		'name',
		'fullname',
		'firstname',
		'lastname',
		'middlename',
		'givenname',
		'familyname',
		'surname',
		'forename',
		'nickname',
		'maidenname'
	],
	...['username', 'displayname', 'screenname', 'twitter', 'facebook', 'instagram', 'zalo', 'linkedin', 'whatsapp', 'telegram'],
	...['hoten', 'hovaten', 'hovatendem', 'hodem', 'ten', 'tenkhachhang', 'tenkh', 'tendaydu', 'tennguoimua', 'tennguoinhan', 'tendangnhap'],
	...['nama', 'namapenuh', 'namapertama', 'namaakhir', 'namakeluarga', 'namapelanggan', 'namapembeli', 'namapenerima', 'namapengguna']
];
const contacts = [
	...['email', 'emailaddress', 'emailid', 'mail', 'thudientu', 'diachiemail', 'emel', 'alamatemel', 'alamatemail'],
	...[
		'phone',
		'phoneno',
		'phonenumber',
		'telephone',
		'tel',
		'telno',
		'mobile',
		'mobileno',
		'mobilenumber',
		'mobilephone',
		'cellphone',
		'fax'
	],
	...['dienthoai', 'sodienthoai', 'sdt', 'didong', 'sodidong', 'dtdd'],
	...['telefon', 'notelefon', 'nombortelefon', 'notel', 'nohp', 'telefonbimbit', 'nomborbimbit']
];
const places = [
	...[
		'address',
		'addressline',
		'streetaddress',
		'postaladdress',
		'street',
		'streetname',
		'housenumber',
		'ipaddress',
		'ip',
		'latitude',
		'longitude'
	],
	...['zip', 'zipcode', 'postcode', 'postalcode', 'lat', 'lng', 'lon', 'latlong'],
	...[
		'diachi',
		'sonha',
		'tenduong',
		'diachigiaohang',
		'diachinhanhang',
		'mabuuchinh',
		'mabuudien',
		'alamat',
		'poskod',
		'namajalan',
		'nomborrumah'
	]
];
const papers = [
	...['ssn', 'nationalid', 'passport', 'passportno', 'passportnumber', 'taxid', 'iban', 'bankaccount', 'accountnumber', 'cardnumber'],
	...[
		'cccd',
		'socccd',
		'cmnd',
		'socmnd',
		'hochieu',
		'sohochieu',
		'masothue',
		'sotaikhoan',
		'nokp',
		'noic',
		'mykad',
		'nokadpengenalan',
		'nopasport',
		'noakaun'
	]
];
const named = new Set([...names, ...contacts, ...places, ...papers]);
/** Columns of numbers are counts under most of these headers; large numbers under the others are not. */
const numbered = new Set([...contacts.filter((name) => !/mail|emel|thudientu/.test(name)), ...papers]);
const located = new Set(places);
/** Whose it is, or of what kind: words before and after those above. */
const before =
	/^(customer|client|buyer|member|user|contact|person|subscriber|guest|patient|recipient|billing|shipping|delivery|default|address|home|work|primary|secondary)s?/;
const after = /\d+$|(cuakhachhang|khachhang|nguoimua|pelanggan|pembeli)$/;

const email = /^[^\s@]+@[^\s@]+\.[^\s@]{2,}$/;
const phone = /^(?=(?:\D*\d){9,15}\D*$)(\+|\(|0|\d{3}[-. ]\d{3}[-. ])[\d\s().-]+$/;
const family =
	/^(nguyễn|nguyen|trần|tran|lê|phạm|pham|hoàng|huỳnh|huynh|phan|vũ|võ|đặng|dang|bùi|bui|đỗ|ngô|dương|đinh|trịnh|mr|mrs|ms|dr|encik|puan|cik|ông|bà|anh|chị)\.?\s+\p{L}|\s(bin|binti|bt|a\/l|a\/p)\s/iu;
const street =
	/\d.*(\b(street|st|road|rd|avenue|ave|lane|drive|jalan|jln|lorong|taman)\b|đường|phố|phường|quận|ngõ|hẻm|thôn|ấp)|\b(jalan|jln|lorong)\b.*\d/iu;
const patterns = [email, phone, family, street];
/** Share of the distinct texts that must read so. */
const mostly = 0.5;
const looked = 2000;

/** Whether a header is among `headers`, whatever says whose it is taken away. */
function headed(header: string, headers: ReadonlySet<string>): boolean {
	const name = fold(header);
	if (headers.has(name) || headers.has(name.replace(after, ''))) return true;
	const rest = name.replace(before, '');
	return rest !== name && headed(rest, headers);
}

/** Whether a header says that its column names, reaches or locates single people. */
export const headedPersonal = (header: string): boolean => headed(header, named);

/**
 * Whether a column names, reaches or locates single people: by its header, or because most of its texts read like e-mails, phone
 * numbers, names or addresses. Such a column tells people apart but not what they are like, and is nobody's feature.
 */
export function isPersonal(column: PeopleColumn): boolean {
	const { kind, name } = column;
	if (kind === 'boolean' || kind === 'time') return false;
	if ('values' in column) return headed(name, located) || (headed(name, numbered) && column.values.some((value) => value >= 1e6));
	const texts = column.categories.slice(0, looked);
	// Two values are a yes and a no: that there is a phone, not which.
	if (texts.length <= 2) return false;
	return headed(name, named) || patterns.some((pattern) => texts.filter((text) => pattern.test(text)).length > mostly * texts.length);
}
