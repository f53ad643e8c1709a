/** Facts a message names: file, row, column, value, counts. */
export type Facts = Record<string, string | number>;

/** Every problem a person may be told of; each has a message `problem.<id>` in all languages. */
export const problemIds = [
	'noFile',
	'fileNeeded',
	'fileGone',
	'tooManyFiles',
	'fileEmpty',
	'fileHeaderOnly',
	'fileBinary',
	'fileUnknown',
	'fileGzipBroken',
	'rowTooLong',
	'rowsTooShort',
	'fileZipBroken',
	'fileZipEmpty',
	'fileTooDeep',
	'fileTooMany',
	'fileTooBig',
	'browserTooOld',
	'fileTooWide',
	'fileLocked',
	'fileWorkbookBroken',
	'fileParquetBroken',
	'fileJsonBroken',
	'oneColumn',
	'noTimeColumn',
	'noCustomerColumn',
	'noAmountColumn',
	'productList',
	'totalsOnly',
	'analyticsReport',
	'noPeople',
	'noSharedId',
	'badDates',
	'badNumbers',
	'nothingKept',
	'oneCustomer',
	'tooFewCustomers',
	'tooFewUnlike',
	'keptBroken',
	'keptElsewhere',
	'keptColumn',
	'keptFeature',
	'tooFewAsked',
	'tooShortHistory',
	'tooShortForAny',
	'oneOutcome',
	'nobodyReturns',
	'tooFewKnown',
	'constantOutcome',
	'fewOutcomes',
	'groupsTooFew',
	'nothingTells',
	'noColumnUsed',
	'rfmNeedsOrders',
	'scoresNeedOrders',
	'valueNeedsOrders',
	'noFeatureVaries',
	'diverged',
	'notebookBroken',
	'notebookNewer',
	'notebookForeign',
	'workerDied',
	'unexpected'
] as const;
export type ProblemId = (typeof problemIds)[number];

/** Problems that nobody has to mend: the data is not of the kind or the size that the cell is about. */
export const inapplicable: readonly ProblemId[] = ['rfmNeedsOrders', 'scoresNeedOrders', 'valueNeedsOrders', 'tooFewCustomers'];

/** A problem the person can read: `id` names a translated message and `facts` fill it. Crosses the worker boundary whole. */
export class Problem extends Error {
	override readonly name = 'Problem';
	constructor(
		readonly id: ProblemId,
		readonly facts: Facts = {}
	) {
		super(`${id} ${JSON.stringify(facts)}`);
	}
}
