/** This process's environment with some variables set, for a child process. */
export function environmentWith(variables: Record<string, string>): NodeJS.ProcessEnv {
  return { ...process.env, ...variables };
}

/**
 * Whether tests may expect the cluster's services on this machine. `TEST_SERVICES=embedded` narrows
 * a run on purpose to what npm brings; without it a missing program is a failure, not a skip.
 */
export function servicesWanted(): boolean {
  const wanted = process.env.TEST_SERVICES ?? "";
  if (!["", "all", "embedded"].includes(wanted)) {
    throw new Error(`TEST_SERVICES=${wanted} is neither all nor embedded`);
  }
  return wanted !== "embedded";
}

/** The folders that programs are looked for in. */
export const programFolders = (): string[] => (process.env.PATH ?? "").split(":").filter(Boolean);

/** An S3 server that somebody else runs for the tests, from the platform's own variables. */
export function s3FromEnvironment():
  | { url: string; accessKey: string; secretKey: string; region: string }
  | undefined {
  const url = process.env.S3_ENDPOINT ?? "";
  if (url === "") return undefined;
  return {
    url,
    accessKey: process.env.S3_ACCESS_KEY ?? "",
    secretKey: process.env.S3_SECRET_KEY ?? "",
    region: process.env.S3_REGION || "us-east-1",
  };
}

/** A Meilisearch that somebody else runs for the tests, from the platform's own variables. */
export function meilisearchFromEnvironment(): { url: string; key: string | undefined } | undefined {
  const url = process.env.MEILI_URL ?? "";
  return url === "" ? undefined : { url, key: process.env.MEILI_KEY || undefined };
}
