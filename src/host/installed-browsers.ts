/** Where an installed Chrome or Chromium is looked for: the names on the PATH, then the usual places of the platform. */
import { accessSync, constants, existsSync, statSync } from "node:fs";
import { homedir, platform } from "node:os";
import { delimiter, join } from "node:path";

const names = [
  "chrome-headless-shell",
  "google-chrome-stable",
  "google-chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge",
];

/** Absolute paths of the browsers found, best first. */
export function installedBrowsers(env: (name: string) => string | undefined): string[] {
  const folders = (env("PATH") ?? "").split(delimiter).filter((folder) => folder !== "");
  const suffix = platform() === "win32" ? ".exe" : "";
  const onPath = names.flatMap((name) => folders.map((folder) => join(folder, name + suffix)));
  return [...new Set([...onPath, ...usualPlaces(env)])].filter((path) => isProgram(path) && !isConfined(path));
}

export function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

/** A Chromium from a snap sees neither our temporary pages nor its profile there, and Ubuntu's package only calls it. */
function isConfined(path: string): boolean {
  return path.startsWith("/snap/") || (path.includes("chromium") && existsSync("/snap/bin/chromium"));
}

function usualPlaces(env: (name: string) => string | undefined): string[] {
  if (platform() === "darwin")
    return ["/Applications", join(homedir(), "Applications")].flatMap((folder) =>
      ["Google Chrome", "Chromium", "Microsoft Edge"].map((app) => join(folder, `${app}.app/Contents/MacOS/${app}`)),
    );
  if (platform() === "win32")
    return ["ProgramFiles", "ProgramFiles(x86)", "LOCALAPPDATA"].flatMap((variable) => {
      const folder = env(variable);
      const apps = [
        "Google\\Chrome\\Application\\chrome",
        "Chromium\\Application\\chrome",
        "Microsoft\\Edge\\Application\\msedge",
      ];
      return folder ? apps.map((app) => join(folder, `${app}.exe`)) : [];
    });
  return ["/opt/google/chrome/chrome", "/usr/lib/chromium/chromium", "/usr/lib64/chromium-browser/chromium-browser"];
}
