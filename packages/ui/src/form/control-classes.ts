/** The frame shared by text-like controls; 16 px text on phones, so that iOS does not zoom. */
export const CONTROL =
  "h-11 w-full min-w-0 rounded-control border border-control bg-surface px-3 text-base text-ink shadow-card transition-[border-color,box-shadow] placeholder:text-ink-subtle hover:border-ink-subtle focus-visible:border-ring focus-visible:outline-none focus-visible:ring-3 focus-visible:ring-ring/30 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-subtle aria-invalid:border-danger aria-invalid:focus-visible:ring-danger/30 sm:text-[0.9375rem]";
