/**
 * Work on a result that is done piece by piece when asked for, and what it has found so far. A stop keeps that, and the work goes on from
 * there; another result has its own, and the first one's is there again with it.
 */
export class Asking<Found> {
	readonly #nothing: Found;
	readonly #kept = new WeakMap<object, Found>();
	#of: object = {};
	#running = $state.raw<AbortController | null>(null);
	#found: Found;

	constructor(nothing: Found) {
		this.#nothing = nothing;
		this.#found = $state.raw(nothing);
	}

	get running(): boolean {
		return this.#running !== null;
	}
	get found(): Found {
		return this.#found;
	}
	set found(found: Found) {
		this.#found = found;
		this.#kept.set(this.#of, found);
	}

	/** Turns to a result; what is returned leaves it. */
	of(result: object): () => void {
		this.#of = result;
		this.#found = this.#kept.get(result) ?? this.#nothing;
		return () => this.stop();
	}

	stop(): void {
		this.#running?.abort();
		this.#running = null;
	}

	/** Does work until it is done or stopped; it has to ask with the signal it is given. */
	async run(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
		const own = new AbortController();
		this.#running = own;
		try {
			await work(own.signal);
		} catch {
			// Stopped, or the result was replaced while it was asked about; what was found until then stays.
		} finally {
			if (this.#running === own) this.#running = null;
		}
	}
}
