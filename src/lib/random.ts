/** Uniform numbers in [0, 1). Every random choice in Tessera takes one of these, so that a seed repeats it. */
export type Random = () => number;

/** A seeded generator of uniform numbers with 32 bits of state (mulberry32, T. Ettinger 2017, public domain). */
export function seeded(seed: number): Random {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let t = Math.imul(state ^ (state >>> 15), 1 | state);
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
		return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
	};
}

/** A standard normal number (Box and Muller 1958). */
export function normal(random: Random): number {
	return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/** A gamma number of this shape (above 0) and rate 1 (Marsaglia & Tsang 2000). */
export function gamma(shape: number, random: Random): number {
	if (shape < 1) return gamma(shape + 1, random) * Math.pow(1 - random(), 1 / shape);
	const d = shape - 1 / 3;
	const c = 1 / Math.sqrt(9 * d);
	for (;;) {
		const x = normal(random);
		const root = 1 + c * x;
		const v = root * root * root;
		if (!(v > 0)) continue;
		const u = 1 - random();
		// The squeeze lies below the curve, so that it saves logarithms and changes nothing.
		if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v))) return d * v;
	}
}

/** Puts the indices 0 … n−1 in random order, in place where `into` is given (Fisher and Yates). */
export function permutation(n: number, random: Random, into = new Uint32Array(n)): Uint32Array {
	for (let i = 0; i < n; i++) into[i] = i;
	for (let i = n - 1; i > 0; i--) {
		const j = Math.floor(random() * (i + 1));
		const held = into[i]!;
		into[i] = into[j]!;
		into[j] = held;
	}
	return into;
}
