import { Problem } from '../../lib/problem.js';
import { survivalAt } from '../../lib/stats/kaplan-meier.js';
import { valueCustomers } from '../../lib/value/valuation.js';
import type { Values } from '../../lib/value/values.js';
import type { Run } from '../cell.js';
import { taskOf } from '../task.js';
import type { spec, ValueView } from './spec.js';

export const run: Run<typeof spec, Values | null, ValueView | undefined> = async (
	ctx,
	{ horizon, margin, discount, model },
	{ customers }
) => {
	const { log, analysisDay, currency } = customers;
	if (!log || analysisDay === null) return { output: null, view: undefined, blocked: new Problem('valueNeedsOrders') };
	const terms = { horizonMonths: horizon, margin: margin / 100, annualDiscount: discount / 100 };
	const { values, report } = await valueCustomers(
		log,
		analysisDay,
		terms,
		{ seed: ctx.seed, currency, wanted: model === 'auto' ? null : model },
		taskOf(ctx, 'value.stage')
	);
	const { gaps, ...rest } = report;
	const returned = Float64Array.from({ length: gaps.curve.lastTime + 1 }, (_, days) => 1 - survivalAt(gaps.curve, days));
	return {
		output: values,
		view: { report: rest, gaps: { closed: gaps.closed, open: gaps.open, returned }, currency },
		transfer: [returned.buffer]
	};
};
