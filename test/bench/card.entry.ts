/** What the benchmark of the backtest card runs, in one bundle. */
export { wasmBackend } from '../../src/lib/backend/wasm.js';
export { defaultAnalysisDay, purchaseLog } from '../../src/lib/features/log.js';
export { takeCustomers } from '../../src/lib/features/take.js';
export { backtest, scoresOf } from '../../src/lib/predict/backtest.js';
export { Card } from '../../src/lib/predict/card.js';
export { askedAt, lookAt, ordersSource } from '../../src/lib/predict/orders-source.js';
export { onlineRetail } from '../lib/features/orders.js';
