import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts", "research/snippets/*.test.ts"],
    globalSetup: "test/bundle.ts",
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
