import packageJson from "../package.json" with { type: "json" };
import { hosts } from "../src/adapters/hosts.ts";
import { managedSchemaFile } from "./managed-schema.ts";

export type Target = "chrome" | "firefox";

/**
 * The public half of a key whose private half was thrown away: it only fixes the extension's id, which managed
 * policies and native tools name. Chrome computes lhphfcblbfjkfomgcipiohpepjkphpch from it.
 */
const chromeKey =
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEA7ejbYqlhE7rTWY/LlhYwkhfy8NcNV24xLIDYbfINQnn1Fv2TCX+qI23d+xOdaDnSr4FQLvcx3iT8qrvGHIzHDtWh5m98D6o8jRQMAkG1KQ3rKql+QzXBNBHmOKL4dBVx3a31TwcfgZS125RFlpIUnUHuDF+ON2kAxq/kaoIUWNS1/ScvKFN/edIR/L8N5gs0fP0nYgEoIld8XpICnKmCW85du4tKsD43n9D9lFrvGUy9j7jcDBu929Fn/VaPEsgazBsbk0fCMaqOSdscERHJc2JzcLbBK/DM8hozHJad9nwAOW1iApm/azu4JCuiz/F02wSjhAztK/21lW3Ya9Qn4wIDAQAB";
export const chromeId = "lhphfcblbfjkfomgcipiohpepjkphpch";
export const firefoxId = "guard@replyguard.example";

/** Everything both browsers get, then what differs. docs/permissions.md has the reason for each permission. */
export function manifest(target: Target) {
  const matches = hosts.map((host) => `https://*.${host}/*`);
  const shared = {
    manifest_version: 3 as const,
    name: "ReplyGuard",
    version: packageJson.version,
    description: "__MSG_manifest_description__",
    default_locale: "en",
    icons: {
      16: "icons/watching-16.png",
      32: "icons/watching-32.png",
      48: "icons/watching-48.png",
      128: "icons/watching-128.png",
    },
    action: {
      default_title: "ReplyGuard",
      default_popup: "src/pages/popup/popup.html",
      default_icon: { 16: "icons/watching-16.png", 32: "icons/watching-32.png" },
    },
    options_ui: { page: "src/pages/options/options.html", open_in_tab: true },
    permissions: ["storage", "scripting", "unlimitedStorage", "alarms"],
    host_permissions: matches,
    // Asked for one site at a time, where a managed policy names further sites.
    optional_host_permissions: ["https://*/*"],
    content_scripts: [
      {
        matches,
        js: ["src/content/main.iife.ts"],
        css: ["src/content/highlight.css"],
        run_at: "document_start" as const,
        all_frames: true,
        match_about_blank: true,
        match_origin_as_fallback: true,
      },
    ],
    content_security_policy: {
      extension_pages:
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src https:; form-action 'none'; base-uri 'none'; frame-ancestors 'none'; object-src 'none'",
    },
  };
  return target === "chrome"
    ? {
        ...shared,
        key: chromeKey,
        minimum_chrome_version: "120",
        // Without it Chrome gives an extension no managed policy at all; Firefox knows no such schema.
        storage: { managed_schema: managedSchemaFile },
        background: { service_worker: "src/background/main.ts", type: "module" as const },
      }
    : {
        ...shared,
        background: { scripts: ["src/background/main.ts"], type: "module" as const },
        browser_specific_settings: {
          gecko: {
            id: firefoxId,
            // The oldest that knows data_collection_permissions on every platform (Android learned it last).
            strict_min_version: "142.0",
            data_collection_permissions: { required: ["none" as const] as ["none"] },
          },
        },
      };
}
