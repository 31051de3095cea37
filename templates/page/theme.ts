/** Light, dark, or as the system has it; remembered where the browser allows. */
import { make } from "./dom.ts";
import { t } from "./wording.ts";

const key = "dossier-theme";

export function theme(tools: HTMLElement): void {
  const root = document.documentElement;
  const stored = recall();
  if (stored) root.dataset.theme = stored;
  const isDark = () =>
    (root.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const button = make("button", { type: "button", class: "theme" });
  const label = () => {
    button.textContent = t(isDark() ? "Light" : "Dark");
    button.setAttribute("aria-label", t(isDark() ? "Light colours" : "Dark colours"));
  };
  button.addEventListener("click", () => {
    root.dataset.theme = isDark() ? "light" : "dark";
    remember(root.dataset.theme);
    label();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", label);
  label();
  tools.append(button);
}

function recall(): string | undefined {
  try {
    const value = localStorage.getItem(key);
    return value === "dark" || value === "light" ? value : undefined;
  } catch {
    return undefined;
  }
}

function remember(value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A page opened from disk may have no storage.
  }
}
