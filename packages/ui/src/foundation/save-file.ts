/** Hands a file that came in base64 to the browser, which saves it under its name. */
export function saveFile(file: { fileName: string; contentType: string; content: string }): void {
  const bytes = Uint8Array.from(atob(file.content), (sign) => sign.charCodeAt(0));
  const url = URL.createObjectURL(new Blob([bytes], { type: file.contentType }));
  const link = document.createElement("a");
  link.href = url;
  link.download = file.fileName;
  link.click();
  // The browser has taken the file by the next turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
