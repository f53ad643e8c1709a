import { withDatabase } from './database.js';

/** Keeps what was chosen for the columns of files with a header, by the hash of that header; null forgets it. Does nothing where the browser keeps nothing. */
export const keepColumns = (header: string, naming: unknown): Promise<void> =>
	withDatabase(async (db) => {
		if (naming === null) await db.delete('columns', header);
		else await db.put('columns', { naming, saved: Date.now() }, header);
	}).catch(() => undefined);

/** What was chosen for files with a header, and when (milliseconds since 1970); null where nothing is kept. */
export const keptColumns = (header: string): Promise<{ naming: unknown; saved: number } | null> =>
	withDatabase((db) => db.get('columns', header)).then(
		(kept) => kept ?? null,
		() => null
	);
