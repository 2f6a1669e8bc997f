/** Failures in a row that open the circuit, and how long nobody is sent that way then. */
const FAILURES = 5;
const OPEN_MS = 30_000;

/**
 * Keeps messages away from a provider that fails again and again: after five failures in a row for
 * half a minute, then one probe decides.
 */
export class CircuitBreaker {
  readonly #now: () => Date;
  #failures = 0;
  #openUntil = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  get isOpen(): boolean {
    return this.#now().getTime() < this.#openUntil;
  }

  /** Asks for a turn: false while open. The first turn after that is a probe, alone. */
  allows(): boolean {
    if (this.isOpen) return false;
    if (this.#failures >= FAILURES) this.#openUntil = this.#now().getTime() + OPEN_MS;
    return true;
  }

  succeeded(): void {
    this.#failures = 0;
    this.#openUntil = 0;
  }

  failed(): void {
    this.#failures += 1;
    if (this.#failures >= FAILURES) this.#openUntil = this.#now().getTime() + OPEN_MS;
  }
}
