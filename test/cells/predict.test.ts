import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { run as features } from '../../src/cells/features/run.js';
import { spec as featuresSpec } from '../../src/cells/features/spec.js';
import { apply, run as predict, type PredictModel } from '../../src/cells/predict/run.js';
import { spec, type Lesson } from '../../src/cells/predict/spec.js';
import type { Customers } from '../../src/lib/features/customers.js';
import { featuresAt } from '../../src/lib/features/features.js';
import { outcomesOf } from '../../src/lib/features/outcome.js';
import { takeCustomers } from '../../src/lib/features/take.js';
import { purchaseLog } from '../../src/lib/features/log.js';
import type { CardRow, CardVerdict } from '../../src/lib/predict/card.js';
import { rocAuc } from '../../src/lib/predict/metrics.js';
import { normal, seeded } from '../../src/lib/random.js';
import { quietContext } from '../context.js';
import { peopleOf } from '../lib/features/people.js';
import { ordersOf } from '../lib/features/orders.js';
import { madeAnalysisDay, madeOrders, varied } from '../lib/predict/made.js';

const ctx = quietContext();
const of = (customers: Customers, params: Partial<v.InferInput<typeof spec.params>> = {}) =>
	predict(ctx, v.parse(spec.params, params), { customers });
const asked = <Answer>({ answers }: Awaited<ReturnType<typeof of>>, question: string, args: unknown) =>
	answers![question]!(args as never, new AbortController().signal, false) as Promise<Answer>;

/** People of whom a third responded, the likelier the more they spend and the older they are. */
const random = seeded(8);
const people = Array.from({ length: 900 }, () => ({
	spend: normal(random),
	age: normal(random),
	noise: normal(random),
	month: Math.floor(12 * random())
}));
const answered = people.map(({ spend, age }) => random() < 1 / (1 + Math.exp(1.2 - 1.5 * spend - age)));
async function customersWith(columns: Record<string, unknown[]>): Promise<Customers> {
	const table = peopleOf(
		{
			Spend: people.map(({ spend }) => 100 + 30 * spend),
			Years: people.map(({ age }) => 45 + 9 * age),
			Weight: people.map(({ noise }) => 70 + 12 * noise),
			Season: people.map(({ month }) => `m${month}`),
			...columns
		} as never,
		people.map((_, i) => `c${i}`)
	);
	return (await features(ctx, v.parse(featuresSpec.params, {}), { table: { orders: null, people: table, events: null } })).output;
}

describe('scores of a column', () => {
	it('are given for the one that looks like an outcome, its positive value named, by models that did not know the customer', async () => {
		const customers = await customersWith({ Response: answered.map((yes) => (yes ? 'Yes' : 'No')) });
		const result = await of(customers);
		const scores = result.output!;
		expect(scores).toMatchObject({ target: { kind: 'column', name: 'Response', positive: 'Yes' }, horizonDays: null });
		const y = Uint8Array.from(answered, Number);
		const byId = Uint8Array.from(customers.ids, (id) => y[Number(id.slice(1))]!);
		const auc = rocAuc(byId, scores.values);
		// The best there is, which knows how it was made.
		const ideal = rocAuc(
			y,
			Float64Array.from(people, ({ spend, age }) => 1.5 * spend + age)
		);
		expect(auc).toBeGreaterThan(ideal - 0.02);
		expect(auc).toBeLessThan(ideal + 0.01);
		expect(Math.abs(scores.values.reduce((sum, p) => sum + p, 0) / 900 - scores.baseRate)).toBeLessThan(0.03);
		expect(result.view!.result!.models).toEqual(['baseRate', 'single', 'logistic', 'network', 'trees']);
	});

	it('are given to customers whose outcome is not known, and to new ones by the model alone', async () => {
		const customers = await customersWith({ Response: answered.map((yes, i) => (i < 700 ? (yes ? 'Yes' : 'No') : null)) });
		const { output, model } = await of(customers);
		expect(output!.values.every((p) => p > 0 && p < 1)).toBe(true);
		const fresh = takeCustomers(
			customers,
			Int32Array.from(customers.ids.keys()).filter((i) => Number(customers.ids[i]!.slice(1)) >= 700)
		);
		const again = await apply(structuredClone(model) as PredictModel, { customers: fresh });
		again.values.forEach((p, i) => expect(p).toBeCloseTo(output!.values[customers.ids.indexOf(fresh.ids[i]!)]!, 6));
	});

	it('leave out a column that knows the outcome, and say so; it is used when trusted', async () => {
		const customers = await customersWith({
			Response: answered.map((yes) => (yes ? 'Yes' : 'No')),
			Refund: answered.map((yes) => (yes ? 5 + random() : random()))
		});
		const { view, output } = await of(customers);
		const [first] = view!.result!.questioned;
		expect([first!.feature.attribute!.name, first!.used]).toEqual(['Refund', false]);
		expect(first!.auc).toBe(1);
		expect(output!.auc).toBeLessThan(0.9);
		const trusting = await of(customers, { trusted: [first!.feature.attribute!.column] });
		expect(trusting.view!.result!.questioned[0]!.used).toBe(true);
		expect(trusting.output!.auc).toBeGreaterThan(0.99);
	});

	it('question a column that is far better than any other, and leave it out when told to', async () => {
		const customers = await customersWith({
			Response: answered.map((yes) => (yes ? 'Yes' : 'No')),
			Clicks: answered.map((yes) => (yes ? 2 : 0) + normal(random))
		});
		const { view } = await of(customers);
		const [first] = view!.result!.questioned;
		expect([first!.feature.attribute!.name, first!.used]).toEqual(['Clicks', true]);
		const without = await of(customers, { without: [first!.feature.attribute!.column] });
		expect(without.view!.result!.questioned[0]).toMatchObject({ used: false });
		expect(without.output!.auc).toBeLessThan(first!.auc);
	});

	it('keep the values of a column together in the test', async () => {
		// What tells the outcome holds within a season only.
		const customers = await customersWith({
			Responded: people.map(({ month }) => (month % 2 === 0 ? random() < 0.8 : random() < 0.2))
		});
		const season = customers.features.find(({ attribute }) => attribute?.name === 'Season')!.attribute!.column;
		const free = await of(customers);
		const grouped = await of(customers, { group: season });
		expect(free.output!.auc).toBeGreaterThan(0.75);
		expect(grouped.view!.result!.report.verdict).toBe('noBetterThanChance');
	});

	it('say in words why there are none: few of them, all alike, no such column', async () => {
		const few = await of(await customersWith({ Response: people.map((_, i) => (i < 5 ? 'Yes' : 'No')) }));
		expect(few.blocked).toMatchObject({ id: 'fewOutcomes', facts: { column: 'Response', n: 900, positives: 5 } });
		expect(few.view).toMatchObject({ result: null, target: { name: 'Response' } });
		const constant = await of(await customersWith({ Response: people.map(() => 'No') }));
		expect(constant.blocked).toMatchObject({ id: 'constantOutcome', facts: { column: 'Response', n: 900 } });
		const besides = await customersWith({ Churn: people.map(() => 'no'), Response: answered.map((yes) => (yes ? 'Yes' : 'No')) });
		expect((await of(besides)).view).toMatchObject({ target: { name: 'Response' }, targets: [{ name: 'Response' }, { name: 'Churn' }] });
		const unnamed = await of(await customersWith({ Member: answered.map((yes) => (yes ? 'Yes' : 'No')) }));
		expect(unnamed.view).toMatchObject({ target: null, targets: [{ name: 'Member', positive: 'Yes' }], result: null });
	});
});

it('an outcome counts as the word for yes, the greater number, or else the rarer word', () => {
	const table = peopleOf(
		{
			A: ['co', 'khong', 'co'],
			B: [2, 1, 1],
			C: ['stay', 'stay', 'go'],
			D: ['x', 'y', 'z'],
			E: [1, 1, 1],
			F: [true, false, true]
		} as never,
		['a', 'b', 'c']
	);
	const found = outcomesOf(table, Int32Array.of(0, 1, 2));
	expect(found.map(({ name, positive, values }) => [name, positive, [...values]])).toEqual([
		['A', 'co', [1, 0, 1]],
		['B', 2, [1, 0, 0]],
		['C', 'go', [0, 0, 1]],
		['F', true, [1, 0, 1]]
	]);
});

describe('scores of orders', () => {
	const { ids, log } = purchaseLog(ordersOf(madeOrders(400, varied, 3)));
	const customers: Customers = {
		ids,
		analysisDay: madeAnalysisDay,
		features: featuresAt(log, madeAnalysisDay),
		country: null,
		currency: null,
		log
	};

	it('answer with the rows of each method, a lesson of the network, and a verdict that another model does not change', async () => {
		const result = await of(customers, { horizon: 40 });
		const { models, report } = result.view!.result!;
		expect(report.models.map(({ model }) => model)).toEqual(['baseRate', 'recency', 'frequency', 'habit', 'rfm', 'logistic']);
		for (const model of models.filter((one) => one !== 'network')) expect(await asked<CardRow[]>(result, 'rows', model)).toHaveLength(2);
		const looks: Lesson['looks'][number][] = [];
		let rows: Lesson['rows'] = null;
		for (let questions = 0; !rows; questions++) {
			expect(questions).toBeLessThan(200);
			const lesson = await asked<Lesson>(result, 'lesson', { after: looks.length, stop: false });
			looks.push(...lesson.looks);
			rows = lesson.rows;
		}
		expect(rows).toHaveLength(2);
		expect(looks.at(-1)!.loss).toBeLessThan(looks[0]!.loss);
		const verdict = await asked<CardVerdict>(result, 'verdict', null);
		const trees = await of(customers, { horizon: 40, model: 'trees' });
		expect(trees.output).toMatchObject({ model: 'trees', horizonDays: 40, asOfDay: madeAnalysisDay });
		expect(await asked<CardRow[]>(trees, 'rows', 'network')).toBe(rows);
		expect(await asked<CardVerdict>(trees, 'verdict', null)).toEqual(verdict);
	});

	it('end a lesson early when told to, and keep the best weights', async () => {
		const result = await of({ ...customers }, { horizon: 40 });
		const first = await asked<Lesson>(result, 'lesson', { after: 0, stop: true });
		let { rows } = first;
		let seen = first.looks.length;
		while (!rows) {
			const lesson = await asked<Lesson>(result, 'lesson', { after: seen, stop: true });
			seen += lesson.looks.length;
			rows = lesson.rows;
		}
		expect(seen).toBeLessThan(50);
		expect(rows.at(-1)!.figures.auc.value).toBeGreaterThan(0.5);
	});

	it('stop a lesson when the question is withdrawn, and begin anew when it is asked again', async () => {
		const result = await of({ ...customers }, { horizon: 40 });
		const controller = new AbortController();
		const lesson = result.answers!['lesson']!({ after: 1000, stop: false } as never, controller.signal, false) as Promise<Lesson>;
		controller.abort(new Error('withdrawn'));
		await expect(lesson).rejects.toThrow('withdrawn');
		expect((await asked<Lesson>(result, 'lesson', { after: 0, stop: false })).looks.length).toBeGreaterThan(0);
	});

	it('tell who spends more than before, among those who bought lately', async () => {
		const { output } = await of(customers, { horizon: 40, target: 'more' });
		expect(output).toMatchObject({ target: { kind: 'more' }, horizonDays: 40 });
		const lately = ids.map((_, c) => log.day.slice(log.start[c], log.start[c + 1]).some((day) => day >= madeAnalysisDay - 40));
		output!.values.forEach((p, c) => expect(Number.isNaN(p)).toBe(!lately[c]));
	});

	it('tell who reaches the next tier of value, with base rate and backtest, and nothing of who is in the best', async () => {
		const { output, view } = await of(customers, { horizon: 40, target: 'tier' });
		expect(output).toMatchObject({ target: { kind: 'tier' }, horizonDays: 40, asOfDay: madeAnalysisDay });
		const { report, models } = view!.result!;
		expect(report.test.baseRate).toBeGreaterThan(0.02);
		expect(models).toContain('trees');
		const scored = [...output!.values].filter((p) => p >= 0 && p <= 1).length;
		expect(scored).toBe(320);
		expect(report.verdict).not.toBe('noBetterThanChance');
	});

	it.each(['purchase', 'more', 'tier'] as const)('say in words that nobody came back, and keep the choices: %s', async (target) => {
		const once = purchaseLog(
			ordersOf(
				Array.from({ length: 400 }, (_, i) => ({
					customer: String(i),
					time: (madeAnalysisDay - 1 - (i % 150)) * 86_400_000,
					amount: 1 + i
				}))
			)
		);
		const { output, view, blocked } = await of({ ...customers, ids: once.ids, log: once.log, features: [] }, { horizon: 40, target });
		expect(output).toBeNull();
		expect(blocked).toMatchObject({ id: 'nobodyReturns', facts: { n: 400, returned: 0 } });
		expect(view).toMatchObject({ target: { kind: target }, result: null });
	});

	it('say in words that all spent the same, so that there is no tier to reach', async () => {
		const seen = new Set<string>();
		const spent = (customer: string) => (seen.has(customer) ? 0 : seen.add(customer) && 5);
		const alike = madeOrders(200, varied, 3).map((row) => ({ ...row, amount: spent(row.customer) }));
		const { ids: own, log: flat } = purchaseLog(ordersOf(alike));
		const { blocked } = await of({ ...customers, ids: own, log: flat, features: [] }, { horizon: 40, target: 'tier' });
		expect(blocked).toMatchObject({ id: 'tooFewAsked', facts: { n: 0, needed: 50 } });
	});

	it.each(['more', 'tier'] as const)('are given where some had more refunded than they paid: %s', async (target) => {
		const rows = madeOrders(300, varied, 5).map((row) => (Number(row.customer) % 10 === 0 ? { ...row, amount: -row.amount } : row));
		const { ids: own, log: refunded } = purchaseLog(ordersOf(rows));
		const { output, blocked } = await of({ ...customers, ids: own, log: refunded, features: [] }, { horizon: 40, target });
		expect(blocked).toBeUndefined();
		expect([...output!.values].filter((p) => p >= 0 && p <= 1).length).toBeGreaterThan(100);
	});

	it('say in words that the horizon is longer than the history bears, and keep the choices', async () => {
		const { output, view, blocked } = await of(customers, { horizon: 365 });
		expect(output).toBeNull();
		expect(blocked).toMatchObject({ id: 'tooShortHistory', facts: { needed: 913 } });
		expect(view).toMatchObject({ target: { kind: 'purchase' }, result: null });
	});
});
