import type { Role } from '../orders.js';

/** What the rows of a table are. */
export type TableKind = 'orders' | 'customers' | 'events' | 'survey';

/** Rows are judged by the text of one cell; an empty cell passes, and so does every row where the column is missing. */
export interface RowRule {
	readonly header: string;
	/** Only rows whose cell fits count. */
	readonly keep?: RegExp;
	/** Rows whose cell fits do not count. */
	readonly drop?: RegExp;
}

/** What must be known to add up a table of this source. Headers are given by name. */
export interface Quirks {
	/** Cells about the whole order stand on its first line only. */
	readonly firstLineOnly?: true;
	/** The amount is that of the whole order: it counts once, whether it is repeated on each line or not. */
	readonly amountPerOrder?: true;
	/** Money given back, to be taken off the amount. */
	readonly refund?: string;
	readonly currency?: string;
	readonly rows?: readonly RowRule[];
	/** The hour stands in a column of its own beside the date. */
	readonly timeOfDay?: string;
	/** People are known by their name only, which two of them may share. */
	readonly nameOnly?: true;
	/** The last activity is not a purchase. */
	readonly activityTime?: true;
}

/** A program whose exports are known. In `required` and `optional`, other spellings of a header follow it after a bar. */
export interface Source {
	readonly id: string;
	/** The program and the export, as its maker calls them. */
	readonly name: string;
	readonly kind: TableKind;
	readonly required: readonly string[];
	readonly optional: readonly string[];
	/** Headers by name; `customer` comes from `identity`. */
	readonly roles: Readonly<Partial<Record<Exclude<Role, 'customer'>, string>>>;
	/** Headers that tell people apart, the best first. */
	readonly identity: readonly string[];
	readonly quirks: Quirks;
}

/** Headers written one behind the other, parted by commas. */
export const list = (headers: string): string[] => headers.split(',').map((header) => header.trim());

/** Undone orders in marketplaces of South-East Asia, by the words of their status. */
const undone =
	/cancel|return|refund|unpaid|failed|hủy|huỷ|trả hàng|hoàn tiền|chưa thanh toán|batal|pulang|pengembalian|belum bayar|ยกเลิก|คืนสินค้า|คืนเงิน|ยังไม่ชำระ/i;

export const sources: readonly Source[] = [
	{
		id: 'shopifyOrders',
		name: 'Shopify orders',
		kind: 'orders',
		required: list('Name, Financial Status, Lineitem name, Created at'),
		optional: list(
			'Email, Paid at, Fulfillment Status, Fulfilled at, Accepts Marketing, Currency, Subtotal, Shipping, Taxes, Total, Discount Code, Discount Amount, Shipping Method, Lineitem quantity, Lineitem price, Lineitem compare at price, Lineitem sku, Lineitem requires shipping, Lineitem taxable, Lineitem fulfillment status, Billing Name, Billing Street, Billing Address1, Billing Address2, Billing Company, Billing City, Billing Zip, Billing Province, Billing Country, Billing Phone, Shipping Name, Shipping Street, Shipping Address1, Shipping Address2, Shipping Company, Shipping City, Shipping Zip, Shipping Province, Shipping Country, Shipping Phone, Notes, Note Attributes, Cancelled at, Payment Method, Payment Reference, Refunded Amount, Vendor, Outstanding Balance, Employee, Location, Device ID, Id, Tags, Risk Level, Source, Lineitem discount, Tax 1 Name, Tax 1 Value, Tax 2 Name, Tax 2 Value, Tax 3 Name, Tax 3 Value, Tax 4 Name, Tax 4 Value, Tax 5 Name, Tax 5 Value, Phone, Receipt Number, Billing Province Name, Shipping Province Name'
		),
		roles: {
			order: 'Name',
			time: 'Created at',
			amount: 'Total',
			quantity: 'Lineitem quantity',
			product: 'Lineitem sku',
			description: 'Lineitem name',
			country: 'Billing Country',
			status: 'Financial Status',
			channel: 'Source',
			discount: 'Discount Amount'
		},
		identity: list('Email, Phone, Billing Phone, Billing Name'),
		quirks: {
			firstLineOnly: true,
			amountPerOrder: true,
			refund: 'Refunded Amount',
			currency: 'Currency',
			rows: [
				{ header: 'Financial Status', drop: /voided/i },
				{ header: 'Cancelled at', drop: /./ }
			]
		}
	},
	{
		id: 'shopifyCustomers',
		name: 'Shopify customers',
		kind: 'customers',
		required: list(
			'First Name, Last Name, Email, Accepts Email Marketing|Accepts Marketing, Address1|Default Address Address1, Total Spent, Total Orders'
		),
		optional: list(
			'Customer ID, Company|Default Address Company, Address2|Default Address Address2, City|Default Address City, Province, Province Code|Default Address Province Code, Country, Country Code|Default Address Country Code, Zip|Default Address Zip, Phone, Accepts SMS Marketing, Tags, Note, Tax Exempt'
		),
		roles: { amount: 'Total Spent', quantity: 'Total Orders', country: 'Country Code' },
		identity: list('Customer ID, Email, Phone'),
		quirks: {}
	},
	{
		id: 'wooOrders',
		name: 'WooCommerce orders',
		kind: 'orders',
		required: list('Date, Order #, N. Revenue|Net Sales, Status, Customer, Customer type, Product(s), Items sold, Coupon(s)'),
		optional: list('N. Revenue (formatted), Attribution'),
		roles: {
			order: 'Order #',
			time: 'Date',
			amount: 'N. Revenue',
			quantity: 'Items sold',
			description: 'Product(s)',
			status: 'Status',
			channel: 'Attribution',
			discount: 'Coupon(s)'
		},
		identity: list('Customer'),
		quirks: { rows: [{ header: 'Status', drop: /cancel|failed|pending|refunded|trash/i }], nameOnly: true }
	},
	{
		id: 'wooCustomers',
		name: 'WooCommerce customers',
		kind: 'customers',
		required: list('Name, Username, Last Active, Sign Up, Email, Orders, Total Spend, AOV'),
		optional: list('Country / Region, City, Region, Postal Code'),
		roles: { time: 'Last Active', amount: 'Total Spend', quantity: 'Orders', country: 'Country / Region' },
		identity: list('Email, Username, Name'),
		quirks: { activityTime: true }
	},
	{
		id: 'stripePayments',
		name: 'Stripe payments',
		kind: 'orders',
		required: list('id, Created (UTC)|Created, Amount, Amount Refunded, Currency, Status, Captured, Customer ID'),
		optional: list(
			'Description, Seller Message, Converted Amount, Converted Amount Refunded, Fee, Tax, Converted Currency, Mode, Statement Descriptor|Statement Description, Customer Description, Customer Email, Card ID, Card Last4, Card Brand|Card Type, Card Funding, Card Exp Month, Card Exp Year, Card Name, Card Address Line1, Card Address Line2, Card Address City, Card Address State, Card Address Country, Card Address Zip, Card Issue Country, Card Fingerprint, Card CVC Status, Card AVS Zip Status, Card AVS Line1 Status, Card Tokenization Method, Disputed Amount, Dispute Status, Dispute Reason, Dispute Date (UTC), Dispute Evidence Due (UTC), Invoice ID, Payment Source Type, Destination, Transfer, Interchange Costs, Merchant Service Charge, Transfer Group, PaymentIntent ID'
		),
		roles: {
			order: 'id',
			time: 'Created (UTC)',
			amount: 'Amount',
			description: 'Description',
			country: 'Card Address Country',
			status: 'Status'
		},
		identity: list('Customer Email, Customer ID, Card Fingerprint'),
		quirks: {
			refund: 'Amount Refunded',
			currency: 'Currency',
			rows: [
				{ header: 'Status', keep: /^(paid|succeeded|refunded|partially refunded)$/i },
				{ header: 'Captured', keep: /^true$/i },
				{ header: 'Mode', keep: /^live$/i }
			]
		}
	},
	{
		id: 'squareTransactions',
		name: 'Square transactions',
		kind: 'orders',
		required: list('Date, Time, Gross Sales, Net Sales, Total Collected, Transaction ID, Event Type, Customer ID'),
		optional: list(
			'Time Zone, Discounts, Service Charges, Gift Card Sales, Tax, Tip, Partial Refunds, Source, Card, Card Entry Methods, Cash, Square Gift Card, Other Tender, Other Tender Type, Other Tender Note, Fees, Net Total, Payment ID, Card Brand, PAN Suffix, Device Name, Staff Name, Staff ID, Details, Description, Location, Dining Option, Customer Name, Customer Reference ID'
		),
		roles: {
			order: 'Transaction ID',
			time: 'Date',
			amount: 'Net Sales',
			description: 'Description',
			channel: 'Source',
			discount: 'Discounts'
		},
		identity: list('Customer ID, Customer Reference ID, Customer Name'),
		quirks: { timeOfDay: 'Time' }
	},
	{
		id: 'squareItems',
		name: 'Square items',
		kind: 'orders',
		required: list('Date, Time, Item, Qty, Price Point Name, Gross Sales, Net Sales, Transaction ID, Event Type, Customer ID'),
		optional: list(
			'Time Zone, Category, SKU, Modifiers Applied, Discounts, Tax, Payment ID, Device Name, Notes, Details, Location, Dining Option, Customer Name, Customer Reference ID'
		),
		roles: {
			order: 'Transaction ID',
			time: 'Date',
			amount: 'Net Sales',
			quantity: 'Qty',
			product: 'SKU',
			description: 'Item',
			category: 'Category',
			discount: 'Discounts'
		},
		identity: list('Customer ID, Customer Reference ID, Customer Name'),
		quirks: { timeOfDay: 'Time' }
	},
	{
		id: 'ga4Events',
		name: 'Google Analytics 4 events',
		kind: 'events',
		required: list('event_timestamp, event_name, user_pseudo_id'),
		optional: list(
			'event_date, user_id, user_first_touch_timestamp, user_ltv.revenue, user_ltv.currency, device.category, geo.country, geo.region, geo.city, traffic_source.name, traffic_source.medium, traffic_source.source, ecommerce.purchase_revenue, ecommerce.purchase_revenue_in_usd, ecommerce.transaction_id, ecommerce.total_item_quantity, page_location|event_params.page_location, page_title|event_params.page_title, ga_session_id|event_params.ga_session_id, ga_session_number|event_params.ga_session_number, session_engaged|event_params.session_engaged, engagement_time_msec|event_params.engagement_time_msec, platform'
		),
		roles: {
			order: 'ecommerce.transaction_id',
			time: 'event_timestamp',
			amount: 'ecommerce.purchase_revenue',
			quantity: 'ecommerce.total_item_quantity',
			description: 'event_name',
			country: 'geo.country',
			channel: 'traffic_source.source'
		},
		identity: list('user_id, user_pseudo_id'),
		// Read as orders, only its purchases count; a line per item repeats the revenue of the whole.
		quirks: { amountPerOrder: true, rows: [{ header: 'event_name', keep: /^(in_app_)?purchase$/i }] }
	},
	{
		id: 'ga4Users',
		name: 'Google Analytics 4 users',
		kind: 'customers',
		required: list('pseudo_user_id|user_id, user_ltv.revenue_in_usd, user_ltv.sessions, occurrence_date, last_updated_date'),
		optional: list(
			'user_ltv.engagement_time_millis, user_ltv.purchases, user_ltv.engaged_sessions, user_ltv.session_duration_micros, predictions.in_app_purchase_score_7d, predictions.purchase_score_7d, predictions.churn_score_7d, predictions.revenue_28d_in_usd'
		),
		roles: { time: 'last_updated_date', amount: 'user_ltv.revenue_in_usd', quantity: 'user_ltv.purchases' },
		identity: list('pseudo_user_id'),
		quirks: { activityTime: true }
	},
	{
		id: 'hubspotContacts',
		name: 'HubSpot contacts',
		kind: 'customers',
		required: list('Record ID, First Name, Last Name, Email, Lifecycle Stage, Create Date'),
		optional: list(
			'Full Name, Phone Number, Mobile Phone Number, Job Title, Company Name, Country/Region, City, State/Region, Postal Code, Lead Status, Original Source, Original Source Drill-Down 1, Contact owner, Last Modified Date, Notes, Annual Revenue, Marketing contact status, GDPR consent, Lead Score, Associated Company|Associated Company IDs'
		),
		roles: { time: 'Create Date', country: 'Country/Region', status: 'Lifecycle Stage' },
		identity: list('Record ID, Email'),
		quirks: { activityTime: true }
	},
	{
		id: 'hubspotDeals',
		name: 'HubSpot deals',
		kind: 'orders',
		required: list('Record ID, Deal Name, Deal Stage, Amount'),
		optional: list(
			'Deal owner, Close Date, Create Date, Pipeline, Associated Company IDs|Associated Company, Associated Contact IDs|Associated Contact'
		),
		roles: { order: 'Record ID', time: 'Close Date', amount: 'Amount', description: 'Deal Name', status: 'Deal Stage' },
		identity: list('Associated Contact IDs, Associated Company IDs'),
		quirks: { rows: [{ header: 'Deal Stage', keep: /closed ?won|^won$/i }] }
	},
	{
		id: 'mailchimpAudience',
		name: 'Mailchimp audience',
		kind: 'customers',
		required: list('Email Address, MEMBER_RATING, OPTIN_TIME, CONFIRM_TIME, LEID, EUID'),
		optional: list(
			'First Name, Last Name, OPTIN_IP, CONFIRM_IP, LATITUDE, LONGITUDE, GMTOFF, DSTOFF, TIMEZONE, CC, REGION, LAST_CHANGED, NOTES, TAGS, UNSUB_TIME, UNSUB_CAMPAIGN_TITLE, UNSUB_REASON, UNSUB_REASON_OTHER'
		),
		roles: { time: 'LAST_CHANGED', country: 'CC' },
		identity: list('Email Address, EUID'),
		quirks: { activityTime: true }
	},
	{
		id: 'klaviyoProfiles',
		name: 'Klaviyo profiles',
		kind: 'customers',
		required: list(
			'Email, Klaviyo ID, Email Marketing Consent, Profile Created On, Historic Customer Lifetime Value, Historic Number Of Orders'
		),
		optional: list(
			'First Name, Last Name, Email Suppressions, Email Suppressions Timestamp, First Active, Last Active, Last Open, Last Click, Total Customer Lifetime Value, Predicted Customer Lifetime Value, Predicted Number Of Orders, Average Order Value, Average Days Between Orders, Expected Date Of Next Order'
		),
		roles: { time: 'Last Active', amount: 'Historic Customer Lifetime Value', quantity: 'Historic Number Of Orders' },
		identity: list('Klaviyo ID, Email'),
		quirks: { activityTime: true }
	},
	{
		id: 'tiktokOrders',
		name: 'TikTok Shop orders',
		kind: 'orders',
		required: list('Order ID, Order Status, SKU ID, Seller SKU, Quantity, Order Amount, Created Time, Buyer Username'),
		optional: list(
			'Order Substatus, Cancelation/Return Type, Normal or Pre-order, Product Name, Variation, Sku Quantity of return, SKU Unit Original Price, SKU Subtotal Before Discount, SKU Platform Discount, SKU Seller Discount, SKU Subtotal After Discount, Shipping Fee After Discount, Original Shipping Fee, Shipping Fee Seller Discount, Shipping Fee Platform Discount, Payment platform discount, Buyer Service Fee, Handling Fee, Shipping Insurance, Item Insurance, Taxes, Order Refund Amount, Paid Time, RTS Time, Shipped Time, Delivered Time, Cancelled Time, Cancel By, Cancel Reason, Fulfillment Type, Warehouse Name, Tracking ID'
		),
		roles: {
			order: 'Order ID',
			time: 'Created Time',
			amount: 'Order Amount',
			quantity: 'Quantity',
			product: 'SKU ID',
			description: 'Product Name',
			status: 'Order Status',
			discount: 'SKU Seller Discount'
		},
		identity: list('Buyer Username'),
		quirks: {
			amountPerOrder: true,
			refund: 'Order Refund Amount',
			rows: [{ header: 'Order Status', drop: undone }]
		}
	},
	{
		id: 'shopeeOrders',
		name: 'Shopee orders',
		kind: 'orders',
		required: list(
			'Order ID|No. Pesanan|หมายเลขคำสั่งซื้อ, Order Status|Status Pesanan|สถานะการสั่งซื้อ, Order Creation Date|Waktu Pesanan Dibuat|วันที่ทำการสั่งซื้อ, Product Name|Nama Produk|ชื่อสินค้า, Deal Price|Harga Setelah Diskon|ราคาขาย, Quantity|Jumlah|จำนวน, Total Amount|Total Pembayaran|จำนวนเงินทั้งหมด, Username (Buyer)|Username (Pembeli)|ชื่อผู้ใช้ (ผู้ซื้อ)'
		),
		optional: list(
			'Tracking Number*|No. Resi|*หมายเลขติดตามพัสดุ, Shipping Option|Opsi Pengiriman|ตัวเลือกการจัดส่ง, Shipment Method|Antar ke counter/ pick-up|วิธีการจัดส่ง, Estimated Ship Out Date|Pesanan Harus Dikirimkan Sebelum (Menghindari keterlambatan)|วันที่คาดว่าจะทำการจัดส่งสินค้า, Order Paid Time|Waktu Pembayaran Dilakukan|เวลาการชำระสินค้า, Parent SKU Reference No.|SKU Induk, SKU Reference No.|Nomor Referensi SKU|เลขอ้างอิง SKU (SKU Reference No.), Variation Name|Nama Variasi|ชื่อตัวเลือก, Original Price|Harga Awal|ราคาตั้งต้น, Product Subtotal|Total Harga Produk|ราคาขายสุทธิ, Seller Rebate, Seller Discount|Diskon Dari Penjual, Shopee Rebate|Diskon Dari Shopee, SKU Total Weight|Berat Produk, No of product in order|Jumlah Produk di Pesan, Order Total Weight|Total Berat, Seller Voucher|Voucher Ditanggung Penjual, Seller Absorbed Coin Cashback|Cashback Koin, Shopee Voucher|Voucher Ditanggung Shopee, Bundle Deal Indicator|Paket Diskon, Shopee Bundle Discount|Paket Diskon (Diskon dari Shopee), Seller Bundle Discount|Paket Diskon (Diskon dari Penjual), Shopee Coins Offset|Potongan Koin Shopee|ส่วนลดจากการใช้เหรียญ, Credit Card Discount Total|Diskon Kartu Kredit, Buyer Paid Shipping Fee|Ongkos Kirim Dibayar oleh Pembeli|ค่าจัดส่งที่ชำระโดยผู้ซื้อ, Transaction Fee, Commission Fee|ค่าคอมมิชชั่น, Service Fee|ค่าบริการ, Grand Total, Estimated Shipping Fee|Perkiraan Ongkos Kirim|ค่าจัดส่งโดยประมาณ, Receiver Name|Nama Penerima|ชื่อผู้รับ, Phone Number|No. Telepon|หมายเลขโทรศัพท์, Delivery Address|Alamat Pengiriman|ที่อยู่ในการจัดส่ง, Area|Kota/Kabupaten|เขต/อำเภอ, State|Provinsi|จังหวัด, Country|ประเทศ, Zip Code|รหัสไปรษณีย์, Cancel reason|Alasan Pembatalan|เหตุผลในการยกเลิกคำสั่งซื้อ, Return / Refund Status|Status Pembatalan/ Pengembalian|สถานะการคืนเงินหรือคืนสินค้า, Ship Time|Waktu Pengiriman Diatur|เวลาส่งสินค้า, Order Complete Time|Waktu Pesanan Selesai|เวลาที่ทำการสั่งซื้อสำเร็จ, Remark from buyer|Catatan dari Pembeli|หมายเหตุจากผู้ซื้อ, Note|Catatan'
		),
		roles: {
			order: 'Order ID',
			time: 'Order Creation Date',
			amount: 'Total Amount',
			quantity: 'Quantity',
			product: 'SKU Reference No.',
			description: 'Product Name',
			country: 'Country',
			status: 'Order Status',
			discount: 'Seller Discount'
		},
		identity: list('Username (Buyer)'),
		quirks: { amountPerOrder: true, rows: [{ header: 'Order Status', drop: undone }] }
	},
	{
		id: 'shopeeOrdersVi',
		name: 'Shopee đơn hàng',
		kind: 'orders',
		required: list(
			'Mã đơn hàng, Ngày đặt hàng, Trạng Thái Đơn Hàng, Tên sản phẩm, Giá ưu đãi, Số lượng, Tổng số tiền người mua thanh toán, Người Mua'
		),
		optional: list(
			'Mã Kiện Hàng, Nhận xét từ Người mua, Mã vận đơn, Đơn Vị Vận Chuyển, Ngày giao hàng dự kiến, SKU sản phẩm, SKU phân loại hàng, Tên phân loại hàng, Tổng số tiền Người mua thanh toán, Phí vận chuyển mà người mua trả, Tên Người nhận, Số điện thoại, Tỉnh/Thành phố, TP / Quận / Huyện, Quận, Địa chỉ nhận hàng, Ghi chú, Sản Phẩm Bán Chạy, Lý do hủy, Phương thức giao hàng, Loại đơn hàng, Ngày gửi hàng, Thời gian giao hàng, Trạng thái Trả hàng/Hoàn tiền, Cân nặng sản phẩm, Tổng cân nặng, Giá gốc, Người bán trợ giá, Được Shopee trợ giá, Tổng số tiền được người bán trợ giá, Số lượng sản phẩm được hoàn trả, Tổng giá bán (sản phẩm), Tổng giá trị đơn hàng (VND), Mã giảm giá của Shop, Mã giảm giá của Shopee, Giảm giá từ combo Shopee, Giảm giá từ Combo của Shop, Phí cố định, Phí Dịch Vụ, Phí xử lý giao dịch|Phí thanh toán, Thời gian hoàn thành đơn hàng'
		),
		roles: {
			order: 'Mã đơn hàng',
			time: 'Ngày đặt hàng',
			amount: 'Tổng số tiền người mua thanh toán',
			quantity: 'Số lượng',
			product: 'SKU phân loại hàng',
			description: 'Tên sản phẩm',
			status: 'Trạng Thái Đơn Hàng'
		},
		identity: list('Người Mua'),
		quirks: { amountPerOrder: true, rows: [{ header: 'Trạng Thái Đơn Hàng', drop: undone }] }
	},
	{
		id: 'lazadaOrders',
		name: 'Lazada orders',
		kind: 'orders',
		required: list('orderItemId, orderNumber, status, paidPrice'),
		optional: list('createTime, customerName, customerEmail, sellerSku, itemName, unitPrice, shippingCountry'),
		roles: {
			order: 'orderNumber',
			time: 'createTime',
			amount: 'paidPrice',
			product: 'sellerSku',
			description: 'itemName',
			country: 'shippingCountry',
			status: 'status'
		},
		identity: list('customerEmail, customerName'),
		quirks: { rows: [{ header: 'status', drop: undone }] }
	},
	{
		id: 'onlineRetail',
		name: 'UCI Online Retail',
		kind: 'orders',
		required: list('InvoiceNo|Invoice, StockCode, Description, Quantity, InvoiceDate, UnitPrice|Price, CustomerID|Customer ID'),
		optional: list('Country'),
		roles: {
			order: 'InvoiceNo',
			time: 'InvoiceDate',
			quantity: 'Quantity',
			price: 'UnitPrice',
			product: 'StockCode',
			description: 'Description',
			country: 'Country'
		},
		identity: list('CustomerID'),
		quirks: {}
	}
];
