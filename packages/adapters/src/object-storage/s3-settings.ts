/** Where an S3 storage is and how to sign for it. */
export interface S3Settings {
  /** How this process reaches it: `http://minio:9000`. */
  readonly endpoint: string;
  /** How browsers reach it; an origin without a path, because signatures cover the path. */
  readonly publicUrl: string;
  readonly region: string;
  readonly accessKey: string;
  readonly secretKey: string;
  /** `<prefix>-public` and `<prefix>-private` are its buckets. */
  readonly bucketPrefix: string;
  /** Origins of the pages that upload. */
  readonly uploadOrigins: readonly string[];
}

export interface S3Location {
  readonly bucket: string;
  /** Name of the object within its bucket: the key without its first segment. */
  readonly name: string;
}

export const publicBucket = (settings: Pick<S3Settings, "bucketPrefix">): string =>
  `${settings.bucketPrefix}-public`;

export const privateBucket = (settings: Pick<S3Settings, "bucketPrefix">): string =>
  `${settings.bucketPrefix}-private`;

/** Splits a key, or the beginning of one that names at least its first segment. */
export function locationOf(settings: S3Settings, key: string): S3Location {
  const slash = key.indexOf("/");
  const bucket = key.startsWith("public/") ? publicBucket(settings) : privateBucket(settings);
  return { bucket, name: key.slice(slash + 1) };
}
