import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { permutation, seeded } from '../../../src/lib/random.js';
import { guessRoles } from '../../../src/lib/table/roles.js';
import { matchHeaders } from '../../../src/lib/table/sources/header.js';
import { kindOf } from '../../../src/lib/table/sources/kind.js';
import { recognise } from '../../../src/lib/table/sources/recognise.js';
import { sources } from '../../../src/lib/table/sources/sources.js';
import { sharedFile } from '../../shared.js';

const list = (headers: string): string[] => headers.split(',').map((header) => header.trim());

/** Headers as the programs write them. */
const headers: Record<string, { source: string; columns: string[]; customer: string; time?: string; amount?: string }> = {
	'Shopify orders': {
		source: 'shopifyOrders',
		customer: 'Email',
		time: 'Created at',
		amount: 'Total',
		columns: list(
			'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number'
		)
	},
	'Shopify customers, old': {
		source: 'shopifyCustomers',
		customer: 'Email',
		amount: 'Total Spent',
		columns: list(
			'First Name,Last Name,Email,Accepts Email Marketing,Company,Address1,Address2,City,Province,Province Code,Country,Country Code,Zip,Phone,Accepts SMS Marketing,Total Spent,Total Orders,Tags,Note,Tax Exempt'
		)
	},
	'Shopify customers, new': {
		source: 'shopifyCustomers',
		customer: 'Customer ID',
		amount: 'Total Spent',
		columns: list(
			'Customer ID,First Name,Last Name,Email,Accepts Email Marketing,Default Address Company,Default Address Address1,Default Address City,Default Address Country Code,Default Address Zip,Phone,Total Spent,Total Orders,Note,Tax Exempt,Tags'
		)
	},
	'WooCommerce orders': {
		source: 'wooOrders',
		customer: 'Customer',
		time: 'Date',
		amount: 'N. Revenue',
		columns: list('Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),N. Revenue')
	},
	'WooCommerce orders, newer': {
		source: 'wooOrders',
		customer: 'Customer',
		time: 'Date',
		amount: 'Net Sales',
		columns: list('Date,Order #,N. Revenue (formatted),Status,Customer,Customer type,Product(s),Items sold,Coupon(s),Net Sales,Attribution')
	},
	'WooCommerce customers': {
		source: 'wooCustomers',
		customer: 'Email',
		time: 'Last Active',
		amount: 'Total Spend',
		columns: list('Name,Username,Last Active,Sign Up,Email,Orders,Total Spend,AOV,Country / Region,City,Region,Postal Code')
	},
	'Stripe payments': {
		source: 'stripePayments',
		customer: 'Customer Email',
		time: 'Created (UTC)',
		amount: 'Amount',
		columns: list(
			'id,Description,Seller Message,Created (UTC),Amount,Amount Refunded,Currency,Converted Amount,Converted Amount Refunded,Fee,Tax,Converted Currency,Mode,Status,Statement Descriptor,Customer ID,Customer Description,Customer Email,Captured,Card ID,Card Last4,Card Brand,Card Funding,Card Exp Month,Card Exp Year,Card Name,Card Fingerprint,Invoice ID,Transfer Group,PaymentIntent ID,plan (metadata)'
		)
	},
	'Stripe payments, old': {
		source: 'stripePayments',
		customer: 'Customer Email',
		time: 'Created',
		amount: 'Amount',
		columns: list(
			'id,Description,Created,Amount,Amount Refunded,Currency,Converted Amount,Fee,Mode,Status,Statement Description,Customer ID,Customer Description,Customer Email,Captured,Card ID,Card Last4,Card Type,Card Funding'
		)
	},
	'Square transactions': {
		source: 'squareTransactions',
		customer: 'Customer ID',
		time: 'Date',
		amount: 'Net Sales',
		columns: list(
			'Date,Time,Time Zone,Gross Sales,Discounts,Service Charges,Net Sales,Gift Card Sales,Tax,Tip,Partial Refunds,Total Collected,Source,Card,Card Entry Methods,Cash,Square Gift Card,Other Tender,Other Tender Type,Other Tender Note,Fees,Net Total,Transaction ID,Payment ID,Card Brand,PAN Suffix,Device Name,Staff Name,Staff ID,Details,Description,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID'
		)
	},
	'Square items': {
		source: 'squareItems',
		customer: 'Customer ID',
		time: 'Date',
		amount: 'Net Sales',
		columns: list(
			'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,SKU,Modifiers Applied,Gross Sales,Discounts,Net Sales,Tax,Transaction ID,Payment ID,Device Name,Notes,Details,Event Type,Location,Dining Option,Customer ID,Customer Name,Customer Reference ID'
		)
	},
	'GA4 events with dots': {
		source: 'ga4Events',
		customer: 'user_id',
		time: 'event_timestamp',
		amount: 'ecommerce.purchase_revenue',
		columns: list(
			'event_date,event_timestamp,event_name,user_id,user_pseudo_id,user_first_touch_timestamp,device.category,geo.country,geo.city,traffic_source.medium,ecommerce.purchase_revenue,ecommerce.transaction_id'
		)
	},
	'GA4 events with underscores': {
		source: 'ga4Events',
		customer: 'user_id',
		time: 'event_timestamp',
		amount: 'ecommerce_purchase_revenue',
		columns: list('event_date,event_timestamp,event_name,user_id,user_pseudo_id,device_category,geo_country,ecommerce_purchase_revenue')
	},
	'GA4 users': {
		source: 'ga4Users',
		customer: 'pseudo_user_id',
		amount: 'user_ltv.revenue_in_usd',
		columns: list(
			'pseudo_user_id,user_ltv.revenue_in_usd,user_ltv.sessions,user_ltv.engagement_time_millis,user_ltv.purchases,predictions.purchase_score_7d,predictions.churn_score_7d,occurrence_date,last_updated_date'
		)
	},
	'HubSpot contacts': {
		source: 'hubspotContacts',
		customer: 'Record ID',
		time: 'Create Date',
		columns: list(
			'Record ID,First Name,Last Name,Email,Phone Number,Job Title,Company Name,Country/Region,City,Lead Status,Lifecycle Stage,Original Source,Contact owner,Create Date,Last Modified Date,Annual Revenue,Lead Score'
		)
	},
	'HubSpot deals': {
		source: 'hubspotDeals',
		customer: 'Associated Contact IDs',
		time: 'Close Date',
		amount: 'Amount',
		columns: list('Record ID,Deal Name,Deal Stage,Amount,Close Date,Deal owner,Associated Company IDs,Associated Contact IDs')
	},
	Mailchimp: {
		source: 'mailchimpAudience',
		customer: 'Email Address',
		columns: list(
			'Email Address,First Name,Last Name,Birthday,MEMBER_RATING,OPTIN_TIME,OPTIN_IP,CONFIRM_TIME,CONFIRM_IP,LATITUDE,LONGITUDE,GMTOFF,DSTOFF,TIMEZONE,CC,REGION,LAST_CHANGED,LEID,EUID,NOTES,TAGS'
		)
	},
	Klaviyo: {
		source: 'klaviyoProfiles',
		customer: 'Klaviyo ID',
		amount: 'Historic Customer Lifetime Value',
		columns: list(
			'Email,Klaviyo ID,First Name,Last Name,Email Marketing Consent,Email Suppressions,Email Suppressions Timestamp,First Active,Last Active,Profile Created On,Last Open,Last Click,Total Customer Lifetime Value,Predicted Customer Lifetime Value,Predicted Number Of Orders,Average Order Value,Average Days Between Orders,Historic Customer Lifetime Value,Historic Number Of Orders,Expected Date Of Next Order'
		)
	},
	'TikTok Shop': {
		source: 'tiktokOrders',
		customer: 'Buyer Username',
		time: 'Created Time',
		amount: 'Order Amount',
		columns: list(
			'Order ID,Order Status,Order Substatus,Cancelation/Return Type,Normal or Pre-order,SKU ID,Seller SKU,Product Name,Variation,Quantity,Sku Quantity of return,SKU Unit Original Price,SKU Subtotal Before Discount,SKU Platform Discount,SKU Seller Discount,SKU Subtotal After Discount,Shipping Fee After Discount,Original Shipping Fee,Taxes,Order Amount,Order Refund Amount,Created Time,Paid Time,RTS Time,Shipped Time,Delivered Time,Cancelled Time,Cancel By,Cancel Reason,Fulfillment Type,Warehouse Name,Tracking ID,Buyer Username'
		)
	},
	Shopee: {
		source: 'shopeeOrders',
		customer: 'Username (Buyer)',
		time: 'Order Creation Date',
		amount: 'Total Amount',
		columns: list(
			'Order ID,Order Status,Tracking Number*,Shipping Option,Shipment Method,Estimated Ship Out Date,Order Creation Date,Order Paid Time,Parent SKU Reference No.,Product Name,SKU Reference No.,Variation Name,Original Price,Deal Price,Quantity,Product Subtotal,Seller Rebate,Seller Discount,Shopee Rebate,SKU Total Weight,No of product in order,Order Total Weight,Seller Voucher,Total Amount,Buyer Paid Shipping Fee,Transaction Fee,Commission Fee,Service Fee,Grand Total,Estimated Shipping Fee,Username (Buyer),Receiver Name,Phone Number,Delivery Address,Area,State,Country,Zip Code'
		)
	},
	'Shopee Vietnam': {
		source: 'shopeeOrdersVi',
		customer: 'Người Mua',
		time: 'Ngày đặt hàng',
		amount: 'Tổng số tiền người mua thanh toán',
		columns: list(
			'Mã đơn hàng,Mã Kiện Hàng,Ngày đặt hàng,Trạng Thái Đơn Hàng,Nhận xét từ Người mua,Mã vận đơn,Đơn Vị Vận Chuyển,Ngày giao hàng dự kiến,SKU sản phẩm,Tên sản phẩm,SKU phân loại hàng,Tên phân loại hàng,Giá ưu đãi,Số lượng,Tổng số tiền Người mua thanh toán,Phí vận chuyển mà người mua trả,Tổng số tiền người mua thanh toán,Người Mua,Tên Người nhận,Số điện thoại,Tỉnh/Thành phố,TP / Quận / Huyện,Quận,Địa chỉ nhận hàng,Ghi chú'
		)
	},
	'Shopee Vietnam, newer': {
		source: 'shopeeOrdersVi',
		customer: 'Người Mua',
		time: 'Ngày đặt hàng',
		amount: 'Tổng số tiền người mua thanh toán',
		columns: list(
			'Mã đơn hàng,Mã Kiện Hàng,Ngày đặt hàng,Trạng Thái Đơn Hàng,Sản Phẩm Bán Chạy,Lý do hủy,Nhận xét từ Người mua,Mã vận đơn,Đơn Vị Vận Chuyển,Phương thức giao hàng,Loại đơn hàng,Ngày giao hàng dự kiến,Ngày gửi hàng,Thời gian giao hàng,Trạng thái Trả hàng/Hoàn tiền,SKU sản phẩm,Tên sản phẩm,Cân nặng sản phẩm,Tổng cân nặng,SKU phân loại hàng,Tên phân loại hàng,Giá gốc,Người bán trợ giá,Được Shopee trợ giá,Tổng số tiền được người bán trợ giá,Giá ưu đãi,Số lượng,Số lượng sản phẩm được hoàn trả,Tổng số tiền Người mua thanh toán,Tổng giá trị đơn hàng (VND),Tổng số tiền người mua thanh toán,Người Mua'
		).map((name) => (name === 'Giá ưu đãi' ? name.normalize('NFD') : name))
	},
	'Shopee Indonesia': {
		source: 'shopeeOrders',
		customer: 'Username (Pembeli)',
		time: 'Waktu Pesanan Dibuat',
		amount: 'Total Pembayaran',
		columns: list(
			'No. Pesanan,Status Pesanan,Status Pembatalan/ Pengembalian,No. Resi,Opsi Pengiriman,Antar ke counter/ pick-up,Waktu Pengiriman Diatur,Waktu Pesanan Dibuat,Waktu Pembayaran Dilakukan,SKU Induk,Nama Produk,Nomor Referensi SKU,Nama Variasi,Harga Awal,Harga Setelah Diskon,Jumlah,Total Harga Produk,Diskon Dari Penjual,Diskon Dari Shopee,Berat Produk,Jumlah Produk di Pesan,Total Berat,Voucher Ditanggung Penjual,Cashback Koin,Voucher Ditanggung Shopee,Paket Diskon,Potongan Koin Shopee,Diskon Kartu Kredit,Ongkos Kirim Dibayar oleh Pembeli,Total Pembayaran,Perkiraan Ongkos Kirim,Catatan dari Pembeli,Catatan,Username (Pembeli),Nama Penerima,No. Telepon,Alamat Pengiriman,Kota/Kabupaten,Provinsi,Waktu Pesanan Selesai'
		)
	},
	'Shopee Thailand': {
		source: 'shopeeOrders',
		customer: 'ชื่อผู้ใช้ (ผู้ซื้อ)',
		time: 'วันที่ทำการสั่งซื้อ',
		amount: 'จำนวนเงินทั้งหมด',
		columns: list(
			'หมายเลขคำสั่งซื้อ,สถานะการสั่งซื้อ,เหตุผลในการยกเลิกคำสั่งซื้อ,สถานะการคืนเงินหรือคืนสินค้า,ชื่อผู้ใช้ (ผู้ซื้อ),วันที่ทำการสั่งซื้อ,เวลาการชำระสินค้า,*หมายเลขติดตามพัสดุ,ตัวเลือกการจัดส่ง,เวลาส่งสินค้า,ชื่อสินค้า,เลขอ้างอิง SKU (SKU Reference No.),ชื่อตัวเลือก,ราคาตั้งต้น,ราคาขาย,จำนวน,ราคาขายสุทธิ,ค่าจัดส่งที่ชำระโดยผู้ซื้อ,จำนวนเงินทั้งหมด,ชื่อผู้รับ,หมายเลขโทรศัพท์,ที่อยู่ในการจัดส่ง,จังหวัด,เขต/อำเภอ,รหัสไปรษณีย์'
		)
	},
	Lazada: {
		source: 'lazadaOrders',
		customer: 'customerEmail',
		time: 'createTime',
		amount: 'paidPrice',
		columns: list('orderItemId,orderNumber,createTime,status,customerName,customerEmail,sellerSku,itemName,paidPrice,unitPrice')
	},
	'Online Retail': {
		source: 'onlineRetail',
		customer: 'CustomerID',
		time: 'InvoiceDate',
		columns: list('InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country')
	},
	'Online Retail II': {
		source: 'onlineRetail',
		customer: 'Customer ID',
		time: 'InvoiceDate',
		columns: list('Invoice,StockCode,Description,Quantity,InvoiceDate,Price,Customer ID,Country')
	}
};

/** A plausible cell under a header. */
function cell(header: string, row: number): string {
	if (/date|time|created|active|paid at|ngày/i.test(header)) return `2024-03-${String(1 + (row % 28)).padStart(2, '0')} 10:00:00`;
	if (/e-?mail/i.test(header)) return `c${row % 7}@example.com`;
	if (/amount|price|total|sales|revenue|spen|value|giá|tiền/i.test(header)) return `${10 + row}.50`;
	if (/quantity|qty|orders|số lượng|items sold/i.test(header)) return String(1 + (row % 3));
	return `${header.slice(0, 3)}${row % 7}`;
}

const rowsOf = (columns: readonly string[], n = 12) => Array.from({ length: n }, (_, row) => columns.map((header) => cell(header, row)));

/** The source found and the headers its roles point at, or what was found instead. */
function found(columns: readonly string[], sample = rowsOf(columns)) {
	const result = recognise(columns, sample);
	if (result.kind !== 'source') return { source: result.kind };
	const at = (role: 'customer' | 'time' | 'amount') => {
		const column = result.roles[role];
		return column === undefined ? undefined : columns[column];
	};
	return { source: result.source.id, customer: at('customer'), time: at('time'), amount: at('amount') };
}

describe.each(Object.entries(headers))('%s', (_, { source, columns, ...roles }) => {
	it('is recognised from its header', () => {
		expect(found(columns)).toMatchObject({ source, ...roles });
		const result = recognise(columns, rowsOf(columns));
		expect(result.kind === 'source' && result.matched / result.of).toBeGreaterThan(0.9);
	});

	it('is recognised with its columns in any order', () => {
		const random = seeded(7);
		for (let round = 0; round < 50; round++) {
			const shuffled = Array.from(permutation(columns.length, random), (i) => columns[i]!);
			expect(found(shuffled)).toMatchObject({ source, ...roles });
		}
	});

	it('is recognised without any one of its optional columns, and without all that play no part', () => {
		const { required, optional, identity, roles: played } = sources.find(({ id }) => id === source)!;
		for (const header of optional.flatMap((header) => header.split('|'))) {
			if (!columns.includes(header) || Object.values(roles).includes(header)) continue;
			expect(found(columns.filter((name) => name !== header)), header).toMatchObject({ source, ...roles });
		}
		const needed = new Set([...required.flatMap((header) => header.split('|')), ...identity, ...Object.values(played)]);
		expect(found(columns.filter((name) => needed.has(name) || Object.values(roles).includes(name)))).toMatchObject({ source, ...roles });
	});

	it('is recognised in capitals and without diacritics', () => {
		expect(found(columns.map((name) => name.toUpperCase())).source).toBe(source);
		const bare = columns.map((name) => name.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D'));
		expect(found(bare).source).toBe(source);
	});
});

describe('sources', () => {
	it('name only headers they know, and each is tested here', () => {
		for (const source of sources) {
			const known = new Set([...source.required, ...source.optional].map((header) => header.split('|')[0]));
			const { refund, currency, timeOfDay, rows = [] } = source.quirks;
			const named = [...Object.values(source.roles), ...source.identity, refund, currency, timeOfDay];
			for (const header of [...named, ...rows.map((rule) => rule.header)])
				if (header !== undefined) expect(known, source.id).toContain(header);
			expect(known.size, source.id).toBe(source.required.length + source.optional.length);
		}
		expect(new Set(Object.values(headers).map(({ source }) => source))).toEqual(new Set(sources.map(({ id }) => id)));
	});

	it('keep the two totals of Shopee Vietnam apart, whichever comes first', () => {
		const [line, order] = ['Tổng số tiền Người mua thanh toán', 'Tổng số tiền người mua thanh toán'];
		for (const columns of [[line, order] as const, [order, line] as const]) {
			const at = matchHeaders(columns, [line, order]);
			expect([columns[at.get(line)!], columns[at.get(order)!]]).toEqual([line, order]);
		}
	});

	it.each([
		['shopeeOrdersVi', 'Trạng Thái Đơn Hàng', ['Đã hủy', 'Trả hàng/Hoàn tiền'], ['Hoàn thành', 'Đã giao', 'Đang giao']],
		['tiktokOrders', 'Order Status', ['Cancelled', 'Canceled'], ['Completed', 'Shipped', '']],
		['shopeeOrders', 'Order Status', ['Batal', 'Belum Bayar', 'ยกเลิกแล้ว', 'คืนสินค้า/คืนเงิน', 'ยังไม่ชำระ'], ['Selesai', 'สำเร็จแล้ว', 'ที่ต้องจัดส่ง']],
		['shopifyOrders', 'Financial Status', ['voided'], ['paid', 'partially_refunded', '']],
		['shopifyOrders', 'Cancelled at', ['2024-01-02 10:00:00 +0700'], ['']],
		['stripePayments', 'Status', ['Failed', 'Canceled', 'requires_payment_method'], ['Paid', 'Refunded', 'Partially Refunded']],
		['stripePayments', 'Captured', ['false'], ['true', 'TRUE']],
		['stripePayments', 'Mode', ['Test'], ['Live']]
	])('%s judges rows by %s', (id, header, dropped, kept) => {
		const rule = sources.find((source) => source.id === id)!.quirks.rows!.find((row) => row.header === header)!;
		const counts = (text: string) => text === '' || ((rule.keep?.test(text) ?? true) && !(rule.drop?.test(text) ?? false));
		expect(dropped.filter(counts)).toEqual([]);
		expect(kept.filter(counts)).toEqual(kept);
	});

	it('fall back to the next identity where the best is empty', () => {
		const { columns } = headers['Stripe payments']!;
		const email = columns.indexOf('Customer Email');
		const sample = rowsOf(columns).map((row) => row.map((text, j) => (j === email ? '' : text)));
		expect(found(columns, sample)).toMatchObject({ source: 'stripePayments', customer: 'Customer ID' });
	});

	it('recognise WooCommerce orders under a translated header by their shape', () => {
		const vi = list(
			'Ngày,Đơn hàng,Doanh thu (định dạng),Trạng thái,Khách hàng,Loại khách hàng,Các sản phẩm,Mặt hàng đã bán,Phiếu,Doanh thu'
		);
		const ms = list('Tarikh,Pesanan,Hasil (format),Status,Pelanggan,Jenis pelanggan,Produk-produk,Item dijual,Kupon,Hasil');
		const rows = [
			['2024-03-01 10:12:00', '1041', '€45.00', 'completed', 'Lan Tran', 'new', '2× Tea, 1× Cup', '3', '', '45'],
			['2024-03-02 11:00:00', '1042', '€9.50', 'processing', 'Minh Le', 'returning', '1× Cup', '1', 'TET', '9.5']
		];
		expect(found(vi, rows)).toEqual({ source: 'wooOrders', customer: 'Khách hàng', time: 'Ngày', amount: 'Doanh thu' });
		expect(found(ms, rows)).toEqual({ source: 'wooOrders', customer: 'Pelanggan', time: 'Tarikh', amount: 'Hasil' });
		const plain = rows.map((row) => row.map((text, j) => (j === 6 ? 'Tea' : text)));
		expect(found(vi, plain).source).not.toBe('wooOrders');
	});

	it('recognise WooCommerce customers under a translated header by their order and what an order is worth', () => {
		const vi = list(
			'Tên,Tên người dùng,Hoạt động gần nhất,Đăng ký,Email,Đơn hàng,Tổng chi tiêu,Giá trị đơn trung bình,Quốc gia,Thành phố,Khu vực,Mã bưu điện'
		);
		const ms = list('Nama,Nama pengguna,Aktif terakhir,Daftar,E-mel,Pesanan,Jumlah belanja,Purata,Negara,Bandar,Wilayah,Poskod');
		const rows = [
			[
				'Lan Vũ',
				'lanvu',
				'2024-05-02 09:15:00',
				'2023-11-20 10:00:00',
				'lan.vu@example.com',
				'3',
				'1000000',
				'333333',
				'VN',
				'Huế',
				'',
				''
			],
			['Bình Lê', '', '2024-05-03 16:20:31', '', 'binh.l@example.com', '0', '0', '0', 'VN', 'Hà Nội', '', '']
		];
		expect(found(vi, rows)).toEqual({ source: 'wooCustomers', customer: 'Email', time: 'Hoạt động gần nhất', amount: 'Tổng chi tiêu' });
		expect(found(ms, rows)).toEqual({ source: 'wooCustomers', customer: 'E-mel', time: 'Aktif terakhir', amount: 'Jumlah belanja' });
		const off = rows.map((row) => row.with(7, '1200'));
		expect(found(vi, off).source).not.toBe('wooCustomers');
	});

	it('are asked about where two fit alike', () => {
		const both = [
			...headers['Shopee']!.columns,
			...headers['TikTok Shop']!.columns.filter((name) => !headers['Shopee']!.columns.includes(name))
		];
		const result = recognise(both, rowsOf(both));
		expect(result.kind === 'unsure' && result.candidates.map(({ source }) => source.id).sort()).toEqual(['shopeeOrders', 'tiktokOrders']);
	});

	it('leave a plain order log, a customer table and a survey alone', () => {
		for (const header of [
			'customer,date,amount',
			'Email,First Name,Last Name,Phone',
			'Timestamp,How old are you?,Do you like us?,Would you return?'
		]) {
			expect(recognise(list(header), rowsOf(list(header))), header).toEqual({ kind: 'unknown' });
		}
	});
});

const day = (row: number) => `2024-03-${String(1 + row).padStart(2, '0')}`;
const table = (n: number, make: (row: number) => string[]) => Array.from({ length: n }, (_, row) => make(row));

describe('a table of unknown origin', () => {
	it.each([
		[
			'productList',
			'Handle,Title,Vendor,Variant SKU,Variant Price,Variant Inventory Qty',
			(i: number) => [`h${i}`, `Tea ${i}`, 'V', `S${i}`, `${i}.5`, '4']
		],
		['productList', 'SKU,Product Name,Price,Stock', (i: number) => [`S${i}`, `Tea ${i}`, '4.50', '7']],
		['productList', 'Mã sản phẩm,Tên sản phẩm,Giá bán,Tồn kho', (i: number) => [`S${i}`, `Trà ${i}`, '45000', '7']],
		['productList', 'Kod Produk,Nama Produk,Harga,Stok', (i: number) => [`S${i}`, `Teh ${i}`, '4.50', '7']],
		['totalsOnly', 'Date,Active users,New users,Total revenue', (i: number) => [day(i), '120', '30', `${i}99.5`]],
		['totalsOnly', 'Session default channel group,Sessions,Total users', (i: number) => [`Channel ${i}`, '120', '30']],
		['totalsOnly', 'Country,Customers,Revenue', (i: number) => [`Land ${i}`, '120', '30.5']],
		['noPeople', 'Order ID,Order Date,Total', (i: number) => [`10${i}`, day(i), '12.50']]
	] as const)('is refused as %s: %s', (reason, header, make) => {
		expect(recognise(list(header), table(10, make))).toEqual({ kind: 'refused', reason });
	});

	it.each([
		['orders', 'customer,date,amount', (i: number) => [`c${i % 4}`, day(i), '12.5']],
		['orders', 'Order ID,Customer ID,Order Date,Product,Price', (i: number) => [`o${i}`, `c${i}`, day(i), 'Tea', '4.5']],
		['orders', 'Mã đơn hàng,Khách hàng,Ngày,Thành tiền', (i: number) => [`o${i}`, `k${i}`, day(i), '45000']],
		['orders', 'No. Invois,Pelanggan,Tarikh,Jumlah', (i: number) => [`o${i}`, `p${i % 3}`, day(i), '4.50']],
		['customers', 'Customer ID,Age,City,Last visit,Total', (i: number) => [`c${i}`, '33', 'Huế', day(i), '4.5']],
		['customers', 'ID,Year_Birth,Education,Income,MntWines', (i: number) => [`${100 + i}`, '1970', 'PhD', '40000', '20']],
		['customers', 'Channel,Region,Fresh,Milk,Grocery,Frozen', (i: number) => ['1', '3', `${i}12`, `${i}13`, '40', '20']],
		['events', 'user_id,timestamp,event,page', (i: number) => [`u${i % 3}`, day(i), 'view', '/a']],
		['survey', 'Timestamp,How old are you?,Do you like tea?,Would you return?', (i: number) => [day(i), '33', 'Yes', '5']]
	] as const)('is of kind %s: %s', (kind, header, make) => {
		expect(kindOf(list(header), table(10, make)).kind).toBe(kind);
	});
});

describe.each([
	['marketing_campaign/marketing_campaign.csv', 'customers'],
	['online_shoppers/online_shoppers_intention.csv', 'customers'],
	['wholesale/Wholesale_customers_data.csv', 'customers']
])('%s', (name, kind) => {
	const path = sharedFile(`data/${name}`);
	it.runIf(path)('is of no known program and is not refused', () => {
		const text = readFileSync(path!, 'utf8').replace(/^\ufeff/, '');
		const [columns, ...rows] = Papa.parse<string[]>(text, { preview: 101 }).data as [string[], ...string[][]];
		expect(recognise(columns, rows)).toEqual({ kind: 'unknown' });
		expect(kindOf(columns, rows).kind).toBe(kind);
	});
});

describe('a header no program is known for', () => {
	it.each([
		['Mã HĐ,Mã KH,Ngày bán,Mã hàng,Giá bán,Số lượng', ['order', 'customer', 'time', 'product', 'price', 'quantity']],
		['Mã HĐ,Tên khách hàng,Ngày tạo,Khách cần trả', ['order', 'customer', 'time', 'amount']],
		['No. Resit,Nama Pelanggan,Tarikh Belian,Jumlah Bayaran', ['order', 'customer', 'time', 'amount']],
		['Sale date,Customer number,Total price', ['time', 'customer', 'amount']]
	])('%s', (header, expected) => {
		const columns = list(header);
		const money = (name: string) => /giá|trả|jumlah|price|số/i.test(name);
		const sample = table(10, (i) =>
			columns.map((name) => (/ngày|tarikh|date/i.test(name) ? day(i) : money(name) ? `${i + 1}.5` : `x${i}`))
		);
		const guessed = guessRoles(columns, sample, true);
		expect(columns.map((_, j) => Object.entries(guessed).find(([, column]) => column === j)?.[0])).toEqual(expected);
	});
});
