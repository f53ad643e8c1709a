import type { Failure } from './protocol.js';

/** What the pool says to a helper, one job at a time. */
export type HelperRequest =
	| { readonly kind: 'job'; readonly job: number; readonly name: string; readonly args: unknown }
	| { readonly kind: 'cancel'; readonly job: number };

export type HelperReply =
	/** The helper has loaded. */
	| { readonly kind: 'ready' }
	| { readonly kind: 'progress'; readonly job: number; readonly ratio: number | null }
	| { readonly kind: 'news'; readonly job: number; readonly news: unknown }
	| { readonly kind: 'done'; readonly job: number; readonly result: unknown }
	| { readonly kind: 'cancelled'; readonly job: number }
	| { readonly kind: 'failed'; readonly job: number; readonly error: Failure };
