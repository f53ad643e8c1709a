/** Row-major numbers: entry (i, j) is `values[i * cols + j]`. */
export interface Matrix {
	readonly rows: number;
	readonly cols: number;
	readonly values: Float32Array<ArrayBuffer>;
}
