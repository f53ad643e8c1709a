import { openProcessor } from '../../lib/backend/open.js';
import { groupsOf } from '../../lib/embed/mixed.js';
import { unlikeExpected, type Odd, type Unlike } from '../../lib/embed/odd.js';
import { csvStyle, writeCsv, type CsvCell } from '../../lib/export/csv.js';
import { featureInfo, shownId, type Customers } from '../../lib/features/customers.js';
import type { Matrix } from '../../lib/matrix.js';
import { pause, type Task } from '../../lib/task.js';
import type { EmbedModel, OddCustomer, OddFileRequest, OddRequest } from './spec.js';

/** Features told of each odd customer. */
const told = 3;
const atOnce = 1024;

/** Answers what is odd about customers that the network gives back badly. */
export function oddAnswers(
	{ ids, idKind, features }: Customers,
	points: Matrix,
	errors: Float32Array,
	{ rows }: Odd,
	model: EmbedModel,
	taskOf: (signal: AbortSignal) => Task
) {
	const about = { scaling: model.scaling, groups: groupsOf(features, model.scaling), features };
	const unlike = (customers: Uint32Array): Unlike[][] => unlikeExpected(points, customers, about, model, openProcessor(), told);
	return {
		odd: ({ from, to }: OddRequest, _signal: AbortSignal, reveal: boolean): OddCustomer[] => {
			const asked = rows.subarray(from, to);
			return unlike(asked).map((features, i) => ({
				id: shownId(ids[asked[i]!]!, idKind, reveal),
				error: errors[asked[i]!]!,
				unlike: features.map(({ feature, value, expected }) => ({ feature: featureInfo(feature), value, expected }))
			}));
		},
		oddFile: async ({ locale, header, told: columns, names }: OddFileRequest, signal: AbortSignal): Promise<Blob> => {
			const task = taskOf(signal);
			const lines: CsvCell[][] = [];
			for (let from = 0; from < rows.length; from += atOnce) {
				await pause(task);
				const some = rows.subarray(from, from + atOnce);
				unlike(some).forEach((features, i) => {
					const cells = features.flatMap(({ feature: { id }, value, expected }) => [names[id] ?? id, value, expected]);
					lines.push([ids[some[i]!]!, errors[some[i]!]!, ...cells]);
				});
			}
			const all = [...header, ...Array.from({ length: told }, () => columns).flat()];
			return new Blob([...writeCsv(all, lines, csvStyle(locale))], { type: 'text/csv' });
		}
	};
}
