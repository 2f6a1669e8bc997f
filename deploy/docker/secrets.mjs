// Runs before every program of the images: a variable may come from a file, as orchestrators hand
// out secrets. NAME_FILE=/run/secrets/name becomes NAME=<what the file says>, without its line end.
import { readFileSync } from "node:fs";
import { env, exit } from "node:process";

for (const [name, file] of Object.entries(env)) {
  const plain = name.replace(/_FILE$/, "");
  if (plain === name || !file?.startsWith("/")) {
    continue;
  }
  if (env[plain] !== undefined && env[plain] !== "") {
    console.error(`both ${plain} and ${name} are set: leave one of them out`);
    exit(1);
  }
  try {
    env[plain] = readFileSync(file, "utf8").trimEnd();
    delete env[name];
  } catch (error) {
    console.error(`${name}: ${error instanceof Error ? error.message : error}`);
    exit(1);
  }
}
