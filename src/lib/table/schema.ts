import { pause, type Task } from '../task.js';
import type { TextTable } from './table.js';
import { inferType, type Inferred, type TypeChoice } from './types.js';

/** What the person said about columns, by position. */
export type TypeChoices = Readonly<Record<number, TypeChoice>>;

/** The type of every column of a table, decided over all its rows. */
export async function schemaOf(table: TextTable, choices: TypeChoices, task: Task): Promise<Inferred[]> {
	const schema: Inferred[] = [];
	for (const [j, column] of table.columns.entries()) {
		schema.push(inferType(column, choices[j]));
		await pause(task);
	}
	return schema;
}
