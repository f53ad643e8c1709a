/** Ways to form segments; `consensus` is the best of all: what k-means, four mixtures and three networks agree on. */
export const methodIds = ['kmeans', 'diagonal', 'full', 'dec', 'ward', 'hdbscan', 'consensus'] as const;
export type MethodId = (typeof methodIds)[number];

/** Whether a method trains networks, which takes seconds. */
export const networked = (method: MethodId): boolean => method === 'dec' || method === 'consensus';
