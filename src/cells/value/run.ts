import { shownId } from '../../lib/features/customers.js';
import { endBefore, knownAt } from '../../lib/features/features.js';
import { Problem } from '../../lib/problem.js';
import { survivalAt } from '../../lib/stats/kaplan-meier.js';
import { dueOrders, type Due } from '../../lib/value/due.js';
import { valueCustomers, type ValueReport } from '../../lib/value/valuation.js';
import type { Values } from '../../lib/value/values.js';
import type { Run } from '../cell.js';
import { taskOf } from '../task.js';
import type { DueRow, spec, ValueView } from './spec.js';

export const run: Run<typeof spec, Values | null, ValueView | undefined> = async (
	ctx,
	{ horizon, margin, discount, model },
	{ customers }
) => {
	const { log, analysisDay, currency } = customers;
	if (!log || analysisDay === null) return { output: null, view: undefined, blocked: new Problem('valueNeedsOrders') };
	const terms = { horizonMonths: horizon, margin: margin / 100, annualDiscount: discount / 100 };
	const viewOf = ({ gaps, ...report }: ValueReport, due: Due | null = null): ValueView => ({
		report,
		gaps: {
			closed: gaps.closed,
			open: gaps.open,
			returned: Float64Array.from({ length: gaps.curve.lastTime + 1 }, (_, days) => 1 - survivalAt(gaps.curve, days))
		},
		currency,
		due: due && { dated: due.order.length, undated: due.undated, bins: due.bins }
	});
	const { values, report } = await valueCustomers(
		log,
		analysisDay,
		terms,
		{ seed: ctx.seed, currency, wanted: model === 'auto' ? null : model, onPast: (past) => ctx.preview(viewOf(past)) },
		taskOf(ctx, 'value.stage')
	);
	const { future } = values;
	const due = future && dueOrders(future, knownAt(log, analysisDay), analysisDay);
	const dueRows = ({ from, to }: { from: number; to: number }, _signal: AbortSignal, reveal: boolean): DueRow[] =>
		Array.from(due!.order.subarray(from, to), (c) => ({
			id: shownId(customers.ids[c]!, customers.idKind, reveal),
			last: log.day[endBefore(log.day, log.start[c]!, log.start[c + 1]!, analysisDay) - 1]!,
			next: future!.next.day[c]!,
			low: future!.next.low[c]!,
			high: future!.next.high[c]!,
			chance: future!.chance[c]!
		}));
	const view = viewOf(report, due);
	return {
		output: values,
		view,
		transfer: [view.gaps.returned.buffer],
		...(due ? { answers: { due: dueRows } } : {})
	};
};
