"use client";

import { BodySection } from "./body-section";
import { ButtonSection } from "./button-section";
import { ChatSection } from "./chat-section";
import { ChoiceSection } from "./choice-section";
import { DataSection } from "./data-section";
import { DisplaySection } from "./display-section";
import { FeedbackSection } from "./feedback-section";
import { FoundationSection } from "./foundation-section";
import { MediaSection } from "./media-section";
import { NavigationSection } from "./navigation-section";
import { OverlaySection } from "./overlay-section";
import { TextControlSection } from "./text-control-section";

/** Every component of the kit in every state; what screenshots are tested on. */
export function KitPage() {
  return (
    <div className="mx-auto w-full max-w-6xl">
      <p className="pb-6 text-ink-muted">Every component in every state, with sample texts.</p>
      <FoundationSection />
      <ButtonSection />
      <TextControlSection />
      <ChoiceSection />
      <DisplaySection />
      <FeedbackSection />
      <OverlaySection />
      <NavigationSection />
      <MediaSection />
      <BodySection />
      <DataSection />
      <ChatSection />
    </div>
  );
}
