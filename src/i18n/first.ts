import { app } from './messages/app.js';
import { notebook } from './messages/notebook.js';
import { problems } from './messages/problems.js';

/** What the start screen and the frame of a notebook say. */
export const first = {
	...app,
	...notebook,
	...problems
};
