import { join, resolve } from "node:path";
import type { Logger } from "@oto/observability";
import type { AdaptersEnv } from "../env";
import { LocalObjectStorage } from "./local-object-storage.adapter";
import { LocalStorageHttp } from "./local-storage-http";
import type { ObjectStorage } from "./object-storage.port";
import { S3ObjectStorage } from "./s3-object-storage.adapter";
import type { S3Settings } from "./s3-settings";

export interface OpenObjectStorage {
  readonly storage: ObjectStorage;
  /** Null when the storage serves its URLs itself. */
  readonly storageHttp: LocalStorageHttp | null;
}

function s3SettingsOf(env: AdaptersEnv): S3Settings | undefined {
  const { S3_ENDPOINT: endpoint } = env;
  if (!endpoint) return undefined;
  return {
    endpoint,
    publicUrl: env.S3_PUBLIC_URL ?? endpoint,
    region: env.S3_REGION,
    accessKey: env.S3_ACCESS_KEY,
    secretKey: env.S3_SECRET_KEY,
    bucketPrefix: env.S3_BUCKET_PREFIX,
    uploadOrigins: [env.OTO_GALLERY_URL, env.OTO_ADMIN_URL].map((url) => new URL(url).origin),
  };
}

async function openS3(settings: S3Settings, logger?: Logger): Promise<OpenObjectStorage> {
  const storage = new S3ObjectStorage({ settings, logger });
  // Everything but pictures works without it, and its check prepares it as soon as it is there.
  await storage.prepare().catch((err: unknown) => {
    logger?.error({ err }, "the object storage could not be prepared; its check tries again");
  });
  return { storage, storageHttp: null };
}

/**
 * Opens the object storage that the environment chooses: S3 where it names one, else a folder.
 *
 * @throws when the folder cannot be written
 */
export async function openObjectStorage(
  env: AdaptersEnv,
  logger?: Logger,
): Promise<OpenObjectStorage> {
  const settings = s3SettingsOf(env);
  if (settings) return openS3(settings, logger);
  const storage = new LocalObjectStorage({
    folder: join(resolve(env.OTO_DATA_DIR), "storage"),
    publicApiUrl: env.OTO_PUBLIC_API_URL,
    secret: env.OTO_SECRET,
  });
  await storage.check();
  return { storage, storageHttp: new LocalStorageHttp(storage) };
}
