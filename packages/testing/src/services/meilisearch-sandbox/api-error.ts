type ErrorType = "invalid_request" | "auth" | "internal" | "system";

/** The body of every refused request, and the `error` of every failed task. */
export interface ErrorBody {
  readonly message: string;
  readonly code: string;
  readonly type: ErrorType;
  readonly link: string;
}

const STATUS: Record<string, number> = {
  missing_authorization_header: 401,
  invalid_api_key: 403,
  index_not_found: 404,
  document_not_found: 404,
  task_not_found: 404,
  api_key_not_found: 404,
  not_found: 404,
  payload_too_large: 413,
  unsupported_media_type: 415,
  internal: 500,
};
const TYPES: Record<string, ErrorType> = {
  missing_authorization_header: "auth",
  invalid_api_key: "auth",
  internal: "internal",
};

/** A refusal with one of the documented codes. */
export class ApiError extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }

  get status(): number {
    return STATUS[this.code] ?? 400;
  }

  get body(): ErrorBody {
    const { code, message } = this;
    const type = TYPES[code] ?? "invalid_request";
    const link = `https://docs.meilisearch.com/errors#${code}`;
    return { message, code, type, link };
  }
}

/** Anything that is thrown, as a refusal. */
export function asApiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error;
  return new ApiError("internal", error instanceof Error ? error.message : String(error));
}

export const indexNotFound = (uid: string): ApiError =>
  new ApiError("index_not_found", `Index \`${uid}\` not found.`);
