import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { digamma, logBeta, logGamma } from '../../../src/lib/stats/gamma.js';
import { hypergeometric } from '../../../src/lib/stats/hypergeometric.js';
import { sharedFile } from '../../shared.js';

const vectors = sharedFile('data/stat_vectors/reference.json');
type Values = Record<string, number>;
const read = () =>
	(JSON.parse(readFileSync(vectors!, 'utf8')) as { special_functions: Record<'gammaln' | 'betaln' | 'hyp2f1', Values> }).special_functions;
const relative = (value: number, expected: number) => Math.abs(value / expected - 1);
const numbers = (key: string) =>
	key
		.replace(/[()\s]/g, '')
		.split(',')
		.map(Number);

describe.runIf(vectors)('special functions equal those of an independent library, to ten digits', () => {
	it('ln Γ', () => {
		for (const [x, expected] of Object.entries(read().gammaln)) expect(relative(logGamma(Number(x)), expected)).toBeLessThan(1e-10);
	});
	it('ln B', () => {
		for (const [key, expected] of Object.entries(read().betaln)) {
			const [a, b] = numbers(key) as [number, number];
			expect(relative(logBeta(a, b), expected)).toBeLessThan(1e-10);
		}
	});
	it('₂F₁, up to 10¹⁹⁷', () => {
		for (const [key, expected] of Object.entries(read().hyp2f1)) {
			const [a, b, c, z] = numbers(key) as [number, number, number, number];
			expect(relative(hypergeometric(a, b, c, z), expected), key).toBeLessThan(1e-10);
		}
	});
});

describe('special functions in closed form', () => {
	it('Γ(½) = √π, Γ(n) = (n − 1)!, and nothing at or below zero', () => {
		expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14);
		expect(logGamma(11)).toBeCloseTo(Math.log(3_628_800), 12);
		expect(logGamma(1)).toBeCloseTo(0, 14);
		expect(logGamma(0)).toBeNaN();
	});
	it('ψ(1) = −γ, ψ(½) = −γ − 2 ln 2, ψ(x + 1) = ψ(x) + 1 ÷ x, and nothing at or below zero', () => {
		const euler = 0.577_215_664_901_532_9;
		expect(digamma(1)).toBeCloseTo(-euler, 13);
		expect(digamma(0.5)).toBeCloseTo(-euler - 2 * Math.LN2, 13);
		for (const x of [0.01, 0.7, 9.6, 400]) expect(digamma(x + 1) - digamma(x)).toBeCloseTo(1 / x, 11);
		expect(digamma(0)).toBeNaN();
	});
	it('₂F₁(1, 1; 2; z) = −ln(1 − z) ÷ z and ₂F₁(a, b; b; z) = (1 − z)^−a', () => {
		for (const z of [0.001, 0.3, 0.9, 0.999]) {
			expect(relative(hypergeometric(1, 1, 2, z), -Math.log1p(-z) / z)).toBeLessThan(1e-12);
			expect(relative(hypergeometric(0.7, 3.2, 3.2, z), Math.pow(1 - z, -0.7))).toBeLessThan(1e-12);
		}
		expect(hypergeometric(2, 3, 4, 0)).toBe(1);
		expect(hypergeometric(1, 1, 2, 1)).toBeNaN();
	});
});
