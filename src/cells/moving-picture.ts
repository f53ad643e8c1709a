import type { Backend, Layer } from '../lib/backend/network.js';
import { alignTo } from '../lib/embed/align.js';
import { encode } from '../lib/embed/autoencoder.js';
import type { Matrix } from '../lib/matrix.js';
import { pca } from '../lib/project/pca.js';

/**
 * Draws a code that is still being learned: the given customers as x, y pairs in the plane of its two widest directions, each picture
 * turned so that it lies on the one before.
 */
export function movingPicture(customers: Matrix, backend: Backend): (encoder: readonly Layer[]) => Float32Array<ArrayBuffer> {
	let previous: Float32Array | undefined;
	return (encoder) => {
		const drawn = pca(encode(customers, encoder, backend), 2).scores.values;
		if (previous) alignTo(previous, drawn);
		previous = drawn;
		return drawn.slice();
	};
}
