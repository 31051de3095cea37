/** An open conversation at a terminal: as many answers as the person likes to give. */
export interface Interview {
  /** What the person typed; empty for Enter alone. */
  one(question: string): Promise<string>;
  /** Answers until an empty one. */
  many(question: string): Promise<string[]>;
}

/** Prompts go to stderr: stdout carries only results. */
export async function interview<T>(work: (talk: Interview) => Promise<T>): Promise<T> {
  const { createInterface } = await import("node:readline/promises");
  const lines = createInterface({ input: process.stdin, output: process.stderr });
  const one = async (question: string) => (await lines.question(`${question} `)).trim();
  const many = async (question: string) => {
    const answers: string[] = [];
    for (let answer = await one(question); answer !== ""; answer = await one("  next, or Enter:")) answers.push(answer);
    return answers;
  };
  try {
    return await work({ one, many });
  } finally {
    lines.close();
  }
}
