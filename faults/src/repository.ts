import { fileURLToPath } from "node:url";

/** Root folder of the project. */
export const repository = fileURLToPath(new URL("../..", import.meta.url));
