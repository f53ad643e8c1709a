/** A survival curve that falls in steps: S = `survival[i]` from `time[i]` (ascending) until the next, 1 before the first. */
export interface SurvivalCurve {
	readonly time: Float64Array;
	readonly survival: Float64Array;
	/** Standard error of `survival` (Greenwood 1926). */
	readonly error: Float64Array;
	/** How many were watched until at least `time[i]`, and how many of them ended there. */
	readonly atRisk: Float64Array;
	readonly ended: Float64Array;
	/** The longest that anyone was watched: the curve says nothing beyond. */
	readonly lastTime: number;
}

/**
 * The product-limit estimate of survival (Kaplan & Meier 1958). Entry i was watched for `durations[i]`, in any unit, after which it
 * ended (`ended[i]` 1) or was watched no more (0); it stands for `counts[i]` such, one where that is not given. Who ends at the moment at
 * which others leave is counted first.
 */
export function kaplanMeier(
	durations: Float64Array,
	ended: Uint8Array,
	counts: ArrayLike<number> = new Uint8Array(durations.length).fill(1)
): SurvivalCurve {
	const order = Uint32Array.from(durations.keys()).sort((a, b) => durations[a]! - durations[b]!);
	const n = order.length;
	const time: number[] = [];
	const survival: number[] = [];
	const error: number[] = [];
	const atRisk: number[] = [];
	const endings: number[] = [];
	let watched = durations.reduce((sum, _, i) => sum + counts[i]!, 0);
	let alive = 1;
	let variance = 0;
	for (let i = 0; i < n;) {
		const at = durations[order[i]!]!;
		let [ends, all] = [0, 0];
		for (; i < n && durations[order[i]!] === at; i++) {
			const count = counts[order[i]!]!;
			all += count;
			ends += ended[order[i]!]! * count;
		}
		watched -= all;
		if (ends === 0) continue;
		const before = watched + all;
		alive *= 1 - ends / before;
		variance += before > ends ? ends / (before * (before - ends)) : 0;
		time.push(at);
		survival.push(alive);
		error.push(alive * Math.sqrt(variance));
		atRisk.push(before);
		endings.push(ends);
	}
	return {
		time: Float64Array.from(time),
		survival: Float64Array.from(survival),
		error: Float64Array.from(error),
		atRisk: Float64Array.from(atRisk),
		ended: Float64Array.from(endings),
		lastTime: n > 0 ? durations[order[n - 1]!]! : 0
	};
}

/** Survival at time `t`. */
export function survivalAt({ time, survival }: SurvivalCurve, t: number): number {
	let low = 0;
	let high = time.length;
	while (low < high) {
		const middle = (low + high) >>> 1;
		if (time[middle]! <= t) low = middle + 1;
		else high = middle;
	}
	return low === 0 ? 1 : survival[low - 1]!;
}
