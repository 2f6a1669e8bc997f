import type { ComponentProps, ReactNode } from "react";
import { cn } from "../foundation/cn";
import type { ButtonSize, ButtonVariant } from "./button-variants";
import { buttonVariants } from "./button-variants";
import { Spinner } from "./spinner";

interface IconButtonProps extends Omit<ComponentProps<"button">, "aria-label" | "children"> {
  /** What it does, in words: the accessible name and the tooltip of the browser. */
  label: string;
  icon: ReactNode;
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  loading?: boolean | undefined;
  /** A small count at the corner; nothing at 0. `label` should say it too. */
  count?: number | undefined;
}

const WIDTH: Record<ButtonSize, string> = {
  sm: "w-9 px-0 pointer-coarse:w-11",
  md: "w-11 px-0",
  lg: "w-13 px-0",
};

/** A square button that holds only an icon. */
export function IconButton({
  label,
  icon,
  variant = "ghost",
  size = "md",
  loading = false,
  count = 0,
  className,
  disabled,
  type = "button",
  ...rest
}: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      disabled={disabled === true || loading}
      aria-busy={loading || undefined}
      className={cn(buttonVariants({ variant, size }), WIDTH[size], "relative", className)}
      {...rest}
    >
      {loading ? <Spinner /> : icon}
      {count > 0 ? (
        // Drawn, not written: the text of the name stays what `label` says.
        <span
          aria-hidden="true"
          data-count={count > 99 ? "99+" : count}
          className="before:content-[attr(data-count)] absolute top-0.5 right-0.5 grid h-4.5 min-w-4.5 place-items-center rounded-full bg-accent px-1 font-semibold text-[0.6875rem] text-on-accent leading-none"
        />
      ) : null}
    </button>
  );
}
