import { csvStyle, writeCsv, type CsvCell } from '../../lib/export/csv.js';
import { featureInfo, type Customers } from '../../lib/features/customers.js';
import type { Scores } from '../../lib/predict/scores.js';
import type { Segments } from '../../lib/segments/segments.js';
import type { Run } from '../cell.js';
import type { ExportRequest, ExportView, spec } from './spec.js';

const firstRows = 5;

export const run: Run<typeof spec, null, ExportView> = async (_ctx, _params, { customers, rfm, segments, scores }) => {
	return {
		output: null,
		view: {
			customers: customers.ids.length,
			features: customers.features.map(featureInfo),
			rfmNames: rfm?.names ?? null,
			segmentNames: segments.names,
			score: scores && about(scores),
			first: customers.ids.slice(0, firstRows).map((id, i) => ({
				id,
				rfm: rfm?.labels[i] ?? null,
				segment: segments.labels[i]!,
				strength: segments.strength?.[i] ?? null,
				second: segments.second?.[i] ?? null,
				score: scores?.values[i] ?? null
			}))
		},
		answers: {
			csv: (request: ExportRequest) =>
				new Blob([...writeCsv(request.header, lines(customers, rfm, segments, scores, request), csvStyle(request.locale))], {
					type: 'text/csv'
				})
		}
	};
};

const about = ({ model, horizonDays, asOfDay, baseRate, auc }: Scores): Omit<Scores, 'values'> => ({
	model,
	horizonDays,
	asOfDay,
	baseRate,
	auc
});

/** One line per customer: id, the RFM name, segment with its strength and the second-best, and the chance where there are orders, then the features in their own units. */
function* lines(
	{ ids, features }: Customers,
	rfm: Segments | null,
	segments: Segments,
	scores: Scores | null,
	{ rfmNames, segmentNames }: ExportRequest
): Generator<CsvCell[]> {
	const { strength, second } = segments;
	for (let i = 0; i < ids.length; i++) {
		yield [
			ids[i]!,
			...(rfm ? [rfmNames[rfm.labels[i]!]!] : []),
			segmentNames[segments.labels[i]!]!,
			...(strength && second ? [rounded(strength[i]!), segmentNames[second[i]!]!] : []),
			...(scores ? [rounded(scores.values[i]!)] : []),
			...features.map(({ values }) => rounded(values[i]!))
		];
	}
}

const rounded = (value: number): number | null => (Number.isNaN(value) ? null : Math.round(value * 1e4) / 1e4);
