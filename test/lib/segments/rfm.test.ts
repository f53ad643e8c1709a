import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { permutation, seeded } from '../../../src/lib/random.js';
import { rfmLabels, rfmName, scoreByFifths, scoreByThresholds } from '../../../src/lib/segments/rfm.js';
import { rfmNames } from '../../../src/lib/segments/segments.js';
import { sharedFile } from '../../shared.js';

const random = seeded(11);
/** Two in three ordered once, as in most shops. */
const orders = Float64Array.from({ length: 3000 }, () => (random() < 0.65 ? 1 : 1 + Math.floor(-4 * Math.log(random()))));

/** The rule by counting, one customer at a time. */
function naive(values: Float64Array): number[] {
	return [...values].map((value) => {
		const less = values.filter((other) => other < value).length;
		const equal = values.filter((other) => other === value).length;
		return Math.min(5, 1 + Math.floor((5 * (less + 0.5 * equal)) / values.length));
	});
}

describe('scores by fifths', () => {
	it('follow the rule, counted customer by customer', () => {
		expect([...scoreByFifths(orders, 'high').scores]).toEqual(naive(orders));
		expect([...scoreByFifths(orders, 'low').scores]).toEqual(naive(orders.map((value) => -value)));
	});
	it('give equal customers equal scores and do not depend on the order of the rows', () => {
		const order = permutation(orders.length, seeded(3));
		const shuffled = scoreByFifths(
			Float64Array.from(order, (i) => orders[i]!),
			'high'
		).scores;
		const { scores } = scoreByFifths(orders, 'high');
		expect([...shuffled]).toEqual([...order].map((i) => scores[i]));
		expect(new Set(scores.filter((_, i) => orders[i] === 1)).size).toBe(1);
	});
	it('never score a better value lower', () => {
		const { scores } = scoreByFifths(orders, 'high');
		const byValue = [...orders.keys()].sort((a, b) => orders[a]! - orders[b]!);
		for (let i = 1; i < byValue.length; i++) expect(scores[byValue[i]!]).toBeGreaterThanOrEqual(scores[byValue[i - 1]!]!);
	});
	it('print the values that each score covers, and none where nobody has the score', () => {
		const { scores, ranges } = scoreByFifths(Float64Array.of(1, 1, 1, 1, 1, 1, 2, 3, 4, 9), 'high');
		expect([...scores]).toEqual([2, 2, 2, 2, 2, 2, 4, 4, 5, 5]);
		expect(ranges).toEqual([null, { low: 1, high: 1 }, null, { low: 2, high: 3 }, { low: 4, high: 9 }]);
	});
});

it('scores by thresholds count the thresholds that a value reaches', () => {
	expect([...scoreByThresholds(Float64Array.of(1, 2, 3, 4, 5, 6, 40), [2, 3, 4, 6]).scores]).toEqual([1, 2, 3, 4, 4, 5, 5]);
});

describe('the ten names', () => {
	/** The published table: recency scores, frequency scores. */
	const table: Record<(typeof rfmNames)[number], [number[], number[]]> = {
		champions: [[5], [4, 5]],
		loyal: [
			[3, 4],
			[4, 5]
		],
		potential: [
			[4, 5],
			[2, 3]
		],
		new: [[5], [1]],
		promising: [[4], [1]],
		attention: [[3], [3]],
		sleep: [[3], [1, 2]],
		risk: [
			[1, 2],
			[3, 4]
		],
		lose: [[1, 2], [5]],
		hibernating: [
			[1, 2],
			[1, 2]
		]
	};
	it('cover each of the 25 squares exactly once', () => {
		for (let r = 1; r <= 5; r++) {
			for (let f = 1; f <= 5; f++) {
				const fitting = rfmNames.filter((name) => table[name][0].includes(r) && table[name][1].includes(f));
				expect(fitting).toEqual([rfmName(r, f)]);
			}
		}
	});
	it('label customers by their two scores', () => {
		expect([...rfmLabels(Uint8Array.of(5, 1, 3), Uint8Array.of(5, 5, 3))].map((label) => rfmNames[label])).toEqual([
			'champions',
			'lose',
			'attention'
		]);
	});
});

const path = sharedFile('data/online_retail/rfm_2011-12-10.csv');
describe.runIf(path)('on Online Retail', () => {
	it('differs from the published equal-count scores only beside a tie or a boundary', () => {
		const [, ...lines] = readFileSync(path!, 'utf8').trim().split('\n');
		const rows = lines.map((line) => line.split(',').map(Number));
		const column = (j: number) => Float64Array.from(rows, (row) => row[j]!);
		const monetary = scoreByFifths(column(3), 'high').scores;
		const apart = rows.filter((row, i) => row[6] !== monetary[i]).length;
		expect(apart).toBeLessThan(rows.length * 0.002);
		const recency = scoreByFifths(column(1), 'low').scores;
		rows.forEach((row, i) => expect(Math.abs(row[4]! - recency[i]!)).toBeLessThanOrEqual(1));
	});
});
