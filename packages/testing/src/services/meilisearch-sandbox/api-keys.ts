import { createHmac } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ApiError } from "./api-error";

interface ApiKey {
  readonly uid: string;
  readonly key: string;
  readonly name: string | null;
  readonly description: string | null;
  readonly actions: readonly string[];
  readonly indexes: readonly string[];
  readonly expiresAt: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((each) => typeof each === "string");
const textOrNull = (value: unknown) => (typeof value === "string" ? value : null);

/** `documents.*` and `*` stand for all they begin. */
const covers = (granted: string, wanted: string) =>
  granted === "*" ||
  granted === wanted ||
  (granted.endsWith("*") && wanted.startsWith(granted.slice(0, -1)));

/** The master key and the keys made with it. Without a master key everybody may do everything. */
export class ApiKeys {
  readonly #masterKey: string | undefined;
  readonly #file: string;
  #keys: ApiKey[] = [];

  constructor(folder: string, masterKey: string | undefined) {
    this.#masterKey = masterKey;
    this.#file = join(folder, "keys.json");
    if (existsSync(this.#file)) this.#keys = JSON.parse(readFileSync(this.#file, "utf8"));
  }

  #save(): void {
    writeFileSync(this.#file, JSON.stringify(this.#keys));
  }

  all(): readonly ApiKey[] {
    return this.#keys;
  }

  create(uid: string, body: Record<string, unknown>): ApiKey {
    const { actions, indexes } = body;
    if (!isTexts(actions))
      throw new ApiError("invalid_api_key_actions", "Invalid value at `.actions`");
    if (!isTexts(indexes))
      throw new ApiError("invalid_api_key_indexes", "Invalid value at `.indexes`");
    const at = new Date().toISOString();
    const created: ApiKey = {
      uid,
      key: createHmac("sha256", this.#masterKey ?? "")
        .update(uid)
        .digest("hex"),
      name: textOrNull(body.name),
      description: textOrNull(body.description),
      actions,
      indexes,
      expiresAt: textOrNull(body.expiresAt),
      createdAt: at,
      updatedAt: at,
    };
    this.#keys.push(created);
    this.#save();
    return created;
  }

  remove(keyOrUid: string): void {
    const left = this.#keys.filter(({ key, uid }) => key !== keyOrUid && uid !== keyOrUid);
    if (left.length === this.#keys.length) {
      throw new ApiError("api_key_not_found", `API key \`${keyOrUid}\` not found.`);
    }
    this.#keys = left;
    this.#save();
  }

  /** @throws ApiError when the request may not do this */
  check(authorization: string | undefined, action: string, indexUid: string | undefined): void {
    if (this.#masterKey === undefined) return;
    if (!authorization?.startsWith("Bearer ")) {
      throw new ApiError(
        "missing_authorization_header",
        "The Authorization header is missing. It must use the bearer authorization method.",
      );
    }
    const given = authorization.slice("Bearer ".length);
    if (given === this.#masterKey) return;
    const known = this.#keys.find(({ key }) => key === given);
    const isAlive = !known?.expiresAt || Date.parse(known.expiresAt) > Date.now();
    const mayDo = known?.actions.some((granted) => covers(granted, action));
    const mayTouch = !indexUid || known?.indexes.some((granted) => covers(granted, indexUid));
    if (known && isAlive && mayDo && mayTouch) return;
    throw new ApiError("invalid_api_key", "The provided API key is invalid.");
  }
}
