import { withDatabase } from './database.js';

/** Keeps the notebook (never its data) in this browser. False where the browser does not let a page keep anything. */
export const keepNotebook = (text: string): Promise<boolean> =>
	withDatabase((db) => db.put('notebooks', { text, saved: Date.now() }, 'current')).then(
		() => true,
		() => false
	);

/** The notebook kept last, or null where there is none or none can be read. */
export const keptNotebook = (): Promise<string | null> =>
	withDatabase((db) => db.get('notebooks', 'current')).then(
		(kept) => kept?.text ?? null,
		() => null
	);

/** Forgets the notebook; what columns mean stays known until it is forgotten by itself. */
export const forgetNotebook = (): Promise<void> => withDatabase((db) => db.delete('notebooks', 'current')).catch(() => undefined);
