import { describe, expect, it } from 'vitest';
import { answerRanks, choicesOf } from '../../../src/lib/table/answers.js';

describe('answers on a scale', () => {
	it.each([
		[
			['Agree', 'Strongly disagree', 'Neutral', 'strongly agree', 'Disagree'],
			[4, 1, 3, 5, 2]
		],
		[
			['Agree', 'Somewhat agree', 'Strongly agree'],
			[5, 4, 6]
		],
		[
			['Satisfied', 'Very dissatisfied', "Don't know"],
			[4, 1, NaN]
		],
		[
			['5 - Sangat setuju', '1 - Sangat tidak setuju', '3. Tidak pasti'],
			[5, 1, 3]
		],
		[
			['Rất hài lòng', 'Không hài lòng', 'Bình thường', 'KHÔNG TRẢ LỜI'],
			[5, 2, 3, NaN]
		],
		[
			['Hoàn toàn đồng ý', 'Không đồng ý'],
			[5, 2]
		],
		[
			['Sentiasa', 'Jarang', 'Tidak pernah', 'Kadang-kadang'],
			[5, 2, 1, 3]
		],
		[
			['Luôn luôn', 'Thỉnh thoảng', 'Hiếm khi'],
			[5, 3, 2]
		],
		[
			['Very important', 'Not important', 'Moderately important'],
			[4, 2, 3]
		],
		[
			['Very good', 'Fair', 'Poor'],
			[5, 3, 2]
		],
		[
			['Very likely', 'Unlikely', 'Not sure'],
			[5, 2, 3]
		]
	])('%j stand at %j', (answers, ranks) => expect(answerRanks(answers)).toEqual(ranks));
	it.each([[['Huế', 'Vinh', 'Hà Nội']], [['Agree', 'Huế']], [['Agree', 'Satisfied']], [['Neutral']], [["Don't know", 'Agree']], [[]]])(
		'%j are on none',
		(answers) => expect(answerRanks(answers)).toBe(null)
	);
});

describe('answers that name several options', () => {
	it('are taken apart at semicolons, bars or lines', () => {
		expect(choicesOf(['Price;Quality', 'Price', 'quality; Service', 'Price;Service;'])).toEqual({
			options: ['Price', 'Quality', 'Service'],
			chosen: [[0, 1], [0], [1, 2], [0, 2]]
		});
		expect(choicesOf(['Giá | Chất lượng', 'Giá | Dịch vụ', 'Giá'])?.options).toEqual(['Giá', 'Chất lượng', 'Dịch vụ']);
		expect(choicesOf(['a\nb', 'b\na', 'a'])?.options).toEqual(['a', 'b']);
	});
	it.each([
		['single answers', ['Price', 'Quality']],
		['one with a semicolon', ['Price; and more', 'Quality', 'Service']],
		['words of their own', ['I came; I saw', 'Late; sorry', 'Lovely; thanks']]
	])('are not %s', (_, answers) => expect(choicesOf(answers)).toBe(null));
});
