/** Prints one line for the start command, which shows it to whoever waits. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** Reports at most every tenth of the way, so that a log stays readable. */
export function progress(what: string, total: number): (done: number) => void {
  let shown = 0;
  return (done) => {
    const tenth = Math.floor((done / total) * 10);
    if (tenth <= shown && done < total) return;
    shown = tenth;
    say(`${what}: ${done} of ${total}`);
  };
}
