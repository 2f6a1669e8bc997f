// What the start command says to people: short lines, coloured only where a terminal shows colours.
const colours = process.stdout.isTTY && process.env.NO_COLOR === undefined;

/** @param {number} code @returns {(text: string) => string} */
const paint = (code) => (text) => (colours ? `\u001B[${code}m${text}\u001B[0m` : text);

export const bold = paint(1);
export const dim = paint(2);
export const red = paint(31);
export const green = paint(32);
export const yellow = paint(33);

/** @param {string} text */
export const say = (text) => console.log(text);
/** @param {string} text */
export const note = (text) => console.log(dim(`  ${text}`));
/** @param {string} text */
export const warn = (text) => console.log(yellow(`! ${text}`));
/** @param {string} text */
export const complain = (text) => console.error(red(`✗ ${text}`));

/** @param {number} started a reading of performance.now() */
export function since(started) {
  const seconds = (performance.now() - started) / 1000;
  return seconds < 90
    ? `${seconds.toFixed(1)} s`
    : `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/** A reason to stop that people can act on; printed without a stack. */
export class StartError extends Error {
  /** @param {...string} problems one line each */
  constructor(...problems) {
    super(problems.join("\n"));
    this.name = "StartError";
    this.problems = problems;
  }
}
