import { pause, type Task } from '../task.js';
import { DeviceLost, type Layer, type Trained, type TrainingPlan } from './network.js';

/** Constants of Adam, the same on every backend. */
export const [beta1, beta2, epsilon] = [0.9, 0.999, 1e-7] as const;

/** A network that is being trained somewhere. */
export interface Training {
	/** Takes a step on a batch, row-major, at the learning rate `rate`; `step` counts from 1 for a training that begins. */
	step(x: Float32Array, y: Float32Array, step: number, rate: number): void;
	/** Sum of the mean losses of the batches since the last call. */
	takeLoss(): number;
	/** The layers as they are, a copy. */
	read(): Layer[];
	/** Whether the device went away: what was read since may be wrong. */
	lost(): boolean;
	dispose(): void;
}

const breatheEveryMs = 8;
/** A loss grows without bound where it is so many times the squared error of outputs of zero, or so many where that is below 1. */
const unbounded = 100;

const sound = ({ weights, bias }: Layer): boolean => weights.every(Number.isFinite) && bias.every(Number.isFinite);

/**
 * Runs a plan, from step `from` on, as the training of a backend: batches, the learning rate of each step, looks at the loss, stops. Where it
 * goes on after a loss of the device, the weights are those of the last look, and the learning rate goes on; Adam's means begin at zero again,
 * corrected as at the start (`step` of `Training` counts anew): they remember some ten gradients and a thousand squares, which come again
 * within as many steps, and to have them would treble what every look reads.
 */
export async function follow(plan: TrainingPlan, training: Training, task: Task, from = 0): Promise<Trained> {
	const { layers, batchSize, steps, learningRate, schedule, reportEvery } = plan;
	const x = new Float32Array(batchSize * layers[0]!.inputs);
	const y = new Float32Array(batchSize * layers.at(-1)!.units);
	let kept = layers.slice();
	let seen = from;
	let best = { layers: kept, steps: from, loss: Infinity };
	let most: number | undefined;
	let breathed = performance.now();
	try {
		for (let step = from + 1; step <= steps; step++) {
			plan.fill(step - 1, x, y);
			most ??= unbounded * Math.max(1, y.reduce((sum, value) => sum + value * value, 0) / y.length);
			training.step(
				x,
				y,
				step - from,
				schedule === 'cosine' ? (learningRate * (1 + Math.cos((Math.PI * (step - 1)) / steps))) / 2 : learningRate
			);
			if (step % reportEvery === 0 || step === steps) {
				const loss = training.takeLoss() / (step - seen);
				const now = training.read();
				if (training.lost()) throw new DeviceLost(kept, seen);
				if (!(loss <= most && now.every(sound))) return { layers: best.layers, steps: best.steps, end: 'diverged' };
				kept = now;
				seen = step;
				if (loss < best.loss) best = { layers: now, steps: step, loss };
				plan.report?.(step, loss, () => now);
				const enough = plan.enough?.() ?? false;
				task.progress(enough ? 1 : step / steps);
				if (enough) break;
			}
			if (step === steps || performance.now() - breathed > breatheEveryMs) {
				task.progress(step / steps);
				await pause(task);
				breathed = performance.now();
			}
		}
	} catch (cause) {
		// What is asked of a context that is gone may fail as well.
		if (!(cause instanceof DeviceLost) && !task.signal.aborted && training.lost()) throw new DeviceLost(kept, seen);
		throw cause;
	} finally {
		training.dispose();
	}
	return { layers: kept, steps: seen, end: 'done' };
}
