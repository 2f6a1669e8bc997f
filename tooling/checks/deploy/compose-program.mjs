// The compose files as the compose program reads them, on machines that have one.
import { execFileSync } from "node:child_process";
import { FILES, OVERLAYS } from "./compose.mjs";

/** What the compose program itself says, where it is installed. @param {string} root @param {string[]} names */
function problemsOfProgram(root, names) {
  const files = names.flatMap((name) => ["-f", name]);
  for (const [program, ...first] of [["docker", "compose"], ["docker-compose"]]) {
    try {
      execFileSync(program ?? "", [...first, ...files, "config", "-q"], {
        cwd: root,
        stdio: ["ignore", "ignore", "pipe"],
      });
      return [];
    } catch (error) {
      const { code, stderr } = /** @type {{ code?: string, stderr?: Buffer }} */ (error);
      const said = String(stderr ?? "");
      if (code !== "ENOENT" && !/not a docker command|unknown shorthand/.test(said)) {
        return [`${names.join(" with ")}: ${said.trim()}`];
      }
    }
  }
  return [];
}

/** @type {import("../main.mjs").Check} */
export const composeProgram = (root) => {
  const sets = [
    ...FILES.map((name) => [name]),
    ...OVERLAYS.map((name) => ["docker-compose.yml", name]),
  ];
  return { looked: sets.length, problems: sets.flatMap((names) => problemsOfProgram(root, names)) };
};
