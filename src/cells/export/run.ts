import type { CsvCell } from '../../lib/export/csv.js';
import { featureInfo, shownId } from '../../lib/features/customers.js';
import type { Scores } from '../../lib/predict/scores.js';
import type { Segments } from '../../lib/segments/segments.js';
import { segmentsValue } from '../../lib/value/totals.js';
import type { Values } from '../../lib/value/values.js';
import type { Run } from '../cell.js';
import { customerFile, rounded } from '../customer-file.js';
import type { ExportedValue, ExportRequest, ExportView, spec } from './spec.js';

const firstRows = 5;

export const run: Run<typeof spec, null, ExportView> = async (_ctx, _params, { customers, rfm, segments, scores, values }) => {
	const first = (reveal: boolean) => customers.ids.slice(0, firstRows).map((id) => shownId(id, customers.idKind, reveal));
	const value = values ?? null;
	return {
		output: null,
		view: {
			customers: customers.ids.length,
			features: customers.features.map(featureInfo),
			rfmNames: rfm?.names ?? null,
			segmentNames: segments?.names ?? null,
			score: scores && about(scores),
			value: value && aboutValue(value, segments ?? rfm),
			first: first(false).map((id, i) => ({
				id,
				rfm: rfm?.labels[i] ?? null,
				segment: segments?.labels[i] ?? null,
				strength: segments?.strength?.[i] ?? null,
				second: segments?.second?.[i] ?? null,
				score: scores?.values[i] ?? null
			}))
		},
		answers: {
			first: (_args: null, _signal: AbortSignal, reveal: boolean) => first(reveal),
			csv: (request: ExportRequest) =>
				customerFile(
					customers,
					segments,
					request.members ?? customers.ids.keys(),
					request,
					(i) => (rfm ? [request.rfmNames[rfm.labels[i]!]!] : []),
					(i) => [...(scores ? [rounded(scores.values[i]!)] : []), ...(value ? valueCells(value, i, request) : [])]
				)
		}
	};
};

const about = ({ values: _, ...rest }: Scores): Omit<Scores, 'values'> => rest;

const aboutValue = (values: Values, groups: Segments | null): ExportedValue => ({
	...segmentsValue(values, groups?.labels ?? new Uint16Array(values.past.length), groups?.names.length ?? 1),
	ahead: values.future !== null,
	money: Boolean(values.future?.value),
	alive: Boolean(values.future?.alive)
});

/** Tier, stage and past value; of the time ahead value, orders, the chance of any, of not having left, and when the next is due. */
function valueCells({ tier, stage, past, future }: Values, i: number, { tierNames, stageNames }: ExportRequest): CsvCell[] {
	const cells: CsvCell[] = [tierNames[tier[i]!]!, stageNames[stage[i]!]!, rounded(past[i]!)];
	if (!future) return cells;
	if (future.value) cells.push(rounded(future.value[i]!));
	cells.push(rounded(future.orders[i]!), rounded(future.chance[i]!));
	if (future.alive) cells.push(rounded(future.alive[i]!));
	return [...cells, isoDay(future.next.day[i]!), isoDay(future.next.low[i]!), isoDay(future.next.high[i]!)];
}

/** A calendar day as spreadsheets of all languages read it. */
const isoDay = (day: number): string | null => (Number.isNaN(day) ? null : new Date(day * 86_400_000).toISOString().slice(0, 10));
