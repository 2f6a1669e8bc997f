import { readDbEnv } from "../env";
import { migrate } from "./index";

const { DATABASE_URL } = readDbEnv();
const applied = await migrate(DATABASE_URL);
process.stdout.write(
  applied.length > 0 ? `Applied ${applied.join(", ")}\n` : "The database is up to date\n",
);
process.exit(0);
