import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { plantedRows, type Planted } from './planted-rows.js';

/** A file of planted segments, or its first rows; see `plantedRows`. */
export const readPlanted = (path: string, most?: number): Planted => plantedRows(gunzipSync(readFileSync(path)).toString('utf8'), most);
