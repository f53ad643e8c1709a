import type { InferOutput } from 'valibot';
import { openBackend } from '../../lib/backend/open.js';
import { featureInfo, type Customers, type OutcomeColumn } from '../../lib/features/customers.js';
import { backtest, scoresOf, type ScoreModel } from '../../lib/predict/backtest.js';
import { Card } from '../../lib/predict/card.js';
import { columnsOf, columnSource, type ColumnSource } from '../../lib/predict/column-source.js';
import { askedAt, lookAt, ordersSource } from '../../lib/predict/orders-source.js';
import type { Scores, Target } from '../../lib/predict/scores.js';
import type { Source } from '../../lib/predict/source.js';
import { Problem } from '../../lib/problem.js';
import type { Apply, Run } from '../cell.js';
import { taskOf } from '../task.js';
import { questions } from './questions.js';
import { targetKey, type PredictResult, type PredictView, type spec } from './spec.js';

type Params = InferOutput<typeof spec.params>;

/** What the cell learned, with what the scores are to say of themselves. */
export interface PredictModel {
	readonly scoreModel: ScoreModel;
	readonly about: Omit<Scores, 'values' | 'asOfDay'>;
}

export const run: Run<typeof spec, Scores | null, PredictView | undefined> = async (ctx, params, { customers }) => {
	const targets = targetsOf(customers);
	const target = targets.find((one) => targetKey(one) === params.target) ?? targets.find(isUsual(customers)) ?? null;
	const choices = { target, targets, groups: groupsOf(customers), currency: customers.currency };
	if (!target) {
		const view = targets.length > 0 ? { ...choices, result: null } : undefined;
		return { output: null, view, blocked: new Problem('scoresNeedOrders') };
	}
	const { horizon, group, without, trusted, model, device } = params;
	let card: Card;
	try {
		const of = JSON.stringify([target, horizon, group, without, trusted, ctx.seed]);
		card = cardOf(customers, of, () => new Card(sourceOf(customers, target, params), ctx.seed));
	} catch (cause) {
		// Another horizon or target may do: the choices stay.
		if (cause instanceof Problem) return { output: null, view: { ...choices, result: null }, blocked: cause };
		throw cause;
	}
	const { source } = card;
	const backend = model === 'network' ? await openBackend(device) : null;
	const wanted = model === 'auto' ? null : model;
	const { report, scores, scoreModel } = await backtest(source, { seed: ctx.seed, wanted }, backend, taskOf(ctx, 'predict.stage.backtest'));
	const { values, asOfDay: _, ...about } = scores;
	const learned: PredictModel = { scoreModel, about };
	return {
		output: scores,
		view: {
			...choices,
			result: {
				report,
				...todayOf(values),
				questioned: isColumnSource(source)
					? source.questioned.map(({ feature, auc, used }) => ({ feature: featureInfo(feature), auc, used }))
					: [],
				single: isColumnSource(source) ? featureInfo(customers.features.find(({ id }) => id === source.single)!) : null,
				models: source.models,
				trials: source.trials,
				device: backend?.device ?? null
			}
		},
		model: learned,
		answers: questions(ctx, device, card)
	};
};

const isColumnSource = (source: Source): source is ColumnSource => 'questioned' in source;

/** All that could be foretold of these customers. */
function targetsOf({ log, analysisDay, outcomes = [] }: Customers): Target[] {
	const orders: Target[] = log && analysisDay !== null ? [{ kind: 'purchase' }, { kind: 'more' }, { kind: 'tier' }] : [];
	return [...orders, ...outcomes.map(({ column, name, positive }) => ({ kind: 'column' as const, column, name, positive }))];
}

/** What is foretold unless another is chosen. */
const isUsual =
	({ outcomes = [] }: Customers) =>
	(target: Target): boolean =>
		target.kind === 'purchase' || (target.kind === 'column' && outcomes.some(({ column, likely }) => likely && column === target.column));

function sourceOf(customers: Customers, target: Target, { horizon, group, without, trusted }: Params): Source {
	if (target.kind === 'column') return columnSource(customers, outcomeAt(customers, target.column), { group, without, trusted });
	return ordersSource(customers.log!, { analysisDay: customers.analysisDay!, horizonDays: horizon, target: target.kind });
}

const outcomeAt = ({ outcomes = [] }: Customers, at: number): OutcomeColumn => outcomes.find(({ column }) => column === at)!;

function groupsOf({ features }: Customers): PredictView['groups'] {
	const names = new Map(features.flatMap(({ attribute }) => (attribute ? [[attribute.column, attribute.name] as const] : [])));
	return [...names].map(([column, name]) => ({ column, name }));
}

/** The last card of a table of customers: choosing another model must not repeat it. */
const remembered = new WeakMap<Customers, { readonly of: string; readonly card: Card }>();

function cardOf(customers: Customers, of: string, make: () => Card): Card {
	const held = remembered.get(customers);
	if (held?.of === of) return held.card;
	const card = make();
	remembered.set(customers, { of, card });
	return card;
}

function todayOf(values: Scores['values']): Pick<PredictResult, 'today' | 'expected' | 'customers'> {
	const today = new Array<number>(10).fill(0);
	let [sum, customers] = [0, 0];
	for (const value of values) {
		if (Number.isNaN(value)) continue;
		today[Math.min(9, Math.floor(value * 10))]!++;
		sum += value;
		customers++;
	}
	return { today, expected: sum / customers, customers };
}

/**
 * Scores customers with a model learned before.
 * @throws Problem scoresNeedOrders
 */
export const apply: Apply<typeof spec, PredictModel, Promise<Scores>> = async ({ scoreModel, about }, { customers }) => {
	const { log, analysisDay } = customers;
	const backend = scoreModel.predictor.kind === 'network' ? await openBackend() : null;
	const values = new Float32Array(customers.ids.length).fill(NaN);
	if (about.target.kind === 'column') {
		const known = { rows: customers.ids.length, columns: columnsOf(customers.features, null), histories: null };
		values.set(scoresOf(scoreModel, known, backend));
	} else {
		if (!log || analysisDay === null) throw new Problem('scoresNeedOrders');
		const asking = { horizonDays: about.horizonDays!, target: about.target.kind };
		const asked = askedAt(log, analysisDay, asking);
		scoresOf(scoreModel, lookAt(log, analysisDay, asked, asking), backend).forEach((chance, i) => (values[asked[i]!] = chance));
	}
	return { ...about, values, asOfDay: analysisDay };
};
