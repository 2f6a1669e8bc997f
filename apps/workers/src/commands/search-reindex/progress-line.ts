import type { ReindexProgress } from "@oto/services/marketplace";

const WIDTH = 30;
const NAMES: Record<ReindexProgress["part"], string> = {
  rows: "PostgreSQL",
  server: "search server",
};

const number = (value: number) => value.toLocaleString("en-US");

function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/** One part's progress with its rate since it began; what an earlier run did does not count. */
export class ProgressLine {
  readonly #now: () => number;
  #part: ReindexProgress["part"] | undefined;
  #startedAt = 0;
  #doneBefore = 0;

  /** @param now clock in milliseconds */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
    this.#startedAt = now();
  }

  /** Vehicles a second in the part that runs. */
  rate(done: number): number {
    const seconds = (this.#now() - this.#startedAt) / 1_000;
    return seconds > 0 ? (done - this.#doneBefore) / seconds : 0;
  }

  /** `PostgreSQL  [#####-----]  50 %  50,000 of 100,000  2,500/s  20 s left` */
  render({ part, done, total }: ReindexProgress): string {
    if (part !== this.#part) {
      // The first chunk's time belongs to the end of the part before: left out of the rate.
      const isFirst = this.#part === undefined;
      this.#part = part;
      if (!isFirst) this.#startedAt = this.#now();
      this.#doneBefore = isFirst ? 0 : done;
    }
    const share = total > 0 ? done / total : 1;
    const filled = Math.round(share * WIDTH);
    const rate = this.rate(done);
    const left = rate > 0 ? `${duration((total - done) / rate)} left` : "";
    return [
      NAMES[part].padEnd(13),
      `[${"#".repeat(filled)}${"-".repeat(WIDTH - filled)}]`,
      `${Math.floor(share * 100)} %`.padStart(5),
      `${number(done)} of ${number(total)}`,
      `${number(Math.round(rate))}/s`,
      done < total ? left : "",
    ]
      .join("  ")
      .trimEnd();
  }
}
