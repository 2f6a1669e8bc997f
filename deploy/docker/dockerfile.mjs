// Reads a Dockerfile into stages of instructions. Only what ours use is understood; anything else is
// an error, so that nothing is skipped in silence.

/**
 * @typedef {object} Instruction
 * @property {"ARG" | "ENV" | "WORKDIR" | "COPY" | "RUN" | "USER" | "EXPOSE" | "HEALTHCHECK" | "CMD"} word
 * @property {string} rest
 * @property {number} line
 */
/**
 * @typedef {object} Stage
 * @property {string} name
 * @property {string} image
 * @property {Instruction[]} instructions
 */

const WORDS = ["ARG", "ENV", "WORKDIR", "COPY", "RUN", "USER", "EXPOSE", "HEALTHCHECK", "CMD"];

/**
 * @param {string} text
 * @returns {Stage[]}
 */
export function readDockerfile(text) {
  /** @type {Stage[]} */
  const stages = [];
  const lines = text.replaceAll(/\\\n/g, " ").split("\n");
  for (const [index, raw] of lines.entries()) {
    const line = raw.trim();
    if (line === "" || line.startsWith("#")) {
      continue;
    }
    const [, word = "", rest = ""] = /^(\S+)\s*(.*)$/.exec(line) ?? [];
    if (word === "FROM") {
      const [, image = "", name = ""] = /^(\S+)\s+AS\s+(\S+)$/i.exec(rest) ?? [];
      if (name === "") {
        throw new Error(`line ${index + 1}: every stage is named, FROM <image> AS <name>`);
      }
      stages.push({ name, image, instructions: [] });
      continue;
    }
    const stage = stages.at(-1);
    if (!WORDS.includes(word) || stage === undefined) {
      throw new Error(`line ${index + 1}: ${word} is not understood here`);
    }
    stage.instructions.push({
      word: /** @type {Instruction["word"]} */ (word),
      rest,
      line: index + 1,
    });
  }
  return stages;
}

/** @param {string} text `["node", "x.mjs"]` @returns {string[]} */
export function execForm(text) {
  const parsed = JSON.parse(text.slice(text.indexOf("[")));
  if (!Array.isArray(parsed) || parsed.some((part) => typeof part !== "string")) {
    throw new Error(`${text} is not a list of words`);
  }
  return parsed;
}

/** @param {string} text `A=1 B=2`; values without spaces @returns {[string, string][]} */
export const assignments = (text) =>
  text.split(/\s+/).map((pair) => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at), pair.slice(at + 1)];
  });
