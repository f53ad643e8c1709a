import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { run as data } from '../../src/cells/data/run.js';
import { spec as dataSpec } from '../../src/cells/data/spec.js';
import { run as features } from '../../src/cells/features/run.js';
import { spec as featuresSpec } from '../../src/cells/features/spec.js';
import { run as prepare } from '../../src/cells/prepare/run.js';
import { spec as prepareSpec } from '../../src/cells/prepare/spec.js';
import { quietContext } from '../context.js';
import { bytesOf } from '../fixtures/battery.js';

/** A file of the battery as far as the Features cell. */
async function opened(name: string, params = {}) {
	const ctx = { ...quietContext(), file: () => new File([bytesOf(name)], name) };
	const read = await data(ctx, v.parse(dataSpec.params, { source: { kind: 'file', id: name, name } }), {});
	const { output: table } = await prepare(ctx, v.parse(prepareSpec.params, {}), { table: read.output });
	const made = await features(ctx, v.parse(featuresSpec.params, params), { table });
	const of = (id: string) => [...made.output.features.find((feature) => feature.id === id)!.values];
	return { kind: read.view.files[0]!.kind, ...made, of };
}

describe('a questionnaire', () => {
	it('is a table of people: answers on a scale in their order, options apart, words left out', async () => {
		const { kind, output, view, of } = await opened('survey-likert.csv');
		expect(kind).toBe('people');
		expect(output.ids).toEqual(['1', '2', '3', '4', '5', '6']);
		expect(view.people!.columns.map(({ as, left }) => as ?? left)).toEqual(['days', 'scale', 'scale', 'choices', 'unique']);
		expect(of('column:1')).toEqual([5, 4, 3, 1, 4, NaN]);
		expect(of('column:2')).toEqual([5, 4, 3, 2, NaN, 1]);
		expect(of('column:3=Price')).toEqual([1, 1, 0, 1, 0, NaN]);
		expect(of('column:3=Service')).toEqual([0, 0, 1, 1, 0, NaN]);
	});
	it('shows its answers, from the lowest to the highest', async () => {
		const { view } = await opened('survey-likert.csv');
		const shares = view.summaries.flatMap((summary) => (summary.kind === 'share' ? [summary] : []));
		expect(shares[0]).toMatchObject({
			name: 'How satisfied are you with us?',
			missing: 1,
			values: [
				{ value: 'Very dissatisfied', customers: 1 },
				{ value: 'Neutral', customers: 1 },
				{ value: 'Satisfied', customers: 2 },
				{ value: 'Very satisfied', customers: 1 }
			]
		});
	});
	it('takes answers for names of groups where that is chosen', async () => {
		const { view, of } = await opened('survey-likert.csv', { columns: { 1: 'category' } });
		expect(view.people!.columns[1]!.as).toBe('category');
		expect(of('column:1=Satisfied')).toEqual([0, 1, 0, 0, 1, NaN]);
	});
	it('may be in Vietnamese or Malay', async () => {
		const vi = await opened('survey-likert-vi.csv');
		expect([vi.kind, vi.of('column:1'), vi.of('column:2')]).toEqual(['people', [5, 4, 3, 2], [5, 3, 2, 1]]);
		expect(vi.of('column:3=Giá')).toEqual([1, 1, 1, 0]);
		const ms = await opened('survey-likert-ms.csv');
		expect([ms.kind, ms.of('column:1'), ms.of('column:2')]).toEqual(['people', [5, 4, 2, 1], [5, 3, 2, 1]]);
		expect(ms.of('column:3')).toEqual([5, 4, 2, 1]);
	});
});

describe('a campaign list', () => {
	it('is a table of people whose response is an outcome, and no feature unless that is chosen', async () => {
		const { kind, output, view } = await opened('campaign-list.csv');
		expect(kind).toBe('people');
		expect(output.ids).toHaveLength(5);
		expect(view.people!.columns.map(({ name, as, left }) => [name, as ?? left])).toEqual([
			['Email', 'id'],
			['Campaign', 'category'],
			['Sent at', 'days'],
			['Opened', 'boolean'],
			['Clicked', 'boolean'],
			['Responded', 'outcome']
		]);
	});
});

describe('events of the battery', () => {
	it('have the visits that stand in the web log', async () => {
		const { kind, output, of } = await opened('events-web-log.csv');
		expect([kind, output.ids]).toEqual(['events', ['u1', 'u2']]);
		expect([of('visits'), of('pagesPerVisit'), of('bounce'), of('purchaseEvents')]).toEqual([
			[2, 1],
			[1.5, 1],
			[0.5, 1],
			[1, 0]
		]);
		expect(of('lastSeen')).toEqual([2, 1]);
	});
	it('have the sessions and the engagement that GA4 wrote, an event of two items once', async () => {
		const { output, of, view } = await opened('events-ga4-sessions.csv');
		expect(output.ids).toEqual(['11.22', '55.66', 'u17']);
		expect(of('visits')).toEqual([1, 1, 2]);
		expect(of('bounce')).toEqual([1, 1, 0.5]);
		expect(of('purchaseEvents')).toEqual([0, 0, 1]);
		expect(view.visits).toMatchObject({ events: 6, visits: 4 });
	});
	it('are known by a Vietnamese header', async () => {
		const { kind, output, of } = await opened('events-vi.csv');
		expect([kind, output.ids, of('visits'), of('pagesPerVisit')]).toEqual(['events', ['KH1', 'KH2'], [2, 1], [1, 1]]);
		expect(of('visitMinutes')).toEqual([45, 0]);
	});
});
