import type { CellSpec, CellView } from './cell.js';

const specModules = import.meta.glob<{ spec: CellSpec }>('./*/spec.ts', { eager: true });
const viewModules = import.meta.glob<{ default: CellView }>('./*/View.svelte');

const specs = new Map(Object.values(specModules).map(({ spec }) => [spec.type, spec]));

/** The spec of a cell type, or undefined where the type is unknown. */
export const specOf = (type: string): CellSpec | undefined => specs.get(type);

/** Loads the view of a cell type on first use. */
export async function loadView(type: string): Promise<CellView> {
	const load = viewModules[`./${type}/View.svelte`];
	if (!load) throw new Error(`No view for cell type "${type}"`);
	return (await load()).default;
}
