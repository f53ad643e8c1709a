import type { Embedding } from '../../lib/embed/embedding.js';
import type { Customers } from '../../lib/features/customers.js';
import { Problem } from '../../lib/problem.js';
import type { Segments } from '../../lib/segments/segments.js';
import { mean } from '../../lib/stats/moments.js';
import { learnedFeatures } from '../../lib/embed/as-learned.js';
import { readKept, writeKept } from '../kept.js';
import { spec, type KeptSegments } from './spec.js';

const of = `${spec.type}@${spec.version}`;

/** Segments as text that a notebook can hold, with which any customers can be placed in them. */
export function keep(
	customers: Customers,
	points: Embedding | undefined,
	{ output, ...learned }: Pick<KeptSegments, 'model' | 'about' | 'k'> & { readonly output: Segments }
): string {
	const from = {
		customers: customers.ids.length,
		day: customers.analysisDay,
		features: learnedFeatures(customers, learned.model.scaling ?? []),
		strength: mean([...output.strength!])
	};
	const whole: KeptSegments = { ...learned, from, embedding: learned.model.scaling ? null : points!.by };
	return writeKept(of, whole);
}

/**
 * Reads kept segments.
 * @throws Problem keptBroken; keptElsewhere where they were formed on another embedding
 */
export function kept(text: string, points: Embedding | undefined): KeptSegments {
	const found = readKept(of, text) as KeptSegments;
	if (!found.model.scaling && points?.by !== found.embedding) throw new Problem('keptElsewhere', {});
	return found;
}
