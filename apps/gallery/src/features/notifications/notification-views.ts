import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>["notification"];

export type NotificationView = Outputs["list"]["items"][number];
export type PreferenceView = Outputs["preferences"]["items"][number];
export type SettingsView = Outputs["settings"];
