import * as v from 'valibot';
import type { DeviceChoice } from '../lib/backend/open.js';

export type { DeviceChoice };
export const deviceChoices = ['auto', 'webgl', 'wasm', 'cpu'] as const satisfies readonly DeviceChoice[];

/** What networks are to be trained on: a choice of every cell that trains some, the same in all of them. */
export const deviceParams = { device: v.optional(v.picklist(deviceChoices), 'auto') };
