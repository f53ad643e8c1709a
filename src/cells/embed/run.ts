import { openBackend, openProcessor } from '../../lib/backend/open.js';
import { everyNth, takeRows } from '../../lib/cluster/sample.js';
import { trainAutoencoder } from '../../lib/embed/autoencoder.js';
import { asLearned, learnedFeatures } from '../../lib/embed/as-learned.js';
import { embed, shareRebuilt, type Embedding } from '../../lib/embed/embedding.js';
import { latentSize, mostDims } from '../../lib/embed/latent-size.js';
import { groupsOf } from '../../lib/embed/mixed.js';
import { oddRows } from '../../lib/embed/odd.js';
import { fitScalingAll, scale, scaleAll } from '../../lib/embed/scale.js';
import { whitenCode } from '../../lib/embed/whiten.js';
import { featureInfo, type Customers } from '../../lib/features/customers.js';
import type { Matrix } from '../../lib/matrix.js';
import { Problem } from '../../lib/problem.js';
import { parts, pause } from '../../lib/task.js';
import type { Apply, Run, RunContext } from '../cell.js';
import { counting, toChoose } from '../counting.js';
import { readKept, writeKept } from '../kept.js';
import { movingPicture } from '../moving-picture.js';
import { quiet, taskOf, unwatched } from '../task.js';
import { oddAnswers } from './run-odd.js';
import { spec, type EmbedModel, type EmbedView, type KeptEmbedding, type KeptFrom } from './spec.js';

const batchSize = 256;
const fewest = 20;
const shown = 1500;
/** The moving picture is drawn about this often in a long training, and after no fewer steps than these in a short one. */
const [pictures, stepsBetween] = [32, 60];

export const run: Run<typeof spec, Embedding, EmbedView> = async (ctx, params, { customers }) => {
	if (params.kept !== null) return placed(ctx, params.kept, customers);
	const rows = customers.ids.length;
	if (rows < fewest) throw new Problem('tooFewCustomers', { n: rows, needed: fewest });
	const ids = counting(customers.features, params);
	const { directions } = params;
	/** Each row of a batch is gone through three times, and each customer about once before and once or twice in the end. */
	const costs = [rows / 2, rows / 2, 3 * batchSize * params.steps, rows, directions === 'alike' ? rows : 0] as const;
	const [fitting, measuring, learning, embedding, again] = parts(taskOf(ctx, 'embed.stage.train'), costs);
	const scaling = await fitScalingAll(customers, ids, 'ranks', fitting);
	const points = await scaleAll(customers, scaling, measuring);
	const groups = groupsOf(customers.features, scaling);
	// What a block of features that go together hides is learned along narrow directions, that come last.
	const suggested =
		directions === 'alike'
			? { dims: Math.max(2, Math.min(points.cols, mostDims)), components: null }
			: await latentSize(points, groups, ctx.seed, quiet(ctx, ctx.signal));
	const dims = params.dims ?? suggested.dims;
	const backend = await openBackend(params.device);
	const loss: { step: number; value: number }[] = [];
	const picture = movingPicture(takeRows(points, everyNth(rows, shown)), backend);
	const choices = toChoose(customers.features.map(featureInfo));
	const { currency } = customers;
	const features = scaling.map(({ feature }) => featureInfo(customers.features.find(({ id }) => id === feature)!));
	const base = { customers: rows, steps: params.steps, features, choices, currency, dims, directions, suggested, device: backend.device };
	const reportEvery = 20;
	const drawEvery = reportEvery * Math.ceil(Math.max(stepsBetween, params.steps / pictures) / reportEvery);
	const trained = await trainAutoencoder(
		points,
		{
			dims,
			steps: params.steps,
			batchSize,
			swap: 0.5,
			groups,
			seed: ctx.seed,
			reportEvery
		},
		backend,
		learning,
		(step, value, encoder) => {
			loss.push({ step, value });
			if (step % drawEvery !== 0) return;
			const moving = picture(encoder());
			const preview: EmbedView = {
				...base,
				picture: moving,
				step,
				loss: loss.slice(),
				rebuilt: null,
				odd: null,
				ended: 'done',
				resumedAt: null,
				kept: null
			};
			ctx.preview(preview, [moving.buffer]);
		}
	);
	if (trained.steps === 0) throw new Problem('diverged', {});
	// On the processor whatever trained the network, so that the same customer has the same place everywhere.
	const processor = openProcessor();
	const learned = await embed(points, trained, processor, embedding);
	const halves = directions === 'alike' ? whitenCode(trained, learned) : trained;
	const output = directions === 'alike' ? await embed(points, halves, processor, again) : learned;
	const model: EmbedModel = { scaling, encoder: halves.encoder, decoder: halves.decoder };
	await pause(quiet(ctx, ctx.signal));
	const about = { ...base, device: backend.device, step: trained.steps, loss, ended: trained.end, resumedAt: trained.resumedAt };
	const last = picture(halves.encoder);
	const { view, answers } = seen(ctx, { customers, points, output, model }, about, last, null);
	const keep = () => {
		const { choices: _, ...rest } = about;
		const features = learnedFeatures(customers, scaling);
		const from: KeptFrom = { customers: rows, day: customers.analysisDay, features, rebuilt: view.rebuilt! };
		const whole: KeptEmbedding = { model, about: rest, from };
		return writeKept(of, whole);
	};
	return { output, view, transfer: [last.buffer], model, answers: { ...answers, keep } };
};

const of = `${spec.type}@${spec.version}`;

/** Places customers by the embedding that was kept, and learns nothing. */
async function placed(ctx: RunContext, text: string, today: Customers) {
	const { model, about, from } = readKept(of, text) as KeptEmbedding;
	const [measuring, embedding] = parts(taskOf(ctx, 'embed.stage.place'), [1, 2]);
	const customers = asLearned(today, model.scaling, from.features);
	const points = await scaleAll(customers, model.scaling, measuring);
	const output = await embed(points, model, openProcessor(), embedding);
	const picture = movingPicture(takeRows(points, everyNth(points.rows, shown)), openProcessor())(model.encoder);
	const choices = toChoose(today.features.map(featureInfo));
	const { currency } = today;
	const { view, answers } = seen(ctx, { customers, points, output, model }, { ...about, choices, currency }, picture, from);
	return { output, view, transfer: [picture.buffer], model, answers };
}

/** What is seen of embedded customers. */
function seen(
	ctx: RunContext,
	{ customers, points, output, model }: { customers: Customers; points: Matrix; output: Embedding; model: EmbedModel },
	about: Omit<EmbedView, 'customers' | 'picture' | 'rebuilt' | 'odd' | 'kept'>,
	picture: Float32Array<ArrayBuffer>,
	kept: KeptFrom | null
) {
	const { rows, fence, median } = oddRows(output.errors);
	const view: EmbedView = {
		...about,
		customers: points.rows,
		picture,
		rebuilt: shareRebuilt(points, output.errors),
		odd: { customers: rows.length, fence, median },
		kept
	};
	const answers = oddAnswers(customers, points, output.errors, { rows, fence, median }, model, (signal) => quiet(ctx, signal));
	return { view, answers };
}

/** Places customers by a network that learned before. */
export const apply: Apply<typeof spec, EmbedModel, Promise<Embedding>> = ({ scaling, ...halves }, { customers }) =>
	embed(scale(customers, scaling), halves, openProcessor(), unwatched);
