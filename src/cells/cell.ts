import type { Component } from 'svelte';
import type { GenericSchema, InferOutput } from 'valibot';
import type { MessageId } from '../i18n/messages.js';
import type { Customers } from '../lib/features/customers.js';
import type { Embedding } from '../lib/embed/embedding.js';
import type { Facts, Problem, ProblemId } from '../lib/problem.js';
import type { Scores } from '../lib/predict/scores.js';
import type { Segments } from '../lib/segments/segments.js';
import type { Helpers } from '../lib/spread.js';
import type { Values } from '../lib/value/values.js';
import type { Workspace } from '../lib/table/workspace.js';

/** The values that flow from cell to cell, by kind. Row i of `points`, `segments`, `scores` and `values` is customer i. */
export interface Kinds {
	table: Workspace;
	customers: Customers;
	points: Embedding;
	segments: Segments;
	scores: Scores;
	values: Values;
}
export type Kind = keyof Kinds;

/** One input of a cell: the nearest cell above that makes the kind, or the nearest of type `from` where that is named. */
export interface InputSpec {
	readonly kind: Kind;
	readonly from?: string;
	/** Read only while this param has this value; otherwise the cell neither waits for it nor goes stale with it. */
	readonly when?: readonly [param: string, value: string];
	/** The cell runs without it too: null where the cell above cannot make it of this data. */
	readonly optional?: true;
}
export type Inputs = Readonly<Record<string, InputSpec>>;
export type InputValues<I extends Inputs> = {
	readonly [Name in keyof I]:
		Kinds[I[Name]['kind']] | (I[Name] extends { when: unknown } ? undefined : never) | (I[Name] extends { optional: true } ? null : never);
};

/** The part of a cell that both threads read: plain data, safe to import anywhere. */
export interface CellSpec<Params extends GenericSchema = GenericSchema, I extends Inputs = Inputs> {
	readonly type: string;
	/** Raised when `run` returns something else for the same input: results are kept by it. */
	readonly version: number;
	/** The choices a person has, with their defaults. */
	readonly params: Params;
	/** Params that only the view reads: a change of them leaves the result as it is. */
	readonly viewParams?: readonly string[];
	readonly inputs: I;
	readonly output: Kind | null;
	/** `heavy` cells run when the person asks; until then a change leaves them stale. */
	readonly cost: 'light' | 'heavy';
}

export function defineCell<const Params extends GenericSchema, const I extends Inputs>(spec: CellSpec<Params, I>): CellSpec<Params, I> {
	return spec;
}

/** What a run may do besides compute. */
export interface RunContext {
	readonly seed: number;
	/** Aborted when the person stops the run. Call `signal.throwIfAborted()` where nothing leaks. */
	readonly signal: AbortSignal;
	/** `ratio` is in [0, 1], or null while it is unknown; `stage` is a message of what is being done. */
	progress(ratio: number | null, stage: MessageId): void;
	/** Shows an intermediate view, such as an embedding that is still moving. */
	preview(view: unknown, transfer?: Transferable[]): void;
	/** Lets waiting messages in, so that a stop can reach `signal`. Never throws. */
	breathe(): Promise<void>;
	/** Other threads that take jobs, where there are any. */
	readonly helpers?: Helpers | undefined;
	/** The bytes of a file the person opened, or undefined where it is not open now. */
	file(id: string): File | undefined;
}

/** An answer to a question about a finished result, such as a page of rows or a file to download. What is for the screen is masked
 * (`lib/table/mask.ts`) unless `reveal`; a view is masked always, so that hidden data never reaches the page. */
export type Answers = Readonly<Record<string, (args: never, signal: AbortSignal, reveal: boolean) => unknown>>;

export interface RunResult<Output, View> {
	/** Stays in the worker for the cells below. */
	readonly output: Output;
	/** Small; crosses to the page, its buffers moved when listed in `transfer`. */
	readonly view: View;
	readonly transfer?: Transferable[];
	/** What the cell learned, as plain data: all that `apply` needs to treat new customers alike. */
	readonly model?: unknown;
	/** Set where the view can be shown but nothing below can use the output yet, such as a file whose columns need naming. */
	readonly blocked?: Problem | undefined;
	/** Questions the page may ask later; the result stays in the worker for them. */
	readonly answers?: Answers;
}

export type Run<Spec extends CellSpec, Output, View> = (
	ctx: RunContext,
	params: InferOutput<Spec['params']>,
	inputs: InputValues<Spec['inputs']>
) => Promise<RunResult<Output, View>>;

/** Repeats what a run learned on new inputs, learning nothing. */
export type Apply<Spec extends CellSpec, Model, Output> = (model: Model, inputs: InputValues<Spec['inputs']>) => Output;

/** What keeps a cell from going on, as its views may point at it from the choices that mend it. */
export interface Told {
	readonly id: ProblemId;
	readonly facts: Facts;
	/** Id of the element that says it. */
	readonly by: string;
}

export interface ViewProps<Params, View> {
	readonly params: Params;
	readonly view: View;
	/** True while `view` belongs to earlier choices or is still being made. */
	readonly passing: boolean;
	/** The problem said above the view; null where there is none. */
	readonly problem: Told | null;
	/** True while no work runs that somebody asked for and the page is drawn: the time for what nobody waits for. */
	readonly resting: boolean;
	onparams(patch: Partial<Params>): void;
	/** Whether the person has asked to see personal data; what was asked of the worker before a change must be asked again. */
	readonly reveal: boolean;
	onreveal(reveal: boolean): void;
	/** Reads these files with those that are open. */
	onfiles(files: readonly File[]): void;
	/** Customers picked out in any cell (row indices), lit in all of them; null where none are. */
	readonly selection: Uint32Array | null;
	onselection(members: Uint32Array | null): void;
	/** Asks the worker a question about the finished result. Rejects with AbortError once `signal` is aborted. */
	ask<Answer>(question: string, args: unknown, signal?: AbortSignal): Promise<Answer>;
}

/** A view of any cell type; each is typed by its own spec. */
export type CellView = Component<ViewProps<never, never>>;
