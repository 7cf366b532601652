import { defineConfig } from "vite";
import { configOfPages } from "../../../test/pages/vite.config.ts";

export default defineConfig(configOfPages(import.meta.dirname));
