import { expect, it } from 'vitest';
import { initialLayers, type Layer, type Loss } from '../../../src/lib/backend/network.js';
import { normal, seeded } from '../../../src/lib/random.js';
import { quiet } from '../predict/quiet.js';
import { plainBackend } from './backends.js';

const rows = 12;

function lossOf(layers: Layer[], x: Float32Array, y: Float32Array, loss: Loss): number {
	const z = plainBackend.forward(layers, x, rows);
	const terms = Array.from(z, (value, k) => {
		if (loss === 'divergence') return y[k]! * Math.log(y[k]! / value);
		return loss === 'squared' ? (value - y[k]!) ** 2 : Math.log(1 + Math.exp(value)) - value * y[k]!;
	});
	return terms.reduce((a, b) => a + b, 0) / (loss === 'divergence' ? rows : terms.length);
}

// The first step of Adam moves every weight by the learning rate against the sign of its gradient.
it.each([
	['squared', 2],
	['crossEntropy', 1],
	['divergence', 3]
] as const)('the first step on %s goes down the slope that finite differences see, weight by weight', async (loss, outputs) => {
	const random = seeded(4);
	const last = loss === 'divergence' ? (['linear', 'student'] as const) : (['linear'] as const);
	const layers = initialLayers([5, 7, ...(last.length > 1 ? [4] : []), outputs], ['relu', ...last], random);
	const x = Float32Array.from({ length: rows * 5 }, () => normal(random));
	const y = Float32Array.from({ length: rows * outputs }, (_, k) => {
		if (loss === 'divergence') return (k + Math.floor(k / outputs)) % outputs === 0 ? 0.8 : 0.1;
		return loss === 'squared' ? normal(random) : Math.round(random());
	});
	const fill = (_: number, intoX: Float32Array, intoY: Float32Array) => (intoX.set(x), intoY.set(y));
	const plan = {
		layers,
		loss,
		batchSize: rows,
		steps: 1,
		learningRate: 1e-3,
		schedule: 'constant',
		weightDecay: 0,
		fill,
		reportEvery: 1
	} as const;
	const trained = await plainBackend.train(plan, quiet);
	let compared = 0;
	layers.forEach((layer, l) => {
		for (const part of ['weights', 'bias'] as const) {
			layer[part].forEach((weight, k) => {
				const nudged = (by: number) =>
					lossOf(
						layers.map((other, m) => (m === l ? { ...other, [part]: other[part].with(k, weight + by) } : other)),
						x,
						y,
						loss
					);
				const slope = (nudged(1e-2) - nudged(-1e-2)) / 2e-2;
				if (Math.abs(slope) < 1e-3) return;
				expect(trained.layers[l]![part][k]! - weight).toBeCloseTo(-1e-3 * Math.sign(slope), 5);
				compared++;
			});
		}
	});
	expect(compared).toBeGreaterThan(30);
});

it('decay takes the stated share of the weights and leaves the biases', async () => {
	const layers: Layer[] = [{ inputs: 1, units: 1, activation: 'linear', weights: Float32Array.of(2), bias: Float32Array.of(3) }];
	const fill = (_: number, x: Float32Array, y: Float32Array) => (x.fill(0), y.fill(3));
	const plan = {
		layers,
		loss: 'squared',
		batchSize: 1,
		steps: 1,
		learningRate: 0.1,
		schedule: 'constant',
		weightDecay: 0.5,
		fill,
		reportEvery: 1
	} as const;
	const { layers: trained } = await plainBackend.train(plan, quiet);
	expect([trained[0]!.weights[0], trained[0]!.bias[0]]).toEqual([expect.closeTo(1.9, 6), 3]);
});
