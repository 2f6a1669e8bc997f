// PostgreSQL refuses to run as root. As root we run it as another user of the machine.
import { spawnSync } from "node:child_process";
import { userInfo } from "node:os";

/** @typedef {{ uid?: number, gid?: number, name: string, note?: string }} Account */

const isRoot = () => process.platform !== "win32" && process.getuid?.() === 0;

/**
 * @param {string} name
 * @returns {Account | undefined}
 */
function findAccount(name) {
  const [uid, gid] = ["-u", "-g"].map((flag) => {
    const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
    return status === 0 ? Number.parseInt(stdout, 10) : undefined;
  });
  return uid !== undefined && gid !== undefined ? { uid, gid, name } : undefined;
}

function createAccount() {
  const attempts = [
    ["useradd", ["--system", "--no-create-home", "--shell", "/usr/sbin/nologin", "kontak"]],
    ["adduser", ["-S", "-D", "-H", "-s", "/sbin/nologin", "kontak"]],
  ];
  for (const [command, args] of attempts) {
    spawnSync(/** @type {string} */ (command), /** @type {string[]} */ (args), { stdio: "ignore" });
    const account = findAccount("kontak");
    if (account !== undefined) {
      return { ...account, note: "created the system user kontak to run PostgreSQL" };
    }
  }
  return undefined;
}

/**
 * The account that PostgreSQL runs under: ours, or, as root, `postgres`, else `kontak` (created when
 * it can be), else `nobody`. `uid`/`gid` are set only when the account differs from ours.
 * @returns {Account}
 */
export function databaseAccount() {
  if (!isRoot()) {
    return { name: userInfo().username };
  }
  const account =
    findAccount("postgres") ?? findAccount("kontak") ?? createAccount() ?? findAccount("nobody");
  if (account === undefined) {
    throw new Error("PostgreSQL cannot run as root and no other user could be found or created");
  }
  return account;
}

/**
 * Options of `spawn` that run a command under the account.
 * @param {Account} account
 * @returns {{ uid?: number, gid?: number }}
 */
export function asAccount({ uid, gid }) {
  return uid === undefined || gid === undefined ? {} : { uid, gid };
}

/**
 * Whether the account can reach a folder through all of its parents.
 * @param {Account} account
 * @param {string} folder
 */
export function canReach(account, folder) {
  if (account.uid === undefined) {
    return true;
  }
  const { status } = spawnSync("/bin/sh", ["-c", 'cd "$0"', folder], {
    ...asAccount(account),
    cwd: "/",
    stdio: "ignore",
  });
  return status === 0;
}
