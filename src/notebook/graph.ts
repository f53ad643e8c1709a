/** A cell as the graph sees it: what it reads, by input name. */
export interface Node {
	readonly id: string;
	readonly inputs: Readonly<Record<string, string>>;
}

/**
 * Ids in an order in which every cell comes after what it reads; otherwise document order.
 * @throws Error on a cycle
 */
export function order(nodes: readonly Node[]): string[] {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const done = new Set<string>();
	const open = new Set<string>();
	const visit = (id: string): void => {
		const node = byId.get(id);
		if (!node || done.has(id)) return;
		if (open.has(id)) throw new Error(`Cycle through cell "${id}"`);
		open.add(id);
		for (const input of Object.values(node.inputs)) visit(input);
		open.delete(id);
		done.add(id);
	};
	for (const { id } of nodes) visit(id);
	return [...done];
}

/** Everything that reads `id`, directly or through others; not `id` itself. */
export function downstream(nodes: readonly Node[], id: string): Set<string> {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const reached = new Set([id]);
	for (const next of order(nodes)) {
		if (Object.values(byId.get(next)!.inputs).some((input) => reached.has(input))) reached.add(next);
	}
	reached.delete(id);
	return reached;
}
