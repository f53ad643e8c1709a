const msPerDay = 86_400_000;
const msPerMinute = 60_000;
/** Clocks in use lie between UTC−12 and UTC+14, on quarters of an hour. */
const [west, east, step] = [-12 * 60, 14 * 60, 15];
/** Share of the rows whose date a clock must give. */
const nearly = 0.995;

/**
 * The clock on which dates were written beside times in UTC, as minutes ahead of UTC: of the clocks that give (nearly) every row its
 * date, the only one, or the only one that stands on a whole hour. Null where none does, or several do, because events are few at the
 * hours around midnight that would tell them apart.
 * @param utc milliseconds since 1970-01-01T00:00 UTC
 * @param dates midnight of the date of each row on the unknown clock, in milliseconds; NaN where there is none
 */
export function clockOf(utc: Float64Array, dates: Float64Array): number | null {
	/** A row fits the clocks from `date − utc` to a day later, that end left out: a difference counts every clock of its span. */
	const first = new Float64Array((east - west) / step + 2);
	let rows = 0;
	for (let row = 0; row < utc.length; row++) {
		const low = (dates[row]! - utc[row]!) / msPerMinute;
		if (Number.isNaN(low)) continue;
		rows++;
		const from = Math.max(0, Math.ceil((low - west) / step));
		const to = Math.min(first.length - 1, Math.ceil((low + msPerDay / msPerMinute - west) / step));
		if (from >= first.length || to <= from) continue;
		first[from]!++;
		first[to]!--;
	}
	const fitting: number[] = [];
	let fits = 0;
	for (let i = 0; i + 1 < first.length; i++) {
		fits += first[i]!;
		if (rows > 0 && fits >= nearly * rows) fitting.push(west + i * step);
	}
	if (fitting.length === 1) return fitting[0]!;
	const hours = fitting.filter((minutes) => minutes % 60 === 0);
	return hours.length === 1 ? hours[0]! : null;
}
