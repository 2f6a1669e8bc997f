interface SkipLinkProps {
  label: string;
  /** Id of the main part of the page. */
  target: string;
}

/** The first stop of the tab key: past the navigation, into the page. */
export function SkipLink({ label, target }: SkipLinkProps) {
  return (
    <a
      href={`#${target}`}
      className="sr-only z-80 rounded-control bg-ink px-4 py-3 font-medium text-canvas focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
    >
      {label}
    </a>
  );
}
