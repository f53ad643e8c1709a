const signs: Readonly<Record<string, readonly string[]>> = {
	VND: ['₫', 'đ', 'vnđ', 'đồng'],
	MYR: ['rm'],
	USD: ['$', 'us$', 'usd$'],
	SGD: ['s$', 'sg$'],
	AUD: ['a$', 'au$'],
	NZD: ['nz$'],
	CAD: ['c$', 'ca$'],
	HKD: ['hk$'],
	TWD: ['nt$'],
	BRL: ['r$'],
	MXN: ['mx$'],
	EUR: ['€', 'euro'],
	GBP: ['£'],
	JPY: ['¥', '￥', '円'],
	CNY: ['cn¥', 'rmb', '元'],
	INR: ['₹', 'rs', 'rs.'],
	THB: ['฿', 'บาท'],
	IDR: ['rp', 'rp.'],
	PHP: ['₱'],
	KRW: ['₩', '원'],
	RUB: ['₽'],
	TRY: ['₺'],
	ILS: ['₪'],
	UAH: ['₴'],
	PLN: ['zł'],
	CZK: ['kč'],
	HUF: ['ft'],
	CHF: ['fr.'],
	SEK: [],
	NOK: [],
	DKK: [],
	ZAR: [],
	AED: [],
	SAR: [],
	BND: [],
	LAK: ['₭'],
	KHR: ['៛']
};
const codes = new Map(Object.entries(signs).flatMap(([code, list]) => [code.toLowerCase(), ...list].map((sign) => [sign, code] as const)));

/** Currencies that are not written with a fraction. */
const whole = new Set(['VND', 'IDR', 'JPY', 'KRW', 'LAK', 'KHR']);

/** The ISO 4217 code of a currency sign or code in any case; a bare $ counts as USD. Null for anything else. */
export const currencyOf = (sign: string): string | null => codes.get(sign.toLowerCase()) ?? null;

/** Whether amounts in a currency have no fraction in practice: 17.000 ₫ is seventeen thousand. */
export const isWhole = (currency: string | null): boolean => currency !== null && whole.has(currency);

/** Whether the name of a column says that its amounts have no fraction: `Thành tiền (VNĐ)`. */
export const namesWholeCurrency = (name: string): boolean => name.split(/[\s()[\]/,:;._-]+/).some((word) => isWhole(currencyOf(word)));
