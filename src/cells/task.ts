import type { MessageId } from '../i18n/messages.js';
import { part, type Task } from '../lib/task.js';
import type { RunContext } from './cell.js';

/** A run's context as the library sees it; progress of this piece of work fills `from` to `to` of the cell's own. */
export const taskOf = (ctx: RunContext, stage: MessageId, from = 0, to = 1): Task =>
	part({ ...quiet(ctx, ctx.signal), progress: (ratio) => ctx.progress(ratio, stage) }, from, to);

/** A task that nobody stops or watches. */
export const unwatched: Task = { signal: new AbortController().signal, breathe: async () => undefined, progress: () => undefined };

/** A task that ends with `signal` and tells nobody how far it is, such as an answer to a question. */
export const quiet = ({ breathe, helpers }: Pick<RunContext, 'breathe' | 'helpers'>, signal: AbortSignal): Task => ({
	signal,
	breathe,
	helpers,
	progress: () => undefined
});
