import webPush from "web-push";
import type { VapidKeys } from "./web-push.provider";

/** A fresh key pair: an uncompressed point of P-256 and its scalar, base64url. */
export const newVapidKeys = (): VapidKeys => webPush.generateVAPIDKeys();
