import type { AppRouter } from "@oto/api";
import type { inferRouterInputs, inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>["admin"]["messages"];
type Inputs = inferRouterInputs<AppRouter>["admin"]["messages"];

export type TemplateSummary = Outputs["templates"]["items"][number];
export type TemplateView = Outputs["template"];
export type TemplatePreview = Outputs["preview"];
export type TemplateKey = Inputs["template"];
export type Delivery = Outputs["deliveries"]["items"][number];
