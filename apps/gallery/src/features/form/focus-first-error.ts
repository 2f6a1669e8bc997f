/**
 * Leads to the first field that is wrong, once the screen shows which one that is. Controls of the
 * kit mark themselves with `aria-invalid`.
 */
export function focusFirstError(form: HTMLElement | null): void {
  requestAnimationFrame(() => {
    const wrong = form?.querySelector<HTMLElement>('[aria-invalid="true"]');
    wrong?.focus({ preventScroll: true });
    wrong?.scrollIntoView({ block: "center" });
  });
}
