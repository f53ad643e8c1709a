import { openDB, type DBSchema, type IDBPDatabase } from 'idb';

interface Schema extends DBSchema {
	notebooks: { key: string; value: { text: string; saved: number } };
	/** What was chosen for the columns of a file, under the hash of its header: names of columns are not kept. */
	columns: { key: string; value: { naming: unknown; saved: number } };
}

/** Does something with the database of this browser. Rejects where the browser does not let a page keep anything. */
export async function withDatabase<T>(act: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> {
	const db = await openDB<Schema>('tessera', 2, {
		upgrade(db, before) {
			if (before < 1) db.createObjectStore('notebooks');
			if (before < 2) db.createObjectStore('columns');
		}
	});
	try {
		return await act(db);
	} finally {
		db.close();
	}
}
