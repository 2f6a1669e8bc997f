import type { SendOutcome } from "./send-receipt";

/** What a provider answered to one message. */
export interface ProviderAnswer {
  readonly outcome: SendOutcome;
  readonly code: string;
  /** The provider's id of a message that it took. */
  readonly id?: string | undefined;
  readonly detail?: string | undefined;
  readonly costUnits?: number;
}

/** One way to hand messages over. It tries once, answers for whatever happens and never throws. */
export interface Provider<Message> {
  readonly name: string;
  /**
   * Whether the provider itself sees that a message is the same as one before: then a try that
   * nobody knows the end of is simply made again, with this provider and no other.
   */
  readonly settlesRepeats: boolean;
  deliver(message: Message): Promise<ProviderAnswer>;
}

/** What a code of a provider means, as data. */
export type CodeTable = Readonly<Record<string, { outcome: SendOutcome; meaning: string }>>;

/** An answer by its code; a code that the table has not is somebody's to look at. */
export function answerOf(
  codes: CodeTable,
  code: string,
  more: Omit<ProviderAnswer, "outcome" | "code"> = {},
): ProviderAnswer {
  const known = Object.hasOwn(codes, code) ? codes[code] : undefined;
  const detail = more.detail ?? known?.meaning ?? "a code that nobody knows";
  return { ...more, outcome: known?.outcome ?? "alert", code, detail };
}
