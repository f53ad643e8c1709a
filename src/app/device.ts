import { deviceChoices, type DeviceChoice } from '../cells/device.js';

const kept = 'tessera:device';

/** What the person chose last for networks to be trained on, in this browser. */
export const keptDevice = (): DeviceChoice => deviceChoices.find((device) => device === localStorage.getItem(kept)) ?? 'auto';

export const keepDevice = (device: DeviceChoice): void => localStorage.setItem(kept, device);
