import { defineMessages } from "./define-messages";

/** Conversations: in the app at once, elsewhere only when nobody has read for a while. */
export const chatMessages = defineMessages({
  "chat.message": {
    group: "chat",
    channels: [],
    appOnly: true,
    variables: { counterpart: true, vehicleTitle: false },
    title: { tr: "Yeni mesaj", en: "New message" },
    line: { tr: "{counterpart} size yazdı.", en: "{counterpart} wrote to you." },
    lineByReason: {
      VEHICLE: {
        tr: "{counterpart}, {vehicleTitle} hakkında yazdı.",
        en: "{counterpart} wrote about {vehicleTitle}.",
      },
    },
  },
  "chat.unread": {
    group: "chat",
    channels: ["email", "push"],
    variables: { counterpart: true, count: true },
    title: { tr: "Okunmamış mesajlarınız var", en: "You have unread messages" },
    line: {
      tr: "{counterpart} galerisinden {count} okunmamış mesajınız var.",
      en: "You have {count} unread messages from {counterpart}.",
    },
  },
  "support.opened": {
    group: "platform",
    channels: [],
    appOnly: true,
    variables: { galleryName: true, name: true },
    title: { tr: "Yeni destek kaydı", en: "New support case" },
    line: {
      tr: "{galleryName} destek kaydı açtı: {name}",
      en: "{galleryName} opened a support case: {name}",
    },
  },
});
