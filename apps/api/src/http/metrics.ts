import { createMetrics } from "@oto/observability";

/** Metrics of this process, rendered at `/metrics`. */
export const metrics = createMetrics({ service: "api" });
