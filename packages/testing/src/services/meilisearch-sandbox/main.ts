import { createSandbox } from "./server";

/** `main.ts <folder> <port> [master key]` */
const [folder = "", port = "0", masterKey] = process.argv.slice(2);
const server = createSandbox(folder, masterKey);
server.listen(Number(port), "127.0.0.1");
for (const signal of ["SIGTERM", "SIGINT"]) process.on(signal, () => process.exit(0));
