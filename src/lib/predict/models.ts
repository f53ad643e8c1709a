import type { Backend } from '../backend/network.js';
import { permutation, seeded } from '../random.js';
import { sortedNumbers } from '../stats/quantile.js';
import { skewness } from '../stats/skewness.js';
import { part, pause, type Task } from '../task.js';
import { fitOrders } from '../value/fit.js';
import { distinctHistories, historyOf, type Histories } from '../value/histories.js';
import { probabilityOfOrder, type OrderModel } from '../value/order-model.js';
import { daysPerWeek } from '../value/time.js';
import { logitOf } from './calibrate.js';
import { applyRecipe, learnRecipe, orderLog, type Columns, type Recipe } from './design.js';
import { takeSample, type Known, type Sample } from './known.js';
import { fitLogistic, linearChances, type Linear } from './logistic.js';
import { fitNetwork, networkChances, type Look, type Network } from './network.js';
import type { ModelId, Target } from './scores.js';
import { fitTrees, treeChances, type Forest } from './trees.js';

/** What a model learned: all that it takes to give chances. Plain data. */
export type Predictor =
	| { readonly kind: 'rate'; readonly rate: number }
	| ({ readonly kind: 'linear' } & Regression)
	| { readonly kind: 'network'; readonly recipe: Recipe; readonly network: Network }
	| { readonly kind: 'trees'; readonly forest: Forest }
	/** The chance of a purchase within `weeks`; with a `regression`, what its logit says of another target. */
	| ({ readonly kind: 'orders'; readonly regression: Regression | null } & Purchases);

/** A logistic regression on columns made ready by a recipe. */
interface Regression {
	readonly recipe: Recipe;
	readonly linear: Linear;
}

export interface Learning {
	/** How far ahead outcomes lie; null where that is not known. */
	readonly horizonDays: number | null;
	readonly target: Target['kind'];
	readonly seed: number;
	/** Watches a network learn; see `fitNetwork`. */
	readonly onLook?: (look: Look) => boolean;
}

/** Models learn from no more rows than this, drawn at random. */
const mostRows = 20_000;

/** The plain orders: the column that sorts customers, and which end of it comes first. */
const plain = {
	recency: { column: 'recency', first: 'low' },
	frequency: { column: 'purchaseDays', first: 'high' },
	habit: { column: 'silence', first: 'low' },
	nearest: { column: 'neededOrders', first: 'low' }
} as const;
const rfm = ['recency', 'purchaseDays', 'monetary'];
/** Weight of a plain order that the outcomes spoke against: it sorts as it says, and gives everyone about the base rate. */
const least = 1e-3;

/**
 * What a model of this kind learns from a sample. Plain orders (by recency, by frequency, by silence, by what is still needed) become chances by a logistic
 * regression on that one column, so that all models can be held to the same figures; they sort as they say whatever was learned. So does the
 * chance of a purchase by a model of orders where the target is another.
 * @param backend what networks run on; null where no other model is to be learned
 * @throws Problem `diverged`
 */
export async function learn(
	model: ModelId,
	whole: Sample,
	{ horizonDays, target, seed, onLook }: Learning,
	backend: Backend | null,
	task: Task
): Promise<Predictor> {
	const sample = whole.rows > mostRows ? takeSample(whole, permutation(whole.rows, seeded(seed)).slice(0, mostRows)) : whole;
	const { columns, histories, outcomes } = sample;
	const takesLog = histories ? orderLog : isSkewed;
	const regress = async (own: Columns, log = takesLog): Promise<Regression> => {
		const recipe = learnRecipe(own, log);
		return { recipe, linear: await fitLogistic(applyRecipe(recipe, own), outcomes, task) };
	};
	const regressInOrder = async (own: Columns, first: 'low' | 'high', log = takesLog): Promise<Regression> => {
		const learned = await regress(own, log);
		const sign = first === 'high' ? 1 : -1;
		if (sign * learned.linear.weights[0]! > 0) return learned;
		const weights = learned.linear.weights.map((_, j) => (j === 0 ? sign * least : 0));
		return { ...learned, linear: { bias: logitOf(sample.rate), weights } };
	};
	switch (model) {
		case 'baseRate':
			return { kind: 'rate', rate: sample.rate };
		case 'recency':
		case 'frequency':
		case 'habit':
		case 'nearest': {
			const { column, first } = plain[model];
			return { kind: 'linear', ...(await regressInOrder(only(columns, [column]), first)) };
		}
		case 'rfm':
			return { kind: 'linear', ...(await regress(only(columns, rfm))) };
		case 'single':
			return { kind: 'linear', ...(await regress(only(columns, [bestColumn(sample)]))) };
		case 'logistic':
			return { kind: 'linear', ...(await regress(columns)) };
		case 'network': {
			const recipe = learnRecipe(columns, takesLog);
			return { kind: 'network', recipe, network: await fitNetwork(applyRecipe(recipe, columns), outcomes, seed, backend!, task, onLook) };
		}
		case 'trees':
			return { kind: 'trees', forest: await fitTrees(columns, outcomes, seed, task) };
		case 'orders': {
			const purchases = { orders: await orderModel(sample, task), weeks: horizonDays! / daysPerWeek };
			const regression = target === 'purchase' ? null : await regressInOrder(purchaseLogits(purchases, histories!()), 'high', () => false);
			return { kind: 'orders', ...purchases, regression };
		}
	}
}

/** The chance of each customer, before it is calibrated; `backend` as in `learn`. */
export function foretell(predictor: Predictor, { rows, columns, histories }: Known, backend: Backend | null): Float64Array {
	switch (predictor.kind) {
		case 'rate':
			return new Float64Array(rows).fill(predictor.rate);
		case 'linear':
			return regressed(predictor, columns);
		case 'network':
			return networkChances(predictor.network, applyRecipe(predictor.recipe, columns), backend!);
		case 'trees':
			return treeChances(predictor.forest, columns);
		case 'orders': {
			const { regression } = predictor;
			return regression ? regressed(regression, purchaseLogits(predictor, histories!())) : purchaseChances(predictor, histories!());
		}
	}
}

const regressed = ({ recipe, linear }: Regression, columns: Columns): Float64Array => linearChances(linear, applyRecipe(recipe, columns));

interface Purchases {
	readonly orders: OrderModel;
	readonly weeks: number;
}

const purchaseLogits = (purchases: Purchases, histories: Histories): Columns => ({
	chance: purchaseChances(purchases, histories).map(logitOf)
});

function purchaseChances({ orders, weeks }: Purchases, histories: Histories): Float64Array {
	const rows = distinctHistories(histories);
	const chances = rows.count.map((_, k) => probabilityOfOrder(orders, historyOf(rows, k), weeks));
	return Float64Array.from(rows.rowOf, (row) => chances[row]!);
}

const only = (columns: Columns, ids: readonly string[]): Columns => Object.fromEntries(ids.map((id) => [id, columns[id]!]));

/** Numbers that are never negative and trail off to the right are taken by their logarithm. */
const isSkewed = (_id: string, values: Float64Array): boolean =>
	values.every((value) => value >= 0) && skewness(values) > 1 && new Set(values).size > 2;

/**
 * How well each column by itself tells the outcomes: the area under its ROC curve, turned so that it is at least one half. Who has no value
 * stands together, on the side where that tells more.
 */
export function columnAucs({ columns, outcomes }: Pick<Sample, 'columns' | 'outcomes'>): { readonly id: string; readonly auc: number }[] {
	return Object.entries(columns).map(([id, values]) => {
		const [positives, others] = [1, 0].map((kind) => values.filter((_, i) => outcomes[i] === kind)) as [Float64Array, Float64Array];
		const missing = [positives, others].map((own) => own.reduce((n, value) => n + (Number.isNaN(value) ? 1 : 0), 0)) as [number, number];
		const [above, below] = [sortedNumbers(positives), sortedNumbers(others)];
		let pairs = 0;
		for (let i = 0, less = 0, upTo = 0; i < above.length; i++) {
			while (less < below.length && below[less]! < above[i]!) less++;
			while (upTo < below.length && below[upTo]! <= above[i]!) upTo++;
			pairs += (less + upTo) / 2;
		}
		const ties = (missing[0] * missing[1]) / 2;
		const all = positives.length * others.length;
		const low = (pairs + above.length * missing[1] + ties) / all;
		const high = (pairs + missing[0] * below.length + ties) / all;
		return { id, auc: Math.max(low, 1 - low, high, 1 - high) };
	});
}

/** The column that tells the outcomes best by itself. */
export const bestColumn = (sample: Sample): string => columnAucs(sample).reduce((best, own) => (own.auc > best.auc ? own : best)).id;

/** The likelier of BG/NBD and MBG/NBD where the histories say that customers leave, else NBD, in which nobody does. */
async function orderModel(sample: Sample, task: Task): Promise<OrderModel> {
	const histories = sample.histories!();
	const fits = [await fitOrders('bgnbd', histories, part(task, 0, 0.4)), await fitOrders('mbgnbd', histories, part(task, 0.4, 0.8))].filter(
		({ leavingIdentified }) => leavingIdentified
	);
	await pause(task);
	if (fits.length === 0) return (await fitOrders('nbd', histories, part(task, 0.8, 1))).model;
	return fits.reduce((a, b) => (b.logLikelihood > a.logLikelihood ? b : a)).model;
}
