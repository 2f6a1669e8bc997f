/** What a test wants to go wrong. */
export interface FaultPlan {
  /** Connections are cut instead of answered. */
  readonly down?: boolean;
  /** Milliseconds before every answer. */
  readonly delayMs?: number;
  /** How many of the next tasks fail. */
  readonly failTasks?: number;
  /** Tasks stay enqueued. */
  readonly holdTasks?: boolean;
}

/** The faults in force. */
export class Faults {
  isDown = false;
  delayMs = 0;
  holdTasks = false;
  #failing = 0;

  /** Replaces all of them. */
  plan({ down = false, delayMs = 0, failTasks = 0, holdTasks = false }: FaultPlan): void {
    this.isDown = down;
    this.delayMs = delayMs;
    this.holdTasks = holdTasks;
    this.#failing = failTasks;
  }

  takeTaskFailure(): boolean {
    if (this.#failing === 0) return false;
    this.#failing -= 1;
    return true;
  }
}
