/** Past and future states of a document, for undo and redo. Immutable: each step returns a new history. */
export interface History<Document> {
	readonly past: readonly Document[];
	readonly now: Document;
	readonly future: readonly Document[];
}

const kept = 100;

export const begin = <D>(now: D): History<D> => ({ past: [], now, future: [] });

/** A new present; what was undone can no longer be redone. */
export const edit = <D>({ past, now }: History<D>, next: D): History<D> => ({ past: [...past, now].slice(-kept), now: next, future: [] });

export function undo<D>(history: History<D>): History<D> {
	const before = history.past.at(-1);
	return before === undefined ? history : { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] };
}

export function redo<D>(history: History<D>): History<D> {
	const [after, ...future] = history.future;
	return after === undefined ? history : { past: [...history.past, history.now], now: after, future };
}
