import * as Slot from "radix-ui/slot";
import type { ComponentProps, ReactNode } from "react";
import { cn } from "../foundation/cn";
import type { ButtonSize, ButtonVariant } from "./button-variants";
import { buttonVariants } from "./button-variants";
import { Spinner } from "./spinner";

export interface ButtonProps extends ComponentProps<"button"> {
  variant?: ButtonVariant | undefined;
  size?: ButtonSize | undefined;
  /** Takes the whole width of its container. */
  block?: boolean | undefined;
  /** Shows a spinner in place of the icon and takes no press; width stays the same. */
  loading?: boolean | undefined;
  icon?: ReactNode;
  iconEnd?: ReactNode;
  /** Renders the only child (a link, say) with the looks of a button. */
  asChild?: boolean | undefined;
}

/** The button of the kit. `type` is `button` unless stated. */
export function Button({
  variant,
  size,
  block,
  loading = false,
  icon,
  iconEnd,
  asChild = false,
  className,
  children,
  disabled,
  type = "button",
  ...rest
}: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size, block }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...rest}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      type={type}
      className={classes}
      disabled={disabled === true || loading}
      aria-busy={loading || undefined}
      {...rest}
    >
      {loading ? <Spinner className="size-4.5" /> : icon}
      {children}
      {iconEnd}
    </button>
  );
}
