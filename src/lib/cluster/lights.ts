/** Mean bootstrap Jaccard of a segment above which Hennig calls it highly stable, stable, a pattern whose members are in doubt. */
const jaccardRules = { high: 0.85, stable: 0.75, doubtful: 0.6 } as const;
export type Light = 'high' | 'stable' | 'cut' | 'doubtful' | 'unstable';

/**
 * The light of a mean bootstrap Jaccard (thresholds of Hennig's fpc: 0.85, 0.75, 0.6). One smooth cloud is cut alike again and again,
 * along its longest side: without structure that stands clearly above such a cloud, what comes again is a `cut` and no segment.
 */
export function lightOf(jaccard: number, structure: 'clear' | 'none'): Light {
	if (jaccard >= jaccardRules.stable && structure === 'none') return 'cut';
	if (jaccard >= jaccardRules.high) return 'high';
	if (jaccard >= jaccardRules.stable) return 'stable';
	return jaccard >= jaccardRules.doubtful ? 'doubtful' : 'unstable';
}
