import { app } from './messages/app.js';
import { charts } from './messages/charts.js';
import { notebook } from './messages/notebook.js';
import { problems } from './messages/problems.js';

/** What the start screen, the frame of a notebook and its controls say. */
export const first = {
	...app,
	...charts,
	...notebook,
	...problems
};
