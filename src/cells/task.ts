import type { MessageId } from '../i18n/messages.js';
import { part, type Task } from '../lib/task.js';
import type { RunContext } from './cell.js';

/** A run's context as the library sees it; progress of this piece of work fills `from` to `to` of the cell's own. */
export const taskOf = (ctx: RunContext, stage: MessageId, from = 0, to = 1): Task =>
	part({ signal: ctx.signal, breathe: () => ctx.breathe(), progress: (ratio) => ctx.progress(ratio, stage) }, from, to);
