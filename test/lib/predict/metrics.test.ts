import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { delong } from '../../../src/lib/predict/delong.js';
import { brier, calibration, gains, logLoss, rocAuc, wilson } from '../../../src/lib/predict/metrics.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { sharedFile } from '../../shared.js';

/** Chances rounded to hundredths, so that many are equal, and outcomes that follow them. */
function made(n: number, seed: number): { y: Uint8Array; p: Float64Array } {
	const random = seeded(seed);
	const p = Float64Array.from({ length: n }, () => Math.round(random() * 100) / 100);
	return { p, y: Uint8Array.from(p, (chance) => (random() < chance ? 1 : 0)) };
}

function pairsAuc(y: Uint8Array, scores: ArrayLike<number>): number {
	let won = 0;
	let pairs = 0;
	y.forEach((a, i) =>
		y.forEach((b, j) => {
			if (a <= b) return;
			pairs++;
			won += scores[i]! > scores[j]! ? 1 : scores[i] === scores[j] ? 0.5 : 0;
		})
	);
	return won / pairs;
}

const vectors = sharedFile('data/stat_vectors/reference.json');

describe.runIf(vectors)('the reference vectors', () => {
	interface Reference {
		y: number[];
		p: number[];
		auc: number;
		brier: number;
		log_loss: number;
		deciles: { n: number; mean_p: number; rate: number }[];
	}
	const reference = vectors ? (JSON.parse(readFileSync(vectors, 'utf8')) as { binary_metrics: Reference }).binary_metrics : null;
	const y = Uint8Array.from(reference?.y ?? []);
	const p = Float64Array.from(reference?.p ?? []);

	it('have their AUC, Brier score and log loss', () => {
		expect(rocAuc(y, p)).toBeCloseTo(reference!.auc, 10);
		expect(brier(y, p)).toBeCloseTo(reference!.brier, 10);
		expect(logLoss(y, p)).toBeCloseTo(reference!.log_loss, 10);
	});

	it('have their deciles once ties are broken by the order of the file, as the reference does', () => {
		const untied = p.map((value, i) => value - i * 1e-9);
		const deciles = [...reference!.deciles].reverse();
		expect(calibration(y, untied)).toEqual(
			deciles.map(
				({ n, mean_p, rate }) => expect.objectContaining({ n, predicted: expect.closeTo(mean_p, 6) as number, observed: rate }) as object
			)
		);
		expect(gains(y, untied).map(({ rate }) => rate)).toEqual(reference!.deciles.map(({ rate }) => rate));
	});
});

describe('ROC AUC', () => {
	it.each([1, 2, 3])('is the share of pairs in order, ties half (seed %i)', (seed) => {
		const { y, p } = made(150, seed);
		expect(rocAuc(y, p)).toBeCloseTo(pairsAuc(y, p), 12);
	});

	it('is one half for a constant score, 1 and 0 for perfect ones, and unknown where nobody bought', () => {
		const y = Uint8Array.of(0, 1, 0, 1);
		expect(rocAuc(y, new Float64Array(4))).toBe(0.5);
		expect(rocAuc(y, Float64Array.of(1, 3, 2, 4))).toBe(1);
		expect(rocAuc(y, Float64Array.of(4, 2, 3, 1))).toBe(0);
		expect(rocAuc(new Uint8Array(4), Float64Array.of(1, 2, 3, 4))).toBeNaN();
	});

	it('with weights is that of the entries written out so many times', () => {
		const { y, p } = made(80, 5);
		const random = seeded(9);
		const weights = Uint32Array.from(y, () => Math.floor(random() * 4));
		const copies = [...weights].flatMap((weight, i) => Array<number>(weight).fill(i));
		expect(rocAuc(y, p, undefined, weights)).toBeCloseTo(
			pairsAuc(
				Uint8Array.from(copies, (i) => y[i]!),
				Float64Array.from(copies, (i) => p[i]!)
			),
			12
		);
	});
});

describe('Wilson intervals', () => {
	it.each([
		[81, 263, 0.2553, 0.3662],
		[15, 148, 0.0624, 0.1605],
		[0, 20, 0, 0.1611],
		[1, 29, 0.0061, 0.1718]
	])('of %i in %i are those of Newcombe (1998), table I', (count, n, low, high) => {
		expect(wilson(count, n).low).toBeCloseTo(low, 4);
		expect(wilson(count, n).high).toBeCloseTo(high, 4);
	});
});

describe('calibration', () => {
	it('covers everyone once, in ascending bins of like size, and meets the diagonal for true chances', () => {
		const { y, p } = made(20_000, 6);
		const bins = calibration(y, p);
		expect(bins).toHaveLength(10);
		expect(bins.reduce((sum, { n }) => sum + n, 0)).toBe(20_000);
		bins.forEach(({ predicted, observed, n }, k) => {
			expect(Math.abs(n - 2000)).toBeLessThan(300);
			expect(Math.abs(predicted - observed)).toBeLessThan(0.04);
			if (k > 0) expect(predicted).toBeGreaterThan(bins[k - 1]!.predicted);
		});
	});

	it('keeps equal chances in one bin', () => {
		const y = Uint8Array.from({ length: 100 }, (_, i) => (i % 4 === 0 ? 1 : 0));
		expect(calibration(y, new Float64Array(100).fill(0.3))).toEqual([expect.objectContaining({ n: 100, observed: 0.25 })]);
		const two = calibration(
			y,
			Float64Array.from(y, (_, i) => (i < 33 ? 0.9 : 0.1))
		);
		expect(two.map(({ n }) => n)).toEqual([67, 33]);
	});
});

describe('gains', () => {
	it('count buyers from the best score down and end with everyone', () => {
		const random = seeded(8);
		const scores = Float64Array.from({ length: 205 }, () => random());
		const y = Uint8Array.from(scores, (score) => (random() < score ? 1 : 0));
		const sorted = [...scores.keys()].sort((a, b) => scores[b]! - scores[a]!).map((i) => y[i]!);
		const total = sorted.reduce((a, b) => a + b, 0);
		let from = 0;
		for (const { n, buyers, rate, lift, contacted, found } of gains(y, scores)) {
			const group = sorted.slice(from, (from += n));
			const expected = group.reduce((a, b) => a + b, 0);
			expect(buyers).toBeCloseTo(expected, 9);
			expect(rate).toBeCloseTo(expected / n, 9);
			expect(lift).toBeCloseTo(expected / n / (total / 205), 9);
			expect(contacted).toBeCloseTo(from / 205, 12);
			expect(found).toBeCloseTo(sorted.slice(0, from).reduce((a, b) => a + b, 0) / total, 9);
		}
		expect(from).toBe(205);
	});

	it('of a constant score find exactly the share contacted, whatever the order of the file', () => {
		const y = Uint8Array.from({ length: 200 }, (_, i) => (i < 40 ? 1 : 0));
		for (const { lift, contacted, found } of gains(y, new Float64Array(200))) {
			expect(lift).toBeCloseTo(1, 12);
			expect(found).toBeCloseTo(contacted, 12);
		}
	});
});

describe('the covariance of areas by DeLong', () => {
	const random = seeded(12);
	const n = 1500;
	const y = Uint8Array.from({ length: n }, () => (random() < 0.4 ? 1 : 0));
	const good = Float64Array.from(y, (outcome) => outcome + normal(random));
	const near = good.map((score) => score + 0.3 * normal(random));

	/** Variance of AUC from the placements of each entry (DeLong et al. 1988). */
	function placements(scores: Float64Array): { buyers: number[]; others: number[] } {
		const of = (outcome: number) => [...scores].filter((_, i) => y[i] === outcome);
		const [others, buyers] = [of(0), of(1)];
		const share = (values: number[], test: (value: number) => boolean) => values.filter(test).length / values.length;
		return { buyers: buyers.map((b) => share(others, (o) => o < b)), others: others.map((o) => share(buyers, (b) => b > o)) };
	}
	function covariance(a: number[], b: number[]): number {
		const mean = (values: number[]) => values.reduce((x, y) => x + y, 0) / values.length;
		const [ma, mb] = [mean(a), mean(b)];
		return a.reduce((sum, value, i) => sum + (value - ma) * (b[i]! - mb), 0) / (a.length - 1) / a.length;
	}

	it('is that of the placements as they are counted one by one', () => {
		const { auc, covariance: of, standardError } = delong(y, [good, near]);
		const [pa, pb] = [placements(good), placements(near)];
		expect(auc[0]).toBeCloseTo(rocAuc(y, good), 12);
		expect(standardError(0) ** 2).toBeCloseTo(covariance(pa.buyers, pa.buyers) + covariance(pa.others, pa.others), 12);
		expect(of(0, 1)).toBeCloseTo(covariance(pa.buyers, pb.buyers) + covariance(pa.others, pb.others), 12);
	});

	it('counts ties half, so that a constant score has an area of one half and no error', () => {
		const { auc, standardError } = delong(y, [new Float64Array(n), good.map(Math.round)]);
		expect([auc[0], standardError(0)]).toEqual([0.5, 0]);
		expect(auc[1]).toBeCloseTo(rocAuc(y, good.map(Math.round)), 12);
	});
});
