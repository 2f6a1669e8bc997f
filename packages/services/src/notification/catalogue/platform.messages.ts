import { defineMessages } from "./define-messages";

/** What the platform itself writes. */
export const platformMessages = defineMessages({
  "platform.news": {
    group: "platform",
    channels: ["email"],
    commercial: true,
    variables: { name: true, excerpt: true },
    title: { tr: "Yenilikler ve kampanyalar", en: "News and offers of Kontak" },
    line: { tr: "{name}: {excerpt}", en: "{name}: {excerpt}" },
  },
});
