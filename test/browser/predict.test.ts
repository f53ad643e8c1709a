import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { apply as applyScores, run as predict, type PredictModel } from '../../src/cells/predict/run.js';
import { spec as predictSpec } from '../../src/cells/predict/spec.js';
import { quietContext } from '../context.js';
import { shopCustomers } from '../shop.js';

describe('the scores cell on the sample shop', () => {
	it('scores the same customers alike from its model alone', async () => {
		const customers = await shopCustomers();
		const { output: scores, model, view } = await predict(quietContext(), v.parse(predictSpec.params, {}), { customers });
		const output = scores!;
		expect(view!.result!.today.reduce((a, b) => a + b)).toBe(customers.ids.length);
		const again = await applyScores(structuredClone(model) as PredictModel, { customers });
		expect(again).toMatchObject({ model: output.model, horizonDays: 90, asOfDay: customers.analysisDay, auc: output.auc });
		expect(Math.max(...again.values.map((value, i) => Math.abs(value - output.values[i]!)))).toBeLessThan(1e-6);
	});
});
