/** A cell that shows what was found; `row` counts rows of data from 1. */
export interface Example {
	readonly row: number;
	readonly column: string;
	readonly value: string;
}
