// npm run bench [-- NAME] [--json]: runs the benchmarks whose name holds NAME, or all, and prints what they measured.
import { readdirSync } from 'node:fs';

/**
 * One measure; its name holds the unit. `goal` bounds `ratio` (ours ÷ peer), or `ours` itself where there is nothing to compare with
 * by design. `peer`, `ratio` and `met` are null where the peer is not on this machine.
 * @typedef {{ name: string, ours: number | null, peer: number | null, ratio: number | null, goal: number | null, met: boolean | null }} Row
 * @typedef {{ name: string, run(): Promise<Row[]> }} Benchmark
 */

const json = process.argv.includes('--json');
const wanted = process.argv.slice(2).find((arg) => !arg.startsWith('--')) ?? '';

/** @type {Row[]} */
const rows = [];
for (const file of readdirSync(new URL('.', import.meta.url)).filter((path) => path.endsWith('.bench.mjs'))) {
	/** @type {Benchmark} */
	const benchmark = await import(new URL(file, import.meta.url).href);
	if (!benchmark.name.includes(wanted)) continue;
	console.log(`\n${benchmark.name}`);
	rows.push(...(await benchmark.run()));
}

const figure = (/** @type {number | null} */ value) => (value === null ? '–' : value.toPrecision(value >= 1000 ? 4 : 3));
const verdict = (/** @type {boolean | null} */ met) => (met === null ? '–' : met ? 'yes' : 'NO');
const cells = rows.map((row) => [row.name, ...[row.ours, row.peer, row.ratio, row.goal].map(figure), verdict(row.met)]);
const table = [['measure', 'ours', 'peer', 'ratio', 'goal', 'met'], ...cells];
const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
console.log();
for (const row of table)
	console.log(row.map((cell, column) => (column ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[0] ?? 0))).join('  '));
if (rows.length === 0) {
	console.error(`No benchmark is named ${wanted}.`);
	process.exitCode = 1;
}
if (json) console.log(JSON.stringify(rows));
