import type { Events } from './events.js';
import type { Orders } from './orders.js';
import type { People } from './people.js';

/** The kind `table`: what the notebook has been given. At least one of them is there once the data can be used. */
export interface Workspace {
	readonly orders: Orders | null;
	readonly people: People | null;
	readonly events: Events | null;
}
