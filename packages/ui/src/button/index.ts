export { Button, type ButtonProps } from "./button";
export { type ButtonSize, type ButtonVariant, buttonVariants } from "./button-variants";
export { IconButton } from "./icon-button";
export { Spinner } from "./spinner";
