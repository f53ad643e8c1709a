declare module 'mathjs/number' {
	export const median: unknown, mode: unknown, std: unknown, variance: unknown;
}
