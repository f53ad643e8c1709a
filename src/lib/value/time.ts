export const daysPerWeek = 7;
/** A month is a twelfth of 365.25 days: 4.348 weeks. */
export const weeksPerMonth = 365.25 / 12 / daysPerWeek;

export const weeksOfDays = (days: number): number => days / daysPerWeek;
export const weeksOfMonths = (months: number): number => months * weeksPerMonth;
