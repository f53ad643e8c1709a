const months: readonly string[] = [
	'jan january januari',
	'feb february februari',
	'mar march mac',
	'apr april',
	'may mei',
	'jun june',
	'jul july julai',
	'aug august ogo ogos',
	'sep sept september',
	'oct october okt oktober',
	'nov november',
	'dec december dis disember'
];
const numbers = new Map(months.flatMap((names, i) => names.split(' ').map((name) => [name, i + 1] as const)));

/** The month (1 to 12) of an English or Malay name in lower case, short or long; null for any other word. */
export const monthOf = (word: string): number | null => numbers.get(word) ?? null;

/** Words of a written date that say nothing beside its numbers: days of the week, joining words, endings of 1st and 2nd. */
export const passedOver: ReadonlySet<string> = new Set(
	[
		'mon tue tues wed weds thu thur thurs fri sat sun monday tuesday wednesday thursday friday saturday sunday at of the st nd rd th',
		'isn sel rab kha jum sab ahd isnin selasa rabu khamis jumaat sabtu ahad pada pukul hb haribulan',
		'thứ hai ba tư năm sáu bảy chủ nhật cn ngày lúc'
	].flatMap((words) => words.split(' '))
);
