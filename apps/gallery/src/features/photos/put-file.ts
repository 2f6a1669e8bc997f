import type { UploadTarget } from "./upload-queue";

/** A file did not get through; `refused` when the store answered no, else the way was cut. */
export class PutFileError extends Error {
  readonly refused: boolean;

  constructor(refused: boolean) {
    super(refused ? "the store refused the file" : "the connection was lost");
    this.name = "PutFileError";
    this.refused = refused;
  }
}

interface PutRun {
  signal: AbortSignal;
  /** Hears 0..100. */
  onProgress: (percent: number) => void;
}

/** The browser states these itself and refuses to be told. */
const OWN_HEADERS = new Set(["content-length", "host"]);

/** Sends a file to a signed address. By XHR, since `fetch` cannot tell how far an upload is. */
export function putFile(file: File, target: UploadTarget, { signal, onProgress }: PutRun) {
  return new Promise<void>((resolve, reject) => {
    if (signal.aborted) {
      reject(new PutFileError(false));
      return;
    }
    const request = new XMLHttpRequest();
    request.open("PUT", target.url);
    for (const [name, value] of Object.entries(target.headers)) {
      if (!OWN_HEADERS.has(name.toLowerCase())) request.setRequestHeader(name, value);
    }
    request.upload.onprogress = (event) => {
      if (event.lengthComputable) onProgress((event.loaded / event.total) * 100);
    };
    request.onload = () => {
      const stored = request.status >= 200 && request.status < 300;
      if (stored) resolve();
      else reject(new PutFileError(true));
    };
    request.onerror = () => reject(new PutFileError(false));
    request.onabort = () => reject(new PutFileError(false));
    signal.addEventListener("abort", () => request.abort(), { once: true });
    request.send(file);
  });
}
