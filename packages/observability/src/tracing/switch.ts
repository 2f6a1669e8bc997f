let on = false;

/** Whether this process traces; off, every span costs one look at this. */
export const isTracing = (): boolean => on;

/** For `startTracing` alone. */
export function setTracing(value: boolean): void {
  on = value;
}
