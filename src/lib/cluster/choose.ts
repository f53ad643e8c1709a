import type { NumberScores } from '../embed/scale.js';
import type { Matrix } from '../matrix.js';
import { seeded } from '../random.js';
import { mean } from '../stats/moments.js';
import { part, type Task } from '../task.js';
import { nullReference, type NullReference } from './null-reference.js';
import { takeStrata, type ByDefinition } from './one-cloud.js';
import { predictionStrength, type PredictionStrength } from './prediction-strength.js';
import { sampleRows, takeRows } from './sample.js';
import { scanCost, scanK, type ScanEntry, type ScanOptions } from './scan.js';
import { standsOut, type WhitenedEntry } from './whitened-scan.js';

/** What a number of clusters is chosen by. */
export interface Evidence {
	readonly scan: readonly ScanEntry[];
	readonly reference: NullReference;
	/** How far each k is predictable, where clusters stand apart; null elsewhere. */
	readonly strengths: readonly PredictionStrength[] | null;
}

/** What a suggestion rests on. */
export interface Suggestion {
	readonly k: number;
	/** `none`: no k stands clearly above the reference, and k is the least bad. */
	readonly structure: 'clear' | 'none';
	/** Prediction strength of k where clusters stand apart, from which k follows; null elsewhere. */
	readonly strength: number | null;
	readonly silhouette: number;
	/** Mean silhouette of the reference at k. */
	readonly expected: number;
	/** The ratio of `scanWhitened` at k; null where there is none. */
	readonly whitened: number | null;
	/** Where the silhouette stands furthest above the reference, by how much, and how much is needed to be clear. */
	readonly clearest: Gap;
}

/** What `scanWhitened` finds of a number of clusters. */
type Ratio = Pick<WhitenedEntry, 'k' | 'ratio'>;

interface Gap {
	readonly k: number;
	readonly gap: number;
	readonly needed: number;
}

/** Smallest gap that matters, however sure. */
const least = 0.03;
/** Standard deviations of the reference that a gap must span; three, since the best of several k is looked at. */
const deviations = 3;
/** Added to silhouettes before one is divided by another: near 0 their ratio is luck. */
const luck = 0.02;
/** Mean silhouette from which clusters are found rather than made (Kaufman & Rousseeuw 1990, chapter 2: a reasonable structure). */
const reasonable = 0.5;
/** Prediction strength that well separated clusters have (Tibshirani & Walther 2005: 0.8 to 0.9). */
const separated = 0.9;

/** Silhouettes of each k beside those of the reference. */
function compared({ scan, reference }: Pick<Evidence, 'scan' | 'reference'>) {
	const pooled = Math.sqrt(mean(reference.byK.map(({ sd }) => sd * sd)));
	return scan.flatMap(({ k, silhouette }) => {
		const at = reference.byK.find((entry) => entry.k === k);
		if (!at) return [];
		const needed = Math.max(least, deviations * Math.max(at.sd, pooled));
		return [{ k, silhouette: silhouette.mean, expected: at.mean, gap: silhouette.mean - at.mean, needed }];
	});
}
type Compared = ReturnType<typeof compared>;

const most = <Entry>(each: readonly Entry[], of: (entry: Entry) => number): Entry =>
	each.reduce((best, one) => (of(one) > of(best) ? one : best));

const isClear = ({ gap, needed }: Gap): boolean => gap >= needed;

/** Whether clusters stand apart: the highest silhouette is at least 0.5 and stands clearly above the reference. */
function apart(each: Compared): boolean {
	const highest = most(each, ({ silhouette }) => silhouette);
	return highest.silhouette >= reasonable && isClear(highest);
}

/**
 * How many times better than the reference each k is: the ratio of the silhouettes times the square of that of `scanWhitened`, which on 100
 * made sets did better than either alone and than other weights. Silhouettes alone favour k = 2 wherever features are correlated, and rise on
 * ties; the largest of their differences from the reference, rather than of the ratios, is where a few clusters of clusters stand apart.
 */
export function aboveReference(evidence: Pick<Evidence, 'scan' | 'reference'>, whitened: readonly Ratio[]): Map<number, number> {
	const ratioAt = new Map(whitened.map(({ k, ratio }) => [k, ratio]));
	return new Map(
		compared(evidence).map(({ k, silhouette, expected }) => [k, ((silhouette + luck) / (expected + luck)) * (ratioAt.get(k) ?? 1) ** 2])
	);
}

/**
 * Suggests a number of clusters. Where they stand apart (the highest silhouette is at least 0.5 and stands clearly above the reference),
 * it is the largest k whose silhouette is at least 0.5 and whose prediction strength is at least 0.9. Elsewhere it is the k that stands
 * furthest above the reference (`aboveReference`). There is structure if some silhouette stands above the reference by at least 0.03 and at
 * least three standard deviations (the larger of that at k and the root mean square over all k, since few draws make it unsure), or if
 * whitened numbers show some (`standsOut`).
 * @param whitened of the same rows, or of some of them
 */
export function suggestK(evidence: Evidence, whitened: readonly Ratio[]): Suggestion {
	const each = compared(evidence);
	if (each.length === 0) throw new RangeError('no k is in both the scan and the reference');
	const clearest = most(each, ({ gap }) => gap);
	const strengthOf = new Map(evidence.strengths?.map(({ k, strength }) => [k, strength]));
	const predicted = each.findLast(({ k, silhouette }) => silhouette >= reasonable && (strengthOf.get(k) ?? 0) >= separated);
	const above = aboveReference(evidence, whitened);
	const { k, silhouette, expected } = predicted ?? most(each, (one) => above.get(one.k)!);
	return {
		k,
		structure: predicted || isClear(clearest) || standsOut(whitened, evidence.scan[0]!.labels.length) ? 'clear' : 'none',
		strength: predicted ? strengthOf.get(k)! : null,
		silhouette,
		expected,
		whitened: whitened.find((one) => one.k === k)?.ratio ?? null,
		clearest: { k: clearest.k, gap: clearest.gap, needed: clearest.needed }
	};
}

/** Rows at most that prediction strengths and the glance look at. */
const few = 2000;

/** What the reference and the prediction strengths cost, in pairs of rows as a scan does. */
const [referenceCost, strengthsCost] = [6e7, 5.5e7];
/** What evidence costs with so many rows, where there is such a chance that prediction strengths are looked at. */
const evidenceCost = (rows: number, starts: number, chance: number): number =>
	scanCost(rows, starts) + referenceCost + chance * strengthsCost;

/**
 * Scans k, makes the reference for it and, where clusters stand apart, the prediction strengths. `ends` is how far it goes of the whole task,
 * by whether clusters seem to stand apart, for which there is such a `chance`.
 */
export async function evidenceOf(
	points: Matrix,
	given: ByDefinition,
	options: ScanOptions,
	task: Task,
	{ ends = { apart: 1, else: 1 }, chance = 0.5 } = {}
): Promise<Evidence> {
	const { kMin, kMax, starts, seed } = options;
	const scanned = (ends.else * scanCost(points.rows, starts)) / evidenceCost(points.rows, starts, chance);
	const scan = await scanK(points, options, part(task, 0, scanned));
	const likely = scan.some(({ silhouette }) => silhouette.mean >= reasonable);
	const end = likely ? ends.apart : ends.else;
	const referred = likely ? scanned + ((end - scanned) * referenceCost) / (referenceCost + strengthsCost) : end;
	const reference = await nullReference(points, given, { kMin, kMax, seed }, part(task, scanned, referred));
	if (!apart(compared({ scan, reference }))) return { scan, reference, strengths: null };
	const some = takeRows(points, sampleRows(points.rows, few, seeded(seed)));
	return { scan, reference, strengths: await predictionStrength(some, { kMin, kMax, seed, starts: 4 }, part(task, referred, end)) };
}

/** What the search of so many rows costs, in pairs of rows. */
export const searchCost = (rows: number, starts: number): number =>
	evidenceCost(Math.min(rows, few), starts, 0.5) + evidenceCost(rows, starts, 0.5);

/**
 * Evidence on whichever scores of the numbers show more. Ranks leave no gap within a column, so that clusters which stand apart touch
 * there; sizes keep the gaps, and count where clusters stand apart at a glance. Everywhere else ranks do better, because no tail pulls at
 * a centre.
 */
export async function evidenceByScores(
	points: (numbers: NumberScores) => Matrix,
	given: ByDefinition,
	options: ScanOptions,
	task: Task
): Promise<{ readonly numbers: NumberScores; readonly evidence: Evidence }> {
	const sizes = points('sizes');
	const chosen = sampleRows(sizes.rows, few, seeded(options.seed));
	const seen = takeRows(sizes, chosen);
	const all = seen.rows === sizes.rows;
	const first = evidenceCost(seen.rows, options.starts, 0.5) / searchCost(sizes.rows, options.starts);
	let reached = 0;
	const looking: Task = { ...task, progress: (ratio) => task.progress((reached = ratio ?? reached)) };
	const glance = await evidenceOf(seen, takeStrata(given, chosen), options, looking, { ends: { apart: all ? 1 : first, else: first } });
	if (glance.strengths && all) return { numbers: 'sizes', evidence: glance };
	const [numbers, chance] = glance.strengths ? (['sizes', 1] as const) : (['ranks', 0] as const);
	const left = part(task, Math.max(first, reached), 1);
	return { numbers, evidence: await evidenceOf(numbers === 'sizes' ? sizes : points(numbers), given, options, left, { chance }) };
}
