/** One product of the sample shop; prices are plain amounts in no named currency. */
export interface Product {
	readonly name: string;
	readonly category: Category;
	readonly price: number;
}
export type Category = 'Tea' | 'Coffee' | 'Snacks' | 'Stationery' | 'Kitchen' | 'Linen' | 'Gifts' | 'Cartons';

type Line = readonly [category: Category, items: readonly (readonly [name: string, price: number])[], variants: readonly string[]];
const lines: readonly Line[] = [
	[
		'Tea',
		[
			['Jasmine tea', 6.5],
			['Lotus tea', 7.2],
			['Oolong tea', 8.4],
			['Ginger tea', 5.8],
			['Black tea', 5.2]
		],
		['50 g', '100 g', 'bags']
	],
	[
		'Coffee',
		[
			['Robusta beans', 7.9],
			['Arabica beans', 9.8],
			['Drip coffee', 6.4],
			['Kopi tarik mix', 5.5]
		],
		['light', 'dark', 'decaf']
	],
	[
		'Snacks',
		[
			['Cashew nuts', 6.9],
			['Dried mango', 5.4],
			['Coconut crackers', 4.6],
			['Sesame brittle', 4.2]
		],
		['small', 'family', 'mixed']
	],
	[
		'Stationery',
		[
			['Notebook', 5.9],
			['Washi tape', 3.9],
			['Greeting card', 3.4],
			['Paper lantern', 6.8]
		],
		['red', 'jade', 'indigo']
	],
	[
		'Kitchen',
		[
			['Rice bowl', 14.5],
			['Clay pot', 32],
			['Bamboo steamer', 21],
			['Noodle bowl', 17.5],
			['Chopsticks', 9.5]
		],
		['white', 'blue', 'wood']
	],
	[
		'Linen',
		[
			['Table runner', 24],
			['Cushion cover', 19.5],
			['Batik throw', 42],
			['Tea towel', 11]
		],
		['plain', 'striped', 'batik']
	],
	[
		'Gifts',
		[
			['Tea gift box', 38],
			['Lacquer tray', 46],
			['Silk scarf', 54],
			['Candle set', 27]
		],
		['gold', 'rose', 'pine']
	],
	[
		'Cartons',
		[
			['Tea carton', 48],
			['Coffee carton', 56],
			['Snack carton', 41]
		],
		['12', '24']
	]
];

/** Everything the sample shop sells. */
export const catalogue: readonly Product[] = lines.flatMap(([category, items, variants]) =>
	items.flatMap(([name, price]) => variants.map((variant) => ({ name: `${name} ${variant}`, category, price })))
);
