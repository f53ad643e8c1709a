import { csvStyle, writeCsv, type CsvCell } from '../../lib/export/csv.js';
import { featureInfo, shownId, type Customers } from '../../lib/features/customers.js';
import type { Scores } from '../../lib/predict/scores.js';
import type { Segments } from '../../lib/segments/segments.js';
import type { Run } from '../cell.js';
import type { ExportRequest, ExportView, spec } from './spec.js';

const firstRows = 5;

export const run: Run<typeof spec, null, ExportView> = async (_ctx, _params, { customers, rfm, segments, scores }) => {
	const first = (reveal: boolean) => customers.ids.slice(0, firstRows).map((id) => shownId(id, customers.idKind, reveal));
	return {
		output: null,
		view: {
			customers: customers.ids.length,
			features: customers.features.map(featureInfo),
			rfmNames: rfm?.names ?? null,
			segmentNames: segments.names,
			score: scores && about(scores),
			first: first(false).map((id, i) => ({
				id,
				rfm: rfm?.labels[i] ?? null,
				segment: segments.labels[i]!,
				score: scores?.values[i] ?? null
			}))
		},
		answers: {
			first: (_args: null, _signal: AbortSignal, reveal: boolean) => first(reveal),
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

/** One line per customer: id, segment, the RFM name and the chance where there are orders, then the features in their own units. */
function* lines(
	{ ids, features }: Customers,
	rfm: Segments | null,
	segments: Segments,
	scores: Scores | null,
	{ rfmNames, segmentNames }: ExportRequest
): Generator<CsvCell[]> {
	for (let i = 0; i < ids.length; i++) {
		yield [
			ids[i]!,
			...(rfm ? [rfmNames[rfm.labels[i]!]!] : []),
			segmentNames[segments.labels[i]!]!,
			...(scores ? [rounded(scores.values[i]!)] : []),
			...features.map(({ values }) => rounded(values[i]!))
		];
	}
}

const rounded = (value: number): number | null => (Number.isNaN(value) ? null : Math.round(value * 1e4) / 1e4);
