import { checkTemplate, LOCALES, TEMPLATE_CHANNELS } from "@oto/domain";
import { describe, expect, it } from "vitest";
import { messageDefinition, NEWS_TYPES, NOTIFICATION_TOPICS } from ".";
import { defaultText, templateNameFor, templateNames, templateRule } from "./default-texts";
import { MESSAGE_GROUPS } from "./define-messages";
import { SYSTEM_MESSAGES } from "./system.messages";

describe("the catalogue of news", () => {
  it("has a text that passes its own check for every kind, reason, channel and language", () => {
    const problems = NEWS_TYPES.flatMap(templateNames).flatMap((name) =>
      TEMPLATE_CHANNELS.flatMap((channel) =>
        LOCALES.flatMap((locale) => {
          const text = defaultText(name, channel, locale);
          const rule = templateRule(name, channel);
          if (!text || !rule) return [`${name} ${channel} ${locale}: nothing`];
          return checkTemplate(text, rule).map(
            ({ kind, what }) => `${name} ${channel} ${locale}: ${kind} ${what ?? ""}`,
          );
        }),
      ),
    );
    expect(problems).toEqual([]);
  });

  it("has system texts that pass their own check", () => {
    const problems = Object.entries(SYSTEM_MESSAGES).flatMap(([name, { texts }]) =>
      Object.keys(texts).flatMap((key) =>
        LOCALES.flatMap((locale) => {
          const channel = TEMPLATE_CHANNELS.find((each) => each === key) ?? "app";
          const text = defaultText(name, channel, locale);
          const rule = templateRule(name, channel);
          return text && rule ? checkTemplate(text, rule).map(({ kind }) => kind) : [name];
        }),
      ),
    );
    expect(problems).toEqual([]);
    expect(templateRule("otp", "email")).toBeNull();
  });

  it("knows no kind that others only seem to have", () => {
    for (const name of [
      "constructor",
      "offer.created/NOTHING",
      "nothing",
      "offer.closed/toString",
    ]) {
      expect(defaultText(name, "app", "tr")).toBeNull();
      expect(templateRule(name, "app")).toBeNull();
    }
    expect(templateNameFor("offer.closed", "toString")).toBe("offer.closed");
    expect(templateNameFor("offer.closed", "RIVAL_ACCEPTED")).toBe("offer.closed/RIVAL_ACCEPTED");
  });

  it("leaves to choose only what can be chosen, and points to kinds that exist", () => {
    for (const type of NEWS_TYPES) {
      const definition = messageDefinition(type);
      expect(MESSAGE_GROUPS).toContain(definition?.group);
      if (definition?.appOnly) expect(definition.channels).toEqual([]);
      if (definition?.asIf) expect(NOTIFICATION_TOPICS).toContain(definition.asIf);
      if (definition?.commercial) expect(definition.urgent).not.toBe(true);
    }
  });
});
