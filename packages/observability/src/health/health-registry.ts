export interface HealthCheckResult {
  readonly ok: boolean;
  readonly ms: number;
  readonly detail?: string;
}

export interface HealthReport {
  /** False when any critical check failed. */
  readonly ok: boolean;
  readonly checks: Readonly<Record<string, HealthCheckResult>>;
}

export interface HealthCheckOptions {
  /** Milliseconds before the check counts as failed (2,000 unless said). */
  readonly timeoutMs?: number;
  /** A failing check that is not critical is shown but leaves the whole ready (true unless said). */
  readonly critical?: boolean;
}

/** Resolves (optionally with a detail to show) when well, rejects when not. */
export type HealthCheck = () => Promise<string | undefined> | Promise<void>;

export interface HealthRegistry {
  register(name: string, check: HealthCheck, options?: HealthCheckOptions): void;
  /** Runs all checks at once, each within its own time limit. Never rejects. */
  run(): Promise<HealthReport>;
}

interface RegisteredCheck {
  readonly check: HealthCheck;
  readonly timeoutMs: number;
  readonly critical: boolean;
}

async function runCheck({ check, timeoutMs }: RegisteredCheck): Promise<HealthCheckResult> {
  const started = performance.now();
  const ms = () => Math.round(performance.now() - started);
  let timer: NodeJS.Timeout | undefined;
  const limit = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    const detail = await Promise.race([(async () => check())(), limit]);
    return { ok: true, ms: ms(), ...(typeof detail === "string" ? { detail } : {}) };
  } catch (error) {
    // The code says enough (`ECONNREFUSED`); messages may quote addresses with credentials.
    const code = error instanceof Error && "code" in error ? String(error.code) : undefined;
    const text = error instanceof Error ? error.message : "failed";
    const detail = code ?? text.replace(/\/\/[^@\s/]*@/g, "//");
    return { ok: false, ms: ms(), detail };
  } finally {
    clearTimeout(timer);
  }
}

/** Named dependency checks behind `/health/ready`. */
export function createHealthRegistry(): HealthRegistry {
  const registered = new Map<string, RegisteredCheck>();
  return {
    register(name, check, { timeoutMs = 2_000, critical = true } = {}) {
      if (registered.has(name)) throw new Error(`health check "${name}" is registered twice`);
      registered.set(name, { check, timeoutMs, critical });
    },
    async run() {
      const entries = [...registered];
      const results = await Promise.all(entries.map(([, check]) => runCheck(check)));
      const checks: Record<string, HealthCheckResult> = {};
      let ok = true;
      entries.forEach(([name, { critical }], index) => {
        const result = results[index];
        if (!result) return;
        checks[name] = result;
        if (!result.ok && critical) ok = false;
      });
      return { ok, checks };
    },
  };
}
