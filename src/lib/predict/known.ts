import type { Histories } from '../value/histories.js';
import { takeColumns, type Columns } from './design.js';
import type { Outcomes } from './metrics.js';

/** Customers at a moment, and what models may know of them. */
export interface Known {
	readonly rows: number;
	readonly columns: Columns;
	/** What models of orders read, made when one asks for it; null where there are no orders. */
	readonly histories: (() => Histories) | null;
}

/** Customers of whom it is known what happened next. */
export interface Sample extends Known {
	/** Days since 1970-01-01 of the cut, which lies before the outcomes; null where nothing is dated. */
	readonly day: number | null;
	readonly outcomes: Outcomes;
	readonly positives: number;
	/** Share of the rows whose outcome is 1. */
	readonly rate: number;
	/** 1 = bought on one day only so far; null where there are no orders. */
	readonly once: Uint8Array | null;
}

/** How many there are in a sample, and of how many the outcome is 1. */
export interface SampleReport {
	/** Days since 1970-01-01; null where nothing is dated. */
	readonly day: number | null;
	readonly n: number;
	readonly positives: number;
	readonly baseRate: number;
}

/** Learns on one sample, is tested on the other. */
export interface Trial {
	readonly train: Sample;
	readonly test: Sample;
}

export function takeKnown({ columns, histories }: Known, rows: Uint32Array): Known {
	const pick = (values: Float64Array) => Float64Array.from(rows, (row) => values[row]!);
	const takeHistories = (all: Histories): Histories => ({
		repeats: pick(all.repeats),
		lastWeeks: pick(all.lastWeeks),
		ageWeeks: pick(all.ageWeeks)
	});
	return { rows: rows.length, columns: takeColumns(columns, rows), histories: histories && (() => takeHistories(histories())) };
}

export function sampleOf(known: Known, outcomes: Outcomes, day: number | null, once: Uint8Array | null): Sample {
	const positives = outcomes.reduce((sum, outcome) => sum + outcome, 0);
	return { ...known, day, outcomes, positives, rate: positives / outcomes.length, once };
}

export function takeSample(sample: Sample, rows: Uint32Array): Sample {
	const take = (codes: Uint8Array) => Uint8Array.from(rows, (row) => codes[row]!);
	return sampleOf(takeKnown(sample, rows), take(sample.outcomes), sample.day, sample.once && take(sample.once));
}
