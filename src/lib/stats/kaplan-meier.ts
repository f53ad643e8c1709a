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
 * ended (`ended[i]` 1) or was watched no more (0). Who ends at the moment at which others leave is counted first.
 */
export function kaplanMeier(durations: Float64Array, ended: Uint8Array): SurvivalCurve {
	const order = Uint32Array.from(durations.keys()).sort((a, b) => durations[a]! - durations[b]!);
	const n = order.length;
	const time: number[] = [];
	const survival: number[] = [];
	const error: number[] = [];
	const atRisk: number[] = [];
	const counts: number[] = [];
	let alive = 1;
	let variance = 0;
	for (let i = 0; i < n;) {
		const at = durations[order[i]!]!;
		const watched = n - i;
		let ends = 0;
		for (; i < n && durations[order[i]!] === at; i++) ends += ended[order[i]!]!;
		if (ends === 0) continue;
		alive *= 1 - ends / watched;
		variance += watched > ends ? ends / (watched * (watched - ends)) : 0;
		time.push(at);
		survival.push(alive);
		error.push(alive * Math.sqrt(variance));
		atRisk.push(watched);
		counts.push(ends);
	}
	return {
		time: Float64Array.from(time),
		survival: Float64Array.from(survival),
		error: Float64Array.from(error),
		atRisk: Float64Array.from(atRisk),
		ended: Float64Array.from(counts),
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
