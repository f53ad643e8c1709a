import { deleteDB, openDB, type DBSchema } from 'idb';

interface Schema extends DBSchema {
	notebooks: { key: string; value: { text: string; saved: number } };
}

const open = () =>
	openDB<Schema>('tessera', 1, {
		upgrade(db) {
			db.createObjectStore('notebooks');
		}
	});

/** Keeps the notebook (never its data) in this browser. False where the browser does not let a page keep anything. */
export async function keepNotebook(text: string): Promise<boolean> {
	try {
		const db = await open();
		await db.put('notebooks', { text, saved: Date.now() }, 'current');
		db.close();
		return true;
	} catch {
		return false;
	}
}

/** The notebook kept last, or null where there is none or none can be read. */
export async function keptNotebook(): Promise<string | null> {
	try {
		const db = await open();
		const kept = await db.get('notebooks', 'current');
		db.close();
		return kept?.text ?? null;
	} catch {
		return null;
	}
}

/** Forgets everything Tessera kept in this browser. */
export const forgetAll = (): Promise<void> => deleteDB('tessera').catch(() => undefined);
