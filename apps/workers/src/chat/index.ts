import { tellGalleryWhenChatWaits } from "./tell-gallery-when-chat-waits.consumer";

export const chatConsumers = [tellGalleryWhenChatWaits] as const;
