import { fold } from './fold.js';

/** A scale of answers, from the lowest level to the highest; a level in brackets is left out where nobody chose it. */
type Scale = readonly (string | readonly [string])[];

/** Answers of questionnaires in English, Vietnamese and Malay; a bar parts the wordings of one level. */
const scales: readonly Scale[] = [
	[
		'strongly disagree|completely disagree|totally disagree|hoàn toàn không đồng ý|rất không đồng ý|sangat tidak setuju|amat tidak setuju',
		'disagree|không đồng ý|tidak setuju',
		['somewhat disagree|slightly disagree|hơi không đồng ý|agak tidak setuju|kurang setuju'],
		'neither agree nor disagree|neutral|neither|undecided|trung lập|bình thường|phân vân|không ý kiến|tidak pasti|berkecuali|kurang pasti',
		['somewhat agree|slightly agree|hơi đồng ý|agak setuju'],
		'agree|đồng ý|setuju',
		'strongly agree|completely agree|totally agree|hoàn toàn đồng ý|rất đồng ý|sangat setuju|amat setuju'
	],
	[
		'very dissatisfied|very unsatisfied|extremely dissatisfied|rất không hài lòng|hoàn toàn không hài lòng|sangat tidak puas hati|sangat tidak berpuas hati',
		'dissatisfied|unsatisfied|không hài lòng|tidak puas hati|tidak berpuas hati',
		['somewhat dissatisfied|hơi không hài lòng|kurang puas hati|kurang berpuas hati'],
		'neutral|neither satisfied nor dissatisfied|neither|bình thường|trung lập|sederhana|berkecuali|tidak pasti',
		['somewhat satisfied|khá hài lòng|agak puas hati|agak berpuas hati'],
		'satisfied|hài lòng|puas hati|berpuas hati',
		'very satisfied|extremely satisfied|completely satisfied|rất hài lòng|hoàn toàn hài lòng|sangat puas hati|sangat berpuas hati'
	],
	[
		'never|không bao giờ|chưa bao giờ|tidak pernah',
		'rarely|seldom|hardly ever|hiếm khi|ít khi|jarang|jarang-jarang|jarang sekali',
		'sometimes|occasionally|thỉnh thoảng|đôi khi|kadang-kadang|sekali-sekala|ada kalanya',
		'often|frequently|usually|thường|thường xuyên|kerap|sering|biasanya',
		'always|very often|all the time|luôn luôn|luôn|rất thường xuyên|sentiasa|selalu|sangat kerap'
	],
	[
		'not at all important|very unimportant|hoàn toàn không quan trọng|rất không quan trọng|sangat tidak penting',
		['not important|unimportant|không quan trọng|tidak penting'],
		['slightly important|of little importance|ít quan trọng|kurang penting'],
		'moderately important|somewhat important|fairly important|neutral|khá quan trọng|bình thường|trung lập|agak penting|sederhana penting|sederhana',
		['important|quan trọng|penting'],
		'very important|rất quan trọng|sangat penting',
		['extremely important|vô cùng quan trọng|cực kỳ quan trọng|amat penting|teramat penting']
	],
	[
		'very unlikely|extremely unlikely|definitely not|rất khó|chắc chắn không|sangat tidak mungkin|pasti tidak',
		'unlikely|probably not|có lẽ không|ít khả năng|tidak mungkin|mungkin tidak',
		'neutral|neither likely nor unlikely|not sure|unsure|maybe|không chắc|chưa chắc|tidak pasti',
		'likely|probably|có thể|có lẽ có|mungkin',
		'very likely|extremely likely|definitely|rất có thể|chắc chắn|chắc chắn có|sangat mungkin|pasti'
	],
	[
		'very poor|very bad|terrible|rất kém|rất tệ|sangat lemah|sangat buruk|sangat teruk',
		'poor|bad|kém|tệ|lemah|buruk|teruk',
		'fair|average|okay|ok|acceptable|trung bình|bình thường|tạm được|sederhana|boleh diterima',
		'good|tốt|baik|bagus',
		'very good|rất tốt|sangat baik|sangat bagus',
		['excellent|outstanding|xuất sắc|tuyệt vời|cemerlang']
	]
];
/** What people answer who have no answer. */
const none = new Set(
	[
		...['don’t know', "don't know", 'do not know', 'not applicable', 'n/a', 'prefer not to say', 'no answer', 'no opinion'],
		...['không biết', 'không áp dụng', 'không trả lời', 'không muốn trả lời'],
		...['tidak tahu', 'tidak berkenaan', 'tiada jawapan', 'tidak mahu menjawab']
	].map(fold)
);

/** An answer without the number that some questionnaires put before it: `4 - Agree`. */
const bare = (answer: string): string => fold(answer.replace(/^\s*\(?\d{1,2}\s*[-–—.:)=]+\s*/, ''));

/**
 * The place of each answer on its scale, from 1; NaN for “don’t know” and its like. Null where the answers are not those of one known
 * scale (agreement, satisfaction, frequency, importance, likelihood, quality), or fewer than two of it. Levels that nobody chose keep
 * their place, but for those that only longer scales have.
 */
export function answerRanks(answers: readonly string[]): readonly number[] | null {
	const texts = answers.map(bare);
	if (texts.length > 30) return null;
	for (const scale of scales) {
		const levels = scale.map((level) => (typeof level === 'string' ? level : level[0]).split('|').map(fold));
		const found = texts.map((text) => levels.findIndex((level) => level.includes(text)));
		if (!found.every((level, i) => level >= 0 || none.has(texts[i]!)) || new Set(found.filter((level) => level >= 0)).size < 2) continue;
		const kept = [...scale.keys()].filter((level) => typeof scale[level] === 'string' || found.includes(level));
		return found.map((level) => (level < 0 ? NaN : 1 + kept.indexOf(level)));
	}
	return null;
}

const separators = [/\s*;\s*/, /\s*\|\s*/, /\s*\r?\n\s*/];
/** At most so many options, none longer than this; and the share of the answers that name more than one. */
const [mostOptions, longest, leastShare] = [40, 100, 0.05];

/** A question to which several options may be chosen. */
export interface Choices {
	/** In the order in which they are met. */
	readonly options: readonly string[];
	/** The options in each answer. */
	readonly chosen: readonly (readonly number[])[];
}

/**
 * The options of a question to which several may be chosen, written in one cell and parted by semicolons, bars or lines; null where the
 * answers are no such lists: where few of them name several options, or nearly every option is named once.
 */
export function choicesOf(answers: readonly string[]): Choices | null {
	for (const separator of separators) {
		const several = answers.filter((answer) => separator.test(answer.trim().replace(/[;|]$/, ''))).length;
		if (several < 2 || several < leastShare * answers.length) continue;
		const places = new Map<string, number>();
		const options: string[] = [];
		const chosen = answers.map((answer) => {
			const own = new Set<number>();
			for (const option of answer.trim().split(separator)) {
				if (option === '') continue;
				const place = places.get(fold(option)) ?? options.push(option) - 1;
				places.set(fold(option), place);
				own.add(place);
			}
			return [...own];
		});
		const named = chosen.reduce((sum, own) => sum + own.length, 0);
		if (options.length < 2 || options.length > mostOptions || options.some((option) => option.length > longest)) continue;
		if (named >= 1.5 * options.length) return { options, chosen };
	}
	return null;
}
