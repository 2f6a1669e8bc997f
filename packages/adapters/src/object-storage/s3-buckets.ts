import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Logger } from "@oto/observability";
import type { Client } from "minio";
import { s3ErrorCode } from "./s3-client";
import type { S3Settings } from "./s3-settings";
import { privateBucket, publicBucket } from "./s3-settings";

/** What servers answer that lack a feature, or whose operator keeps it to himself. */
const NOT_OURS = new Set(["NotImplemented", "MethodNotAllowed", "AccessDenied"]);
const ATTEMPTS = 5;
const OURS_ALREADY = new Set(["BucketAlreadyOwnedByYou", "BucketAlreadyExists"]);

interface Site {
  readonly client: Client;
  readonly settings: S3Settings;
  readonly logger?: Logger | undefined;
}

/** Anybody may read an object whose name he knows; nobody may list. */
const readByName = (bucket: string): string =>
  JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { AWS: ["*"] },
        Action: ["s3:GetObject"],
        Resource: [`arn:aws:s3:::${bucket}/*`],
      },
    ],
  });

/** Parts of an upload that was never finished are thrown away after a day. */
const LIFECYCLE = {
  Rule: [
    {
      ID: "abandoned-uploads",
      Status: "Enabled",
      Filter: { Prefix: "" },
      AbortIncompleteMultipartUpload: { DaysAfterInitiation: 1 },
    },
  ],
};

/** Pages of these origins may send what a signed URL allows. */
const uploadsFrom = (origins: readonly string[]): string =>
  `<CORSConfiguration><CORSRule>${origins
    .map((origin) => `<AllowedOrigin>${origin}</AllowedOrigin>`)
    .join("")}<AllowedMethod>PUT</AllowedMethod><AllowedMethod>GET</AllowedMethod>
<AllowedHeader>content-type</AllowedHeader><MaxAgeSeconds>3600</MaxAgeSeconds></CORSRule>
</CORSConfiguration>`;

async function make({ client, settings }: Site, bucket: string): Promise<void> {
  if (await client.bucketExists(bucket)) return;
  try {
    await client.makeBucket(bucket, settings.region);
  } catch (error) {
    // Another process of the platform was faster; whether it is ours, the next requests tell.
    if (!OURS_ALREADY.has(s3ErrorCode(error) ?? "")) throw error;
  }
}

interface Rule {
  readonly bucketName: string;
  readonly query: "policy" | "cors";
  /** Left out, the rule is taken away. */
  readonly body?: string;
}

/** Servers differ in what they answer when it is done: the client library knows one answer only. */
async function putRule(client: Client, { body = "", ...rule }: Rule): Promise<void> {
  const digest = createHash("md5").update(body).digest("base64");
  const request = body
    ? { ...rule, method: "PUT", headers: { "content-md5": digest } }
    : { ...rule, method: "DELETE" };
  await client.makeRequestAsyncOmit(request, body, [200, 204]);
}

/**
 * Sets a rule, again when another process that does the same got in the way.
 *
 * @returns why the server does not take it
 */
async function inTurns(set: () => Promise<void>): Promise<string | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await set();
      return undefined;
    } catch (error) {
      const code = s3ErrorCode(error) ?? "";
      if (code === "NoSuchBucketPolicy") return undefined;
      if (NOT_OURS.has(code)) return code;
      if (attempt === ATTEMPTS) throw error;
      await wait(attempt * 50 * (1 + Math.random()));
    }
  }
}

/**
 * Makes both buckets and their rules; repeatable, also by several processes at once. A rule that the
 * server does not know, or that this account may not set, is logged: the operator has to see to it.
 *
 * @throws when the storage is away or the buckets belong to somebody else
 */
export async function prepareBuckets(site: Site): Promise<void> {
  const { client, settings, logger } = site;
  const [open, closed] = [publicBucket(settings), privateBucket(settings)];
  for (const bucket of [open, closed]) await make(site, bucket);
  const rules = {
    "anybody reads public objects": () =>
      putRule(client, { bucketName: open, query: "policy", body: readByName(open) }),
    "nobody reads private objects": () => putRule(client, { bucketName: closed, query: "policy" }),
    "lifecycle of public objects": () => client.setBucketLifecycle(open, LIFECYCLE),
    "lifecycle of private objects": () => client.setBucketLifecycle(closed, LIFECYCLE),
    "uploads from the platform's pages": () =>
      putRule(client, {
        bucketName: closed,
        query: "cors",
        body: uploadsFrom(settings.uploadOrigins),
      }),
  };
  for (const [rule, set] of Object.entries(rules)) {
    const refusal = await inTurns(set);
    if (!refusal) continue;
    logger?.warn({ rule, refusal }, "the object storage does not take a rule: set it by hand");
  }
}
