import type {
  DeliveryState,
  Locale,
  MessageChannel,
  TemplateChannel,
  TemplateProblem,
  TemplateText,
} from "@oto/domain";
import type { Page } from "../paging";

/** A text that staff may change. */
export interface TemplateSummary {
  name: string;
  group: string;
  title: string;
  /** For kinds with a sentence of their own by reason. */
  reason: string | null;
  channels: TemplateChannel[];
  /** Texts that differ from the platform's own, as `sms tr`. */
  changed: string[];
}

export interface TemplateVersionView {
  version: number;
  /** Null: back to the platform's own text. */
  text: TemplateText | null;
  note: string | null;
  by: string;
  createdAt: string;
}

/** Answer of `admin.messages.template`. */
export interface TemplateView {
  name: string;
  channel: TemplateChannel;
  locale: Locale;
  text: TemplateText;
  own: TemplateText;
  /** Newest version; 0 while nobody has changed it. */
  version: number;
  changed: boolean;
  variables: { name: string; required: boolean; sample: string }[];
  versions: TemplateVersionView[];
}

/** Answer of `admin.messages.preview`. */
export interface TemplatePreview {
  problems: TemplateProblem[];
  text: TemplateText;
  /** What an SMS is billed as; null for other channels. */
  smsParts: number | null;
}

/** Answer of `admin.messages.testSend`. */
export interface TemplateTestView {
  to: string;
  provider: string | null;
  code: string | null;
}

/** A line of the delivery log. */
export interface DeliveryView {
  id: string;
  type: string;
  title: string;
  channel: MessageChannel;
  lane: string;
  state: DeliveryState;
  reason: string | null;
  recipient: string | null;
  provider: string | null;
  providerCode: string | null;
  costUnits: number;
  attempts: number;
  dueAt: string;
  createdAt: string;
  settledAt: string | null;
  /** Whether staff may have it sent again. */
  retryable: boolean;
}

export type DeliveryListView = Page<DeliveryView>;

/** Answer of `admin.messages.delivery`. */
export interface DeliveryDetailView extends DeliveryView {
  tries: {
    attempt: number;
    provider: string;
    outcome: string;
    code: string;
    detail: string | null;
    costUnits: number;
    tookMs: number;
    createdAt: string;
  }[];
}

/** Answer of `admin.messages.sums`. */
export interface DeliverySumView {
  byState: { channel: string; state: string; count: number }[];
  byProvider: { provider: string; channel: string; count: number; costUnits: number }[];
}
