// A module's name in every spelling that the code uses.

/** Words that cannot name a variable, a table or a folder here. */
const RESERVED = new Set([
  ..."break case catch class const continue default delete do else export extends finally for".split(
    " ",
  ),
  ..."function if import in new return super switch this throw try typeof var void while with".split(
    " ",
  ),
  ..."user order group table column index check end select where testing shared utils common".split(
    " ",
  ),
]);

/**
 * @typedef {object} Names
 * @property {string} kebab `price-alert`
 * @property {string} camel `priceAlert`
 * @property {string} pascal `PriceAlert`
 * @property {string} snake `price_alert`
 * @property {string} words `price alert`
 */

/**
 * @param {string} given
 * @returns {Names}
 * @throws Error that says what a name looks like
 */
export function namesOf(given) {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(given) || given.length > 40) {
    throw new Error(
      `"${given}" is not a module's name: lower-case words joined by hyphens, such as price-alert`,
    );
  }
  if (RESERVED.has(given)) {
    throw new Error(`"${given}" means something else already: choose another name`);
  }
  const words = given.split("-");
  const pascal = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return {
    kebab: given,
    camel: pascal.charAt(0).toLowerCase() + pascal.slice(1),
    pascal,
    snake: words.join("_"),
    words: words.join(" "),
  };
}

/**
 * @param {string} text with placeholders such as `__camel__`
 * @param {Names} names
 * @param {string} timestamp of the migration
 */
export function fill(text, { kebab, camel, pascal, snake, words }, timestamp) {
  return text
    .replaceAll("__timestamp__", timestamp)
    .replaceAll("__SNAKE__", snake.toUpperCase())
    .replaceAll("__Words__", words.charAt(0).toUpperCase() + words.slice(1))
    .replaceAll("__words__", words)
    .replaceAll("__kebab__", kebab)
    .replaceAll("__camel__", camel)
    .replaceAll("__Pascal__", pascal)
    .replaceAll("__snake__", snake);
}
