import * as v from 'valibot';
import { defineCell } from '../cell.js';
export const spec = defineCell({
	type: 'rfm',
	version: 1,
	params: v.object({
		frequency: v.optional(v.picklist(['orders', 'days']), 'orders'),
		monetary: v.optional(v.picklist(['total', 'average']), 'total'),
		cutoffs: v.optional(v.picklist(['quantiles', 'business']), 'quantiles')
	}),
	inputs: { customers: { kind: 'customers' } },
	output: 'segments',
	cost: 'light'
});
