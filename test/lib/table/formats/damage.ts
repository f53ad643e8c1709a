import fc from 'fast-check';
import { expect } from 'vitest';
import { problemOf } from './read.js';

/** Reads 500 damaged copies of a file: cut off, or with up to eight bytes changed. Each ends with tables or with a Problem. */
export async function survivesDamage(name: string, whole: Uint8Array, ids: readonly string[]): Promise<void> {
	const place = fc.nat({ max: whole.length - 1 });
	const changes = fc.array(fc.tuple(place, fc.integer({ min: 1, max: 255 })), { maxLength: 8 });
	let refused = 0;
	await fc.assert(
		fc.asyncProperty(fc.option(place, { nil: whole.length, freq: 3 }), changes, async (length, flips) => {
			const bytes = whole.slice(0, length);
			for (const [at, flip] of flips) if (at < length) bytes[at]! ^= flip;
			const problem = await problemOf(name, bytes);
			if (problem) refused++;
			if (problem) expect(ids).toContain(problem.id);
		}),
		{ numRuns: 500, seed: 1 }
	);
	expect(refused).toBeGreaterThan(50);
}
