export { noiseSample } from './noise.js';
export { shopSample } from './shop.js';
export type { Sample } from './shop-log.js';
