import { describe, expect, it } from 'vitest';
import { spread, type Job } from '../../src/lib/spread.js';
import { idle } from '../task.js';

const order: string[] = [];
const job: Job<number, number, string> = {
	name: 'test',
	async run(value, task, tell) {
		order.push(`${value} begins`);
		task.progress(0.5);
		await task.breathe();
		if (value < 0) throw new RangeError('below zero');
		tell(`half of ${2 * value}`);
		order.push(`${value} ends`);
		return value * value;
	}
};

describe('jobs where nobody helps', () => {
	it('are done one after another, with progress over all of them', async () => {
		order.length = 0;
		const ratios: (number | null)[] = [];
		const news: string[] = [];
		const task = { ...idle, progress: (ratio: number | null) => ratios.push(ratio) };
		expect(await spread({ job, list: [3, 1, 2] }, task, (text, at) => news.push(`${at}: ${text}`))).toEqual([9, 1, 4]);
		expect(order).toEqual(['3 begins', '3 ends', '1 begins', '1 ends', '2 begins', '2 ends']);
		expect(ratios).toEqual([0.5 / 3, 0.5, 2.5 / 3].map((ratio) => expect.closeTo(ratio)));
		expect(news).toEqual(['0: half of 6', '1: half of 2', '2: half of 4']);
	});
	it('end with the first that fails', async () => {
		order.length = 0;
		await expect(spread({ job, list: [1, -1, 2] }, idle)).rejects.toThrow(RangeError);
		expect(order).toEqual(['1 begins', '1 ends', '-1 begins']);
	});
	it('are nothing for an empty list', async () => {
		expect(await spread({ job, list: [] }, idle)).toEqual([]);
	});
});
