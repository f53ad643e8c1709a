import { number, say, t } from '../i18n/locale.svelte.js';
import type { MessageId } from '../i18n/messages.js';
import { inapplicable } from '../lib/problem.js';
import type { Cell, Engine } from '../notebook/engine.svelte.js';

export const cellName = (type: string): string => say(`notebook.name.${type}` as MessageId);
export const cellQuestion = (type: string): string => say(`notebook.question.${type}` as MessageId);

const duration = (ms: number): string =>
	ms < 950 ? t('notebook.ms', { n: Math.max(1, Math.round(ms)) }) : t('notebook.s', { n: number(ms / 1000, 1) });

/** The problem of a cell is one that nobody has to mend. */
export const isCalm = ({ blocked }: Cell): boolean => blocked !== null && inapplicable.includes(blocked.id);

/** What a cell is doing, in a few words. */
export function statusText(engine: Engine, cell: Cell): string {
	switch (cell.status) {
		case 'idle': {
			if (cell.stopped) return t('notebook.stopped');
			const lacking = engine.lacks(cell.id);
			if (lacking) return t('notebook.lacks', { cell: cellName(lacking.type) });
			return t(engine.ready(cell.id) ? 'notebook.ready' : 'notebook.idle');
		}
		case 'stale':
			return t(cell.stopped ? 'notebook.stopped' : 'notebook.stale');
		case 'running':
			return cell.stage ? say(cell.stage) : t('notebook.running');
		case 'failed':
			return t('notebook.failed');
		case 'done':
			if (cell.blocked) return t(isCalm(cell) ? 'notebook.inapplicable' : 'notebook.blocked');
			return t('notebook.done', { time: duration(cell.ms) });
		default:
			return cell.status satisfies never;
	}
}
