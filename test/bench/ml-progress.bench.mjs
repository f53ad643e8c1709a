import { inLab, median, within } from './compare.mjs';

/** @typedef {import('./run.mjs').Row} Row */
/** @typedef {import('./ml/watched.js').Watched} Watched */

export const name = 'ml: progress and stop, how true the one and how prompt the other';

/** Share of the time that the last tenth of progress takes. */
const [least, most] = [0.05, 0.2];
/** ms from a stop to its answer. */
const prompt = 200;
/** Rounds of a question: as many as fit into these ms, up to so many. */
const [rounds, mostRounds] = [3000, 5];
/** Stops per question: as many as fit into these ms, within bounds. */
const [stopping, fewest, mostStops] = [4000, 2, 8];
const golden = (Math.sqrt(5) - 1) / 2;

export const run = () =>
	inLab(async ({ lab }) => {
		/** @type {Row[]} */
		const found = [];
		let [falls, short] = [0, 0];
		console.log(['', 'ms', 'last tenth', 'largest step', 'deaf for (ms)', 'stops', 'slowest (ms)'].map(cell).join(''));
		for (const question of await lab.run('questions', {})) {
			await lab.run('prepare', { question });
			/** @type {Watched} */
			const first = await lab.run('ask', {});
			/** @type {Watched[]} */
			const asked = [first];
			while (asked.length < Math.min(mostRounds, rounds / first.ms)) asked.push(await lab.run('ask', {}));
			for (const { told } of asked) {
				falls += told.filter(([, ratio], at) => ratio < (told[at - 1]?.[1] ?? 0)).length;
				short += Number(Math.abs((told.at(-1)?.[1] ?? 0) - 1) > 0.01);
			}
			const of = (/** @type {(each: Watched) => number} */ figure) => Number(median(asked.map(figure)));
			const ms = of((each) => each.ms);
			const share = of(lastTenth);
			const step = of(({ told }) => Math.max(...told.map(([, ratio], at) => ratio - (told[at - 1]?.[1] ?? 0))));
			const deaf = of((each) => each.deaf);
			/** @type {number[]} */
			const answers = [];
			const stops = Math.max(fewest, Math.min(mostStops, Math.round((2 * stopping) / ms)));
			for (let s = 1; s <= stops; s++) {
				// Moments spread over all of the work, the same each time.
				const answer = await lab.stopped('ask', {}, ms * ((s * golden) % 1));
				if (answer !== null) answers.push(answer);
			}
			const slowest = Math.max(deaf, ...answers);
			console.log(
				[question, ms.toFixed(0), share.toFixed(3), step.toFixed(3), deaf.toFixed(0), answers.length, slowest.toFixed(0)].map(cell).join('')
			);
			found.push(
				within(
					`${question}: share of the time in the last tenth of progress, beyond ${least} … ${most}`,
					Math.max(0, least - share, share - most),
					0
				),
				within('its longest time from a stop to the answer (ms)', slowest, prompt)
			);
		}
		return [...found, within('times that progress fell', falls, 0), within('times that it did not end at 1', short, 0)];
	});

/** @type {(text: string | number, at: number) => string} */
const cell = (text, at) => (at ? String(text).padStart(15) : String(text).padEnd(46));

/**
 * Share of the time that the last tenth of progress takes for somebody who looks at the figure: what was not told yet has not come.
 * @param {Watched} of
 */
const lastTenth = ({ ms, told }) => (ms - (told.find(([, ratio]) => ratio >= 0.9 - 1e-9)?.[0] ?? ms)) / ms;
