/*
 * Exact nearest neighbours in 32-bit floats, four points at a time. Points lie in the order of a tree whose every node has four children
 * and whose leaves hold whole blocks of four; number j of the points of block b is at `points + 16 · (b · cols + j)`. Squared distances
 * and distances to boxes are summed over the columns in the same order, so that rounding never puts a point nearer than its box.
 */

let points: usize = 0;
/** By inner node: for each column the lower ends of its four children's boxes, then the upper ends. */
let boxes: usize = 0;
/** Blocks before leaf i, and after the last. */
let leaves: usize = 0;
/** Number of the first leaf, counting nodes level by level: the children of node i are 4i + 1 to 4i + 4. */
let inner: i32 = 0;
let cols: i32 = 0;
/** Nodes still to be seen, the nearest last: distance and number. */
let stack: usize = 0;

export function prepare(pointsAt: usize, boxesAt: usize, leavesAt: usize, stackAt: usize, innerNodes: i32, columns: i32): void {
	points = pointsAt;
	boxes = boxesAt;
	leaves = leavesAt;
	stack = stackAt;
	inner = innerNodes;
	cols = columns;
}

/**
 * For each of `count` queries, rows of `cols` numbers, the k nearest points by rising squared distance: their places in the tree's order
 * and the distances. Of equally near ones, those seen first. `own` is the place of the first query among the points, which is not its
 * own neighbour and whose followers are the next queries; −1 where queries are not among them. Needs at least k points (k + 1 of own).
 */
export function search(queries: usize, count: i32, own: i32, k: i32, indices: usize, distances: usize): void {
	const width = (<usize>k) << 2;
	const last = width - 4;
	for (let q = 0; q < count; q++) {
		for (let at: usize = 0; at < width; at += 4) store<f32>(distances + at, f32.MAX_VALUE);
		let worst = f32.MAX_VALUE;
		const self = own < 0 ? -1 : own + q;
		let top = stack;
		let node = 0;
		while (true) {
			if (node < inner) top = descend(queries, node, worst, top);
			else {
				const leaf = leaves + ((<usize>(node - inner)) << 2);
				scan(queries, load<i32>(leaf), load<i32>(leaf, 4), self, last, indices, distances);
				worst = load<f32>(distances + last);
			}
			while (top > stack && load<f32>(top - 8) >= worst) top -= 8;
			if (top === stack) break;
			top -= 8;
			node = load<i32>(top, 4);
		}
		queries += (<usize>cols) << 2;
		indices += width;
		distances += width;
	}
}

/** Puts the children of a node that may hold something nearer than `worst` on the stack, the nearest on top; returns the new top. */
function descend(query: usize, node: i32, worst: f32, top: usize): usize {
	const zero = f32x4.splat(0);
	let sum = zero;
	let at = boxes + ((<usize>(node * cols)) << 5);
	for (let j = 0; j < cols; j++) {
		const x = v128.load32_splat(query + ((<usize>j) << 2));
		const off = f32x4.pmax(f32x4.pmax(f32x4.sub(v128.load(at), x), f32x4.sub(x, v128.load(at, 16))), zero);
		sum = f32x4.add(sum, f32x4.mul(off, off));
		at += 32;
	}
	const base = top;
	const first = 4 * node + 1;
	top = push(base, top, f32x4.extract_lane(sum, 0), first, worst);
	top = push(base, top, f32x4.extract_lane(sum, 1), first + 1, worst);
	top = push(base, top, f32x4.extract_lane(sum, 2), first + 2, worst);
	return push(base, top, f32x4.extract_lane(sum, 3), first + 3, worst);
}

function push(base: usize, top: usize, distance: f32, node: i32, worst: f32): usize {
	if (distance >= worst) return top;
	let at = top;
	while (at > base && load<f32>(at - 8) < distance) {
		store<u64>(at, load<u64>(at - 8));
		at -= 8;
	}
	store<f32>(at, distance);
	store<i32>(at, node, 4);
	return top + 8;
}

/** Takes the points of blocks `from` to `to` among the nearest so far. */
function scan(query: usize, from: i32, to: i32, self: i32, last: usize, indices: usize, distances: usize): void {
	let worst = load<f32>(distances + last);
	let at = points + ((<usize>(from * cols)) << 4);
	for (let block = from; block < to; block++) {
		let sum = f32x4.splat(0);
		for (let j = 0; j < cols; j++) {
			const off = f32x4.sub(v128.load32_splat(query + ((<usize>j) << 2)), v128.load(at));
			sum = f32x4.add(sum, f32x4.mul(off, off));
			at += 16;
		}
		let near = i32x4.bitmask(f32x4.lt(sum, f32x4.splat(worst)));
		while (near) {
			const lane = ctz(near);
			near &= near - 1;
			const place = 4 * block + lane;
			if (place === self) continue;
			const distance =
				lane < 2
					? lane === 0
						? f32x4.extract_lane(sum, 0)
						: f32x4.extract_lane(sum, 1)
					: lane === 2
						? f32x4.extract_lane(sum, 2)
						: f32x4.extract_lane(sum, 3);
			if (distance >= worst) continue;
			let slot = last;
			while (slot > 0 && load<f32>(distances + slot - 4) > distance) {
				store<f32>(distances + slot, load<f32>(distances + slot - 4));
				store<i32>(indices + slot, load<i32>(indices + slot - 4));
				slot -= 4;
			}
			store<f32>(distances + slot, distance);
			store<i32>(indices + slot, place);
			worst = load<f32>(distances + last);
		}
	}
}
