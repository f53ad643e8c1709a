/** Rows of numbers that begin `wide` numbers apart. */
export interface Rows {
	readonly values: Float32Array | Float64Array;
	readonly wide: number;
}

/**
 * Writes the shares q of centres in rows by Student's t with one degree of freedom: qᵢⱼ ∝ 1 ÷ (1 + |zᵢ − μⱼ|²), summing to 1 in each row
 * (van der Maaten & Hinton 2008; Xie, Girshick & Farhadi 2016, eq. 1). Centre j is column j of `centres`, `dims` × `units`.
 */
export function studentShares(z: Rows, centres: Rows, dims: number, units: number, rows: number, q: Rows): void {
	for (let r = 0; r < rows; r++) {
		let sum = 0;
		for (let u = 0; u < units; u++) {
			let squares = 0;
			for (let i = 0; i < dims; i++) squares += (z.values[r * z.wide + i]! - centres.values[i * centres.wide + u]!) ** 2;
			const near = 1 / (1 + squares);
			q.values[r * q.wide + u] = near;
			sum += near;
		}
		for (let u = 0; u < units; u++) q.values[r * q.wide + u]! /= sum;
	}
}

/**
 * Writes the gradients of the mean divergence Σⱼ pⱼ ln (pⱼ ÷ qⱼ) of the targets p from the shares q with respect to the centres and to the
 * rows z (eq. 4 and 5 of the paper); returns the sum of the divergences. Both gradients are overwritten.
 */
export function studentGradients(
	z: Rows,
	centres: Rows,
	q: Rows,
	p: Rows,
	dims: number,
	units: number,
	rows: number,
	ofCentres: Rows,
	ofRows: Rows
): number {
	let divergence = 0;
	for (let i = 0; i < dims; i++) for (let u = 0; u < units; u++) ofCentres.values[i * ofCentres.wide + u] = 0;
	for (let r = 0; r < rows; r++) {
		for (let i = 0; i < dims; i++) ofRows.values[r * ofRows.wide + i] = 0;
		for (let u = 0; u < units; u++) {
			const [own, wanted] = [q.values[r * q.wide + u]!, p.values[r * p.wide + u]!];
			if (wanted > 0) divergence += wanted * Math.log(wanted / own);
			let squares = 0;
			for (let i = 0; i < dims; i++) squares += (z.values[r * z.wide + i]! - centres.values[i * centres.wide + u]!) ** 2;
			const pull = (2 * (wanted - own)) / (1 + squares) / rows;
			for (let i = 0; i < dims; i++) {
				const along = pull * (z.values[r * z.wide + i]! - centres.values[i * centres.wide + u]!);
				ofRows.values[r * ofRows.wide + i]! += along;
				ofCentres.values[i * ofCentres.wide + u]! -= along;
			}
		}
	}
	return divergence;
}
