/**
 * From the text of a formula to a tree of our own that holds numbers, names, choices and permitted operations, and
 * nothing else. mathjs only parses: none of its functions runs on a formula, so a formula can't reach the machine.
 */
import type {
  ConditionalNode,
  ConstantNode,
  FactoryFunctionMap,
  FunctionNode,
  MathNode,
  OperatorNode,
  ParenthesisNode,
  RelationalNode,
  SymbolNode,
} from "mathjs";
import { didYouMean } from "../core/suggest.ts";
import { FormulaError } from "./formula-error.ts";
import { functions, type Operation, operators } from "./operations.ts";

export type Expression =
  | { readonly kind: "number"; readonly value: number }
  | { readonly kind: "name"; readonly name: string }
  | { readonly kind: "choice"; readonly branches: readonly [Expression, Expression, Expression] }
  | {
      readonly kind: "operation";
      readonly operation: Operation;
      readonly operands: readonly Expression[];
      /** As a person would write it, for messages; put together only when one is needed. */
      text(): string;
    };

/** Gives a node of mathjs, which only this file looks into. */
export type Parser = (text: string) => unknown;

const limits = { characters: 1000, nesting: 40, nodes: 200 };

let parser: Promise<Parser> | undefined;

/** mathjs's number-only build: the full one takes five times as long to start, and its units are not needed. */
export function loadParser(): Promise<Parser> {
  parser ??= import("mathjs/number").then(({ create, parseDependencies }) => {
    const { parse } = create(parseDependencies as FactoryFunctionMap, {});
    return (text) => parse(text);
  });
  return parser;
}

/** Reads a formula. Throws FormulaError for a syntax error, a forbidden construct, or too long a formula. */
export function parseExpression(text: string, parse: Parser): Expression {
  if (text.length > limits.characters)
    throw new FormulaError(
      `Unexpected formula of ${text.length} characters, expected at most ${limits.characters}`,
      "Split it into several outputs.",
    );
  const strange = /[^\w\s.+*/^%()<>=!?:,-]/u.exec(text)?.[0];
  if (strange !== undefined)
    throw new FormulaError(
      `Unexpected “${strange}” in “${text}”, expected only names, numbers, operators and functions`,
    );
  return convert(tree(text.replace(/\s+/g, " "), parse), { nodes: 0 }, 0);
}

function tree(text: string, parse: Parser): MathNode {
  let nesting = 0;
  for (const char of text) {
    if (char === "(") nesting += 1;
    else if (char === ")") nesting -= 1;
    if (nesting > limits.nesting) throw tooDeep();
  }
  try {
    return parse(text) as MathNode;
  } catch (error) {
    if (error instanceof RangeError) throw tooDeep();
    const message = error instanceof Error ? error.message : String(error);
    throw new FormulaError(`${message.replace(/\s*\(char \d+\)$/, "")} in “${text}”`);
  }
}

const tooDeep = () =>
  new FormulaError(`Unexpected nesting, expected at most ${limits.nesting} levels`, "Split it into several outputs.");

function convert(node: MathNode, count: { nodes: number }, depth: number): Expression {
  count.nodes += 1;
  if (count.nodes > limits.nodes)
    throw new FormulaError(`Unexpected formula of more than ${limits.nodes} parts`, "Split it into several outputs.");
  if (depth > limits.nesting) throw tooDeep();
  const inner = (child: MathNode) => convert(child, count, depth + 1);

  switch (node.type) {
    case "ConstantNode":
      return constant((node as ConstantNode).value);
    case "SymbolNode":
      return { kind: "name", name: (node as SymbolNode).name };
    case "ParenthesisNode":
      return inner((node as ParenthesisNode).content);
    case "ConditionalNode": {
      const { condition, trueExpr, falseExpr } = node as ConditionalNode;
      return { kind: "choice", branches: [inner(condition), inner(trueExpr), inner(falseExpr)] };
    }
    case "RelationalNode":
      return chain(node as RelationalNode, inner);
    case "OperatorNode": {
      const { fn, op, args } = node as OperatorNode;
      const operation = operators.get(fn);
      if (!operation)
        throw new FormulaError(`Unexpected operator “${op}” in “${node}”, expected + - * / ^ or a comparison`);
      return operate(operation, fn, args.map(inner), () => String(node));
    }
    case "FunctionNode":
      return call(node as FunctionNode, inner);
    default:
      throw new FormulaError(
        `Unexpected ${node.type
          .replace(/Node$/, "")
          .replace(/(?<=[a-z])(?=[A-Z])/g, " ")
          .toLowerCase()}, expected arithmetic over inputs and outputs`,
      );
  }
}

function constant(value: unknown): Expression {
  if (typeof value !== "number") throw new FormulaError(`Unexpected ${String(value)}, expected a number`);
  if (!Number.isFinite(value)) throw new FormulaError(`Unexpected number ${value}, expected a finite one`);
  return { kind: "number", value };
}

function call(node: FunctionNode, inner: (child: MathNode) => Expression): Expression {
  const callee: MathNode = node.fn;
  const name = callee.type === "SymbolNode" ? (callee as SymbolNode).name : String(callee);
  const operation = functions.get(name);
  if (!operation)
    throw new FormulaError(
      `Unknown function “${name}”, expected one of ${[...functions.keys()].join(", ")}`,
      didYouMean(name, [...functions.keys()]) ?? `To multiply, write ${name} * (…).`,
    );
  return operate(operation, name, node.args.map(inner), () => String(node));
}

function operate(operation: Operation, name: string, operands: Expression[], text: () => string): Expression {
  const { least, most } = operation;
  if (operands.length < least || operands.length > most) {
    const expected = least === most ? String(least) : `${least} to ${most}`;
    throw new FormulaError(`Unexpected ${operands.length} operands of “${name}” in “${text()}”, expected ${expected}`);
  }
  return { kind: "operation", operation, operands, text };
}

/** `a < b < c` holds when every pair does. */
function chain(node: RelationalNode, inner: (child: MathNode) => Expression): Expression {
  const text = () => String(node);
  const operands = node.params.map(inner);
  return node.conditionals
    .map((fn, index) => operate(operators.get(fn) as Operation, fn, operands.slice(index, index + 2), text))
    .reduce((all, next) => operate(operators.get("and") as Operation, "and", [all, next], text));
}

/** The names that a formula reads, in order, each once. */
export function namesOf(expression: Expression): string[] {
  const names = new Set<string>();
  const visit = (node: Expression): void => {
    if (node.kind === "name") names.add(node.name);
    else if (node.kind === "choice") node.branches.forEach(visit);
    else if (node.kind === "operation") node.operands.forEach(visit);
  };
  visit(expression);
  return [...names];
}
