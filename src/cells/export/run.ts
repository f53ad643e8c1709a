import { csvStyle, writeCsv, type CsvCell } from '../../lib/export/csv.js';
import type { Customers } from '../../lib/features/customers.js';
import type { Scores } from '../../lib/predict/scores.js';
import type { Segments } from '../../lib/segments/segments.js';
import type { Run } from '../cell.js';
import type { ExportRequest, ExportView, spec } from './spec.js';

const firstRows = 5;

export const run: Run<typeof spec, null, ExportView> = async (_ctx, _params, { customers, rfm, segments, scores }) => {
	const { values, ...score } = scores;
	return {
		output: null,
		view: {
			customers: customers.ids.length,
			features: customers.features.map(({ id }) => id),
			rfmNames: rfm.names,
			segmentNames: segments.names,
			score,
			first: customers.ids
				.slice(0, firstRows)
				.map((id, i) => ({ id, rfm: rfm.labels[i]!, segment: segments.labels[i]!, score: values[i]! }))
		},
		answers: {
			csv: (request: ExportRequest) =>
				new Blob([...writeCsv(request.header, lines(customers, rfm, segments, scores, request), csvStyle(request.locale))], {
					type: 'text/csv'
				})
		}
	};
};

/** One line per customer: id, RFM name, segment, chance, then the features in their own units. */
function* lines(
	{ ids, features }: Customers,
	rfm: Segments,
	segments: Segments,
	scores: Scores,
	{ rfmNames, segmentNames }: ExportRequest
): Generator<CsvCell[]> {
	for (let i = 0; i < ids.length; i++) {
		yield [
			ids[i]!,
			rfmNames[rfm.labels[i]!]!,
			segmentNames[segments.labels[i]!]!,
			rounded(scores.values[i]!),
			...features.map(({ values }) => rounded(values[i]!))
		];
	}
}

const rounded = (value: number): number | null => (Number.isNaN(value) ? null : Math.round(value * 1e4) / 1e4);
