import { first } from './first.js';
import { rest } from './rest.js';

/** Every text of the product, by id. Ids begin with the name of their group. The page imports its type alone, and holds what it has fetched. */
export const allMessages = { ...first, ...rest };
export type AllMessages = typeof allMessages;
export type MessageId = keyof AllMessages;
