import { openBackend, type DeviceChoice } from '../../lib/backend/open.js';
import type { Card, CardRow } from '../../lib/predict/card.js';
import { calibration } from '../../lib/predict/metrics.js';
import type { ModelId } from '../../lib/predict/scores.js';
import type { Task } from '../../lib/task.js';
import type { Answers, RunContext } from '../cell.js';
import type { Lesson, LessonRequest, NetworkLook } from './spec.js';

/**
 * What the page asks for once scores are shown: the rows of each model, and what they say together. A network is asked for by `lesson`, which
 * answers as soon as there is something new to see of its training.
 */
export function questions(ctx: RunContext, device: DeviceChoice, card: Card): Answers {
	const task = (signal: AbortSignal): Task => ({ signal, breathe: ctx.breathe, progress: () => undefined });
	const backendOf = (model: ModelId) => (model === 'network' ? openBackend(device) : null);
	let course: Course | null = null;
	return {
		rows: async (model: ModelId, signal: AbortSignal): Promise<readonly CardRow[]> =>
			card.rowsOf(model, await backendOf(model), task(signal)),
		lesson: async ({ after, stop }: LessonRequest, signal: AbortSignal): Promise<Lesson> => {
			const now = course && !course.failed ? course : begin(card, device, ctx);
			course = now;
			now.stopped ||= stop;
			while (now.looks.length <= after && !now.rows && !now.failed) {
				await ctx.breathe();
				if (!signal.aborted) continue;
				now.abort();
				course = null;
				signal.throwIfAborted();
			}
			if (now.failed) throw now.failed.cause;
			return { looks: now.looks.slice(after), rows: now.rows, device: now.device };
		},
		verdict: () => card.verdict()
	};
}

/** A training that goes on between the questions about it. */
interface Course {
	readonly looks: NetworkLook[];
	stopped: boolean;
	rows: readonly CardRow[] | null;
	device: Lesson['device'];
	failed: { readonly cause: unknown } | null;
	abort(): void;
}

function begin(card: Card, device: DeviceChoice, ctx: RunContext): Course {
	const controller = new AbortController();
	const course: Course = { looks: [], stopped: false, rows: null, device: null, failed: null, abort: () => controller.abort() };
	const train = async () => {
		try {
			const backend = await openBackend(device);
			course.device = backend.device;
			const task: Task = { signal: controller.signal, breathe: ctx.breathe, progress: () => undefined };
			course.rows = await card.rowsOf('network', backend, task, ({ member, step, loss, validation, held }) => {
				course.looks.push({ member, step, loss, validation, bins: calibration(held.outcomes, held.chances) });
				return course.stopped;
			});
		} catch (cause) {
			course.failed = { cause };
		}
	};
	void train();
	return course;
}
