import { openBackend } from '../../lib/backend/open.js';
import { everyNth, takeRows } from '../../lib/cluster/sample.js';
import { encode, rebuilt, trainAutoencoder } from '../../lib/embed/autoencoder.js';
import { groupsOf } from '../../lib/embed/mixed.js';
import { fitScaling, scale } from '../../lib/embed/scale.js';
import { featureInfo } from '../../lib/features/customers.js';
import type { Matrix } from '../../lib/matrix.js';
import { Problem } from '../../lib/problem.js';
import type { Apply, Run } from '../cell.js';
import { counting, toChoose } from '../counting.js';
import { movingPicture } from '../moving-picture.js';
import { taskOf } from '../task.js';
import type { EmbedModel, EmbedView, spec } from './spec.js';

const batchSize = 256;
const fewest = 20;
const shown = 1500;
/** The moving picture is drawn about this often in a long training, and after no fewer steps than these in a short one. */
const [pictures, stepsBetween] = [32, 60];

export const run: Run<typeof spec, Matrix, EmbedView> = async (ctx, params, { customers }) => {
	const rows = customers.ids.length;
	if (rows < fewest) throw new Problem('tooFewCustomers', { n: rows, needed: fewest });
	const scaling = fitScaling(customers, counting(customers.features, params));
	const points = scale(customers, scaling);
	const backend = await openBackend(params.device);
	const loss: { step: number; value: number }[] = [];
	const picture = movingPicture(takeRows(points, everyNth(rows, shown)), backend);
	const choices = toChoose(customers.features.map(featureInfo));
	const base = { customers: rows, steps: params.steps, features: points.cols, choices, dims: params.dims, device: backend.device };
	const reportEvery = 20;
	const drawEvery = reportEvery * Math.ceil(Math.max(stepsBetween, params.steps / pictures) / reportEvery);
	const trained = await trainAutoencoder(
		points,
		{ dims: params.dims, steps: params.steps, batchSize, swap: 0.5, groups: groupsOf(customers, scaling), seed: ctx.seed, reportEvery },
		backend,
		taskOf(ctx, 'embed.stage.train'),
		(step, value, encoder) => {
			loss.push({ step, value });
			if (step % drawEvery !== 0) return;
			const moving = picture(encoder());
			const preview: EmbedView = { ...base, picture: moving, step, loss: loss.slice(), rebuilt: null, ended: 'done', resumedAt: null };
			ctx.preview(preview, [moving.buffer]);
		}
	);
	if (trained.steps === 0) throw new Problem('diverged', {});
	const model: EmbedModel = { scaling, encoder: trained.encoder };
	const output = encode(points, trained.encoder, backend);
	const last = picture(trained.encoder);
	const view: EmbedView = {
		...base,
		picture: last,
		step: trained.steps,
		loss,
		rebuilt: rebuilt(points, trained, backend),
		ended: trained.end,
		resumedAt: trained.resumedAt
	};
	return { output, view, transfer: [last.buffer], model };
};

/** Places customers with an encoder learned before. */
export const apply: Apply<typeof spec, EmbedModel, Promise<Matrix>> = async ({ scaling, encoder }, { customers }) =>
	encode(scale(customers, scaling), encoder, await openBackend());
