import { s3FromEnvironment } from "../env";
import type { RunningS3 } from "./s3";
import { startS3 } from "./s3";

/** An S3 server for tests; who runs it elsewhere lets nobody kill it. */
export interface TestS3
  extends Pick<RunningS3, "url" | "accessKey" | "secretKey" | "region" | "stop"> {
  readonly kill?: () => Promise<void>;
  readonly restart?: () => Promise<void>;
}

/** Which server `openTestS3` gives, for the name of a suite. */
export const s3Name = (): string => s3FromEnvironment()?.url ?? "the Ceph object gateway";

/** The server that `S3_ENDPOINT` names, or else one of our own. */
export async function openTestS3(): Promise<TestS3> {
  const given = s3FromEnvironment();
  if (given) return { ...given, stop: async () => undefined };
  const { url, accessKey, secretKey, region, ...service } = await startS3();
  return { url, accessKey, secretKey, region, ...service };
}
