import type { MessageId } from '../i18n/messages.js';
import type { Facts, ProblemId } from '../lib/problem.js';

export interface RunRequest {
	readonly kind: 'run';
	readonly job: number;
	readonly type: string;
	/** Under which the output is kept for the cells below. */
	readonly key: string;
	readonly params: unknown;
	/** Keys of the outputs this run reads, by input name. */
	readonly inputs: Readonly<Record<string, string>>;
	readonly seed: number;
}

export type Request =
	| RunRequest
	| { readonly kind: 'cancel'; readonly job: number }
	/** Forget these outputs. */
	| { readonly kind: 'forget'; readonly keys: readonly string[] }
	/** Hands over a file the person opened. */
	| { readonly kind: 'file'; readonly id: string; readonly file: File }
	/** Asks a question about a finished result: a page of rows, a file to download. */
	| {
			readonly kind: 'ask';
			readonly job: number;
			readonly key: string;
			readonly question: string;
			readonly args: unknown;
			/** Whether personal data may stand in the answer as it is. */
			readonly reveal: boolean;
	  };

/** A problem shown beside a result that nothing below can use yet. */
export interface Blocked {
	readonly id: ProblemId;
	readonly facts: Facts;
}

export interface Failure {
	readonly name: string;
	readonly message: string;
	readonly stack?: string;
	readonly problem?: Blocked;
}

export type Reply =
	/** The worker has loaded: from now on it answers. */
	| { readonly kind: 'ready' }
	| { readonly kind: 'progress'; readonly job: number; readonly ratio: number | null; readonly stage: MessageId }
	| { readonly kind: 'preview'; readonly job: number; readonly view: unknown }
	| { readonly kind: 'done'; readonly job: number; readonly view: unknown; readonly blocked: Blocked | null; readonly ms: number }
	| { readonly kind: 'answer'; readonly job: number; readonly value: unknown }
	| { readonly kind: 'missing'; readonly job: number; readonly keys: readonly string[] }
	| { readonly kind: 'cancelled'; readonly job: number }
	| { readonly kind: 'failed'; readonly job: number; readonly error: Failure };
