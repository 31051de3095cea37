import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "research/snippets/*.test.ts"],
    globalSetup: "test/bundle.ts",
    // A browser on a busy runner may miss a moment; what is wrong fails three times.
    retry: process.env.CI ? 2 : 0,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
