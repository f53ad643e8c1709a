/** Ways to form segments; `consensus` is the best of all: what k-means and four mixtures agree on. */
export const methodIds = ['kmeans', 'diagonal', 'full', 'ward', 'hdbscan', 'consensus'] as const;
export type MethodId = (typeof methodIds)[number];
