import type { AppRouter } from "@oto/api";
import type { inferRouterOutputs } from "@trpc/server";

type Outputs = inferRouterOutputs<AppRouter>["chat"];

/** A conversation from the reader's side. */
export type RoomView = Outputs["rooms"]["items"][number];
export type MessageView = Outputs["history"]["items"][number];
export type AttachmentView = MessageView["attachments"][number];
export type VehicleCardView = NonNullable<MessageView["vehicle"]>;
export type OfferCardSnapshot = NonNullable<MessageView["offer"]>;
export type HitView = Outputs["search"]["items"][number];

type Yielded = Outputs["onEvent"] extends AsyncIterable<infer Item> ? Item : never;
/** What the live feed of conversations brings. */
export type ChatEvent = Yielded extends { data: infer Data } ? Data : never;
