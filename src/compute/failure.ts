import { Problem } from '../lib/problem.js';
import type { Failure } from './protocol.js';

/** An error that nobody foresaw; carries the other thread's own name, message and stack. */
export class ComputeError extends Error {
	constructor(readonly failure: Failure) {
		super(failure.message);
		this.name = failure.name;
		if (failure.stack) this.stack = failure.stack;
	}
}

/** What crosses of an error. */
export function failureOf(cause: unknown): Failure {
	const error = cause instanceof Error ? cause : new Error(String(cause));
	return {
		name: error.name,
		message: error.message,
		...(error.stack ? { stack: error.stack } : {}),
		...(error instanceof Problem ? { problem: { id: error.id, facts: error.facts } } : {})
	};
}

/** The error that crossed: the problem whole, or a ComputeError. */
export const errorOf = (failure: Failure): Error =>
	failure.problem ? new Problem(failure.problem.id, failure.problem.facts) : new ComputeError(failure);
