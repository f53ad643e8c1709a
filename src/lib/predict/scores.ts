export type ModelId = 'logistic' | 'network' | 'recency' | 'baseRate';

/** The kind `scores`: the chance that each customer buys within the horizon. */
export interface Scores {
	/** Probability in [0, 1] per customer. */
	readonly values: Float32Array<ArrayBuffer>;
	readonly model: ModelId;
	readonly horizonDays: number;
	/** Share of customers who bought in the test window. */
	readonly baseRate: number;
	/** ROC AUC of the model on the test window. */
	readonly auc: number;
	/** The day the score looks ahead from: days since 1970-01-01. */
	readonly asOfDay: number;
}
