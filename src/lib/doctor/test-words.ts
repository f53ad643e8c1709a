/** A whole cell that says that it is a test, in English, Vietnamese and Malay. */
const whole =
	/^(?:(?:this is )?(?:a |an )?(?:test|tests|testing|dummy)(?:[ _-]?(?:order|product|item|customer|user|account|sale|payment|data|name|mode|sku))?[ _-]?\d*|(?:đơn|đơn hàng|khách|khách hàng|sản phẩm|hàng|mã|tài khoản|giao dịch)(?: hàng)? (?:thử|thử nghiệm|test)[ _-]?\d*|thử nghiệm|kiểm thử|(?:pesanan |pelanggan |produk |akaun |transaksi )?(?:ujian|percubaan)[ _-]?\d*)$/i;
/** An e-mail whose name is a test's. */
const mailbox = /^[^@\s]*(?:^|[._+-])(?:test|tests|testing|tester|dummy|ujian)\d*(?:[._+-][^@\s]*)?@/i;
/** Two words of a name of which one is a test's: Test User, Test Test, Ujian Satu. */
const person = /^(?:test|testing|dummy|ujian) \p{L}+$|^\p{L}+ (?:test|testing|ujian)$/iu;

/** Whether the text of a cell says that its row is no real order but a trial of the shop. A product such as a test tube is none. */
export const saysTest = (text: string, kind: 'thing' | 'person'): boolean =>
	whole.test(text) || (kind === 'person' && (mailbox.test(text) || person.test(text)));
