import { bold, dim } from "./terminal.mjs";

/** @param {string} text */
const widthOf = (text) => [...text].length;

/**
 * Draws rows as a box; the first row is the heading.
 * @param {string[][]} rows all of the same length
 */
export function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => widthOf(row[column] ?? ""))),
  );
  const rule = (
    /** @type {string} */ left,
    /** @type {string} */ middle,
    /** @type {string} */ right,
  ) => dim(left + widths.map((width) => "─".repeat(width + 2)).join(middle) + right);
  const lines = rows.map((row, index) => {
    const cells = row.map((cell, column) => {
      const padded = cell + " ".repeat((widths[column] ?? 0) - widthOf(cell));
      return index === 0 ? bold(padded) : padded;
    });
    return `${dim("│")} ${cells.join(` ${dim("│")} `)} ${dim("│")}`;
  });
  const [heading = "", ...body] = lines;
  return [rule("┌", "┬", "┐"), heading, rule("├", "┼", "┤"), ...body, rule("└", "┴", "┘")].join(
    "\n",
  );
}

/**
 * Where everything is and how to sign in.
 * @param {import("./variables.mjs").Settings} settings
 * @param {{ email: string, password: string | undefined }} superadmin password: only when made up just now
 */
export function addresses({ demo, environment, superadmin: given, urls }, { email, password }) {
  const superadminWord =
    password ??
    (given.password === undefined ? "(the password of the first start)" : "(SUPERADMIN_PASSWORD)");
  const rows = [
    ["", "Address", "Sign in"],
    ["Public site", urls.landing, "–"],
    [
      "Dealer panel",
      urls.gallery,
      demo ? "demo1@kontak.test / Kontak-demo-2026" : "register on the public site",
    ],
    ["Admin panel", urls.admin, `${email} / ${superadminWord}`],
    ["API", `${urls.publicApi}/health/ready`, "–"],
  ];
  if (environment !== "production") {
    rows.push(["Sent SMS and e-mail", `${urls.publicApi}/dev/mailbox`, "–"]);
  }
  const text = table(rows);
  return password === undefined
    ? text
    : `${text}\n${bold("The superadmin's password is shown this once: write it down.")}`;
}
