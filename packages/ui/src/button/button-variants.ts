import type { VariantProps } from "class-variance-authority";
import { cva } from "class-variance-authority";

/** Classes of a button, for elements that only look like one. */
export const buttonVariants = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-2 whitespace-nowrap rounded-control font-medium transition-[background-color,border-color,color,box-shadow,scale] active:scale-[0.985] disabled:pointer-events-none disabled:opacity-45 aria-disabled:pointer-events-none aria-disabled:opacity-45 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-brand text-on-brand shadow-card hover:bg-brand-hover",
        accent: "bg-accent text-on-accent shadow-card hover:bg-accent-hover",
        secondary: "border border-line bg-surface text-ink shadow-card hover:bg-sunken",
        soft: "bg-brand-soft text-brand-strong hover:bg-[color-mix(in_oklab,var(--brand-soft)_82%,var(--brand))]",
        ghost: "text-ink-muted hover:bg-sunken hover:text-ink",
        danger: "bg-danger text-on-danger shadow-card hover:bg-danger-hover",
        dangerSoft:
          "bg-danger-soft text-danger-strong hover:bg-[color-mix(in_oklab,var(--danger-soft)_85%,var(--danger))]",
        link: "px-0 text-brand-strong underline decoration-current/35 underline-offset-4 hover:decoration-current",
      },
      size: {
        sm: "h-9 px-3 text-sm pointer-coarse:h-11 [&_svg]:size-4",
        md: "h-11 px-4 text-[0.9375rem] [&_svg]:size-4.5",
        lg: "h-13 px-6 text-base [&_svg]:size-5",
      },
      block: { true: "w-full", false: "" },
    },
    compoundVariants: [{ variant: "link", class: "h-auto min-h-6 px-0" }],
    defaultVariants: { variant: "primary", size: "md", block: false },
  },
);

export type ButtonVariant = NonNullable<VariantProps<typeof buttonVariants>["variant"]>;
export type ButtonSize = NonNullable<VariantProps<typeof buttonVariants>["size"]>;
