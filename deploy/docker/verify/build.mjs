// Runs the instructions of a Dockerfile in folders.
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";
import { assignments, execForm, readDockerfile } from "../dockerfile.mjs";
import { contextFiles } from "./context.mjs";

/** A stage as a folder, with what its instructions have set so far. */
export class Image {
  workdir = "/";
  /** @type {Record<string, string>} */
  env = {};
  /** @type {Record<string, string>} */
  args = {};
  /** @type {string[]} */
  cmd = [];
  /** @type {string[]} */
  healthcheck = [];
  user = "root";

  /** @param {string} root folder that stands for `/` */
  constructor(root) {
    this.root = root;
    mkdirSync(root, { recursive: true });
  }

  /** @param {string} inside a path as the Dockerfile says it @returns {string} where it is here */
  at(inside) {
    return path.join(this.root, path.posix.resolve(this.workdir, inside));
  }

  /** What a variable's value means here: paths below the working folder begin elsewhere. @param {string} value */
  translate(value) {
    return this.workdir === "/" ? value : value.replaceAll(`${this.workdir}/`, `${this.at(".")}/`);
  }

  /** @param {Record<string, string>} more */
  environment(more = {}) {
    const { PATH = "", HOME = "" } = process.env;
    const npm = Object.entries(process.env).filter(([name]) => /^npm_config_/i.test(name));
    /** @type {Record<string, string>} */
    const all = { PATH, HOME, ...Object.fromEntries(npm), ...this.args, ...this.env, ...more };
    return Object.fromEntries(
      Object.entries(all).map(([name, value]) => [
        name,
        name === "PATH" || name === "HOME" ? value : this.translate(value ?? ""),
      ]),
    );
  }

  /** @param {string} file @param {string} text */
  write(file, text) {
    writeFileSync(this.at(file), text, { mode: 0o644 });
  }
}

/** @param {string} text @param {Record<string, string>} values */
const expand = (text, values) => text.replaceAll(/\$\{?(\w+)\}?/g, (_, name) => values[name] ?? "");

/** @param {Image} image @param {string} command */
function runShell(image, command) {
  console.log(`    RUN ${command}`);
  const { status, stdout, stderr } = spawnSync("sh", ["-c", command], {
    cwd: image.at("."),
    env: image.environment(),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) {
    const said = `${stdout}\n${stderr}`.trim().split("\n").slice(-25).join("\n      ");
    throw new Error(`RUN ${command} ended with ${status}:\n      ${said}`);
  }
}

/** Copies as Docker does: the contents of a folder, or a file under its name. @param {string} from @param {string} to @param {boolean} toFolder */
function copy(from, to, toFolder) {
  if (!existsSync(from)) {
    throw new Error(`COPY: ${from} does not exist`);
  }
  const isFolder = statSync(from).isDirectory();
  const target = !isFolder && toFolder ? path.join(to, path.basename(from)) : to;
  mkdirSync(isFolder ? target : path.dirname(target), { recursive: true });
  cpSync(from, target, { recursive: true, verbatimSymlinks: true });
}

/** @param {{ root: string, image: Image, stages: Map<string, Image> }} given @param {string} rest */
function runCopy({ root, image, stages }, rest) {
  const words = rest.split(/\s+/);
  const flags = words.filter((word) => word.startsWith("--"));
  const [from = "", to = ""] = words.filter((word) => !word.startsWith("--"));
  const stage = flags.find((flag) => flag.startsWith("--from="))?.slice("--from=".length);
  if (stage !== undefined) {
    const source = stages.get(stage);
    if (source === undefined) {
      throw new Error(`COPY --from=${stage}: there is no such stage before`);
    }
    copy(path.join(source.root, from), image.at(to), to.endsWith("/"));
    return;
  }
  const files = contextFiles(root).filter(
    (file) => from === "." || file === from || file.startsWith(`${from}/`),
  );
  if (files.length === 0) {
    throw new Error(`COPY ${from}: the context has no such files`);
  }
  for (const file of files) {
    const place = from === "." ? file : file.slice(from.length).replace(/^\//, "");
    const target = place === "" ? image.at(to) : path.join(image.at(to), place);
    mkdirSync(path.dirname(target), { recursive: true });
    cpSync(path.join(root, file), target);
  }
}

/** @param {{ root: string, image: Image, stages: Map<string, Image>, given: Record<string, string> }} on @param {import("../dockerfile.mjs").Instruction} instruction */
function perform({ root, image, stages, given }, { word, rest }) {
  const text = expand(rest, { ...image.args, ...image.env });
  switch (word) {
    case "ARG":
      image.args[rest] = given[rest] ?? "";
      break;
    case "ENV":
      Object.assign(image.env, Object.fromEntries(assignments(text)));
      break;
    case "WORKDIR":
      image.workdir = text;
      mkdirSync(image.at("."), { recursive: true });
      break;
    case "COPY":
      runCopy({ root, image, stages }, text);
      break;
    case "RUN":
      runShell(image, rest);
      break;
    case "USER":
      image.user = text;
      break;
    case "HEALTHCHECK":
      image.healthcheck = execForm(rest);
      break;
    case "CMD":
      image.cmd = execForm(rest);
      break;
    default: // EXPOSE only tells.
  }
}

/**
 * @param {{ root: string, folder: string, args: Record<string, string> }} where repository, scratch, build arguments
 * @param {string} dockerfile its text
 * @returns {Promise<Image>} the last stage
 */
export async function buildImage({ root, folder, args }, dockerfile) {
  /** @type {Map<string, Image>} */
  const stages = new Map();
  let last = new Image(path.join(folder, "empty"));
  for (const { name, instructions } of readDockerfile(dockerfile)) {
    last = new Image(path.join(folder, name));
    for (const instruction of instructions) {
      perform({ root, image: last, stages, given: args }, instruction);
    }
    stages.set(name, last);
  }
  if (last.user === "root") {
    throw new Error("the image would run as root");
  }
  if (process.getuid?.() === 0) {
    execFileSync("chown", ["-R", "65534:65534", last.root]);
  }
  return last;
}
