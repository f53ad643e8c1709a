import { fold } from './fold.js';
import { contactsMasked } from './mask.js';
import type { PeopleColumn } from './people.js';
import { textAt, type ColumnType, type TextColumn, type Texts } from './table.js';

/** What in a column names, reaches or locates single people; `note`: free text, in which names cannot be told from other words. */
export const personalKinds = ['name', 'email', 'phone', 'address', 'paper', 'note'] as const;
export type PersonalKind = (typeof personalKinds)[number];

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
const mails = ['email', 'emailaddress', 'emailid', 'mail', 'thudientu', 'diachiemail', 'emel', 'alamatemel', 'alamatemail'];
const phones = [
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
const notes = [
	...['note', 'notes', 'noteattributes', 'ordernote', 'ordernotes', 'remark', 'remarks', 'comment', 'comments', 'ordercomments', 'memo'],
	...['message', 'giftmessage', 'instructions', 'specialinstructions', 'feedback', 'customerdescription'],
	...['ghichu', 'ghichudonhang', 'loinhan', 'nhanxet', 'nhanxettu', 'binhluan', 'gopy', 'tinnhan', 'yeucau'],
	...['catatan', 'nota', 'ulasan', 'komen', 'mesej', 'arahan', 'maklumbalas']
];
const kindOfHeader: ReadonlyMap<string, PersonalKind> = new Map([
	...names.map((header) => [header, 'name'] as const),
	...mails.map((header) => [header, 'email'] as const),
	...phones.map((header) => [header, 'phone'] as const),
	...places.map((header) => [header, 'address'] as const),
	...papers.map((header) => [header, 'paper'] as const),
	...notes.map((header) => [header, 'note'] as const)
]);
/** Whose it is, or of what kind: words before and after those above. */
const before =
	/^(customer|client|buyer|member|user|contact|person|subscriber|guest|patient|recipient|billing|shipping|delivery|default|address|home|work|primary|secondary)s?/;
const after = /(?<!\d)\d+$|(cuakhachhang|khachhang|nguoimua|pelanggan|pembeli)$/;
/** Headers of codes that may read like phone numbers. */
const codes =
	/barcode|sku|ean|upc|isbn|gtin|order|invoice|product|item|tracking|madon|mahang|mavach|masanpham|hoadon|kodbar|pesanan|invois|produk/;

const email = /^<?[^\s@<>]+@[^\s@<>]+\.[^\s@<>]{2,}>?$/;
const phone = /^'?(?=(?:\D*\d){9,15}\D*$)(\+|\(|00?[1-9]|84[2-9]|60[1-9]|\d{3}[-. ]\d{3}[-. ])[\d\s().-]+$/;
const family =
	/^(nguyễn|nguyen|trần|tran|lê|phạm|pham|hoàng|huỳnh|huynh|phan|vũ|võ|đặng|dang|bùi|bui|đỗ|ngô|dương|đinh|trịnh|mr|mrs|ms|dr|encik|puan|cik|ông|bà|anh|chị)\.?\s+\p{L}|\s(bin|binti|bt|a\/l|a\/p)\s/iu;
const street =
	/\d.*(\b(street|st|road|rd|avenue|ave|lane|drive|jalan|jln|lorong|taman)\b|đường|phố|phường|quận|ngõ|hẻm|thôn|ấp)|\b(jalan|jln|lorong)\b.*\d/iu;
const patterns: readonly (readonly [PersonalKind, RegExp])[] = [
	['email', email],
	['phone', phone],
	['name', family],
	['address', street]
];
/** A longer text is no address, whatever stands in it, nor anything else that patterns tell. */
const longest = 1000;
/** Share of the distinct texts that must read so. */
const mostly = 0.5;
/** Numbers below this are counts, whatever the header. */
const leastNumber = 1e6;

/** What a header says, whatever says whose it is taken away. */
export function headedPersonal(header: string): PersonalKind | null {
	if (header.length > longest) return null;
	const name = fold(header);
	const kind = kindOfHeader.get(name) ?? kindOfHeader.get(name.replace(after, ''));
	if (kind) return kind;
	const rest = name.replace(before, '');
	return rest === name ? null : headedPersonal(rest);
}

/** Whether a text is the e-mail address or the phone number of somebody. */
export const isContact = (text: string): boolean => text.length <= longest && (email.test(text.trim()) || phone.test(text.trim()));

/** Distinct texts that are looked at for sentences, and words of one. */
const [looked, sentence] = [2000, 4];

/** Whether texts are sentences that now and then hold an e-mail address or a phone number: then they may hold names as well. */
function writtenWithContacts(count: number, text: (i: number) => string): boolean {
	const n = Math.min(count, looked);
	let [sentences, contacts] = [0, 0];
	for (let i = 0; i < n; i++) {
		const own = text(i);
		if (own.trim().split(/\s+/).length >= sentence) sentences++;
		if (/[@\d]/.test(own) && contactsMasked(own) !== own) contacts++;
	}
	return contacts > 0 && 2 * sentences > n;
}

/** By the header, or because most of all distinct texts read like e-mails, phone numbers, names or addresses. */
function kindOfTexts(header: string, count: number, text: (i: number) => string): PersonalKind | null {
	const phones = header !== '' && !codes.test(fold(header));
	const found = new Uint32Array(patterns.length);
	for (let i = 0; i < count; i++) {
		const own = text(i).trim();
		if (own.length > longest) continue;
		const p = patterns.findIndex(([kind, pattern]) => (kind !== 'phone' || phones) && pattern.test(own));
		if (p >= 0) found[p]!++;
	}
	const most = found.findIndex((n) => n > mostly * count);
	if (most >= 0 && (count > 2 || most < 2)) return patterns[most]![0];
	const headed = headedPersonal(header);
	// Two values are a yes and a no: that there is a phone, not which.
	if (headed !== null && (count > 2 || headed === 'note' || headed === 'name')) return headed;
	return count > 2 && phones && writtenWithContacts(count, text) ? 'note' : null;
}

const someOf = (texts: Texts, fits: (text: string) => boolean): boolean => {
	for (let i = 1; i < texts.count; i++) if (fits(textAt(texts, i))) return true;
	return false;
};

/** Numbers that are Vietnamese or Malaysian mobile numbers with their country code, in a column not headed as codes. */
function mobiles(header: string, texts: Texts): PersonalKind | null {
	const other = (text: string) => !/^\s*(84[35789]\d{8}|601\d{8,9})\s*$/.test(text);
	return header === '' || codes.test(fold(header)) || texts.count < 2 || someOf(texts, other) ? null : 'phone';
}

/** Numbers are personal under the header of a place, and under that of a phone or a paper where they are large. */
function kindOfNumbers(header: string, large: () => boolean): PersonalKind | null {
	const kind = headedPersonal(header);
	return kind === 'address' || ((kind === 'phone' || kind === 'paper') && large()) ? kind : null;
}

/**
 * Whether a column names, reaches or locates single people, and how; null where it does not. Such a column tells people apart but
 * not what they are like: it is nobody's feature, and hidden on screen. Free text is taken as personal whole, by its header or because
 * contacts stand in its sentences: a name in it looks like any other word.
 */
export function personalOf(column: PeopleColumn): PersonalKind | null {
	const { kind, name } = column;
	if (column.personal) return column.personal;
	if (kind === 'boolean' || kind === 'time') return null;
	if ('values' in column) return kindOfNumbers(name, () => column.values.some((value) => value >= leastNumber));
	return kindOfTexts(name, column.categories.length, (i) => column.categories[i]!);
}

/**
 * The same of a column as it is written in the file. Where the column is known to number orders or to name products (`known`), its
 * header says nothing of people (the “Name” of an order is its number), nor do its digits.
 */
export function personalInFile({ name, texts }: TextColumn, type: ColumnType, known: boolean): PersonalKind | null {
	switch (type.kind) {
		case 'text':
			return kindOfTexts(known ? '' : name, texts.count - 1, (i) => textAt(texts, i + 1));
		case 'number':
			return (
				kindOfNumbers(known ? '' : name, () => someOf(texts, (text) => text.replace(/\D/g, '').length >= 7)) ??
				mobiles(known ? '' : name, texts)
			);
		case 'time':
			// Digits of a paper or a phone may read as a count of seconds.
			return type.style === 'date' ? null : kindOfNumbers(known ? '' : name, () => true);
		default:
			return null;
	}
}
