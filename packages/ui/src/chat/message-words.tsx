import { partsOfText } from "./text-parts";

/** Longest run of signs that is shown large instead of as text. */
const LARGE = /^(?:\p{Extended_Pictographic}\p{Emoji_Modifier}?\u{FE0F}?){1,3}$/u;

/** What somebody wrote: lines as they broke them, addresses that can be followed. */
export function MessageWords({ text }: { text: string }) {
  if (LARGE.test(text)) return <p className="text-4xl leading-tight">{text}</p>;
  return (
    <p className="whitespace-pre-wrap text-[0.9375rem] leading-snug [overflow-wrap:anywhere]">
      {partsOfText(text).map(({ at, kind, value }) =>
        kind === "text" ? (
          value
        ) : (
          <a
            key={at}
            href={value}
            target="_blank"
            rel="noopener noreferrer nofollow"
            className="text-brand-strong underline underline-offset-2"
          >
            {value}
          </a>
        ),
      )}
    </p>
  );
}
