import { fileURLToPath } from "node:url";

/** Root of the repository, with a slash behind it. */
export const repository = fileURLToPath(new URL("../../", import.meta.url));
