/**
 * Evaluates the formulas of explanation trees. It shares no code with the engine on purpose: it is the stranger who
 * recomputes every figure from what the screen shows.
 *
 *   sum     = product { ("+" | "-") product }
 *   product = factor { ("*" | "/") factor }
 *   factor  = "-" factor | number | name | name "(" argument { "," argument } ")" | "(" sum ")"
 *   argument of sum(...) and product(...) may be prefix_*: every input whose key begins so
 */
type Token = { kind: "number" | "name" | "mark"; text: string };

export function evaluateFormula(formula: string, inputs: Map<string, number>): number {
  const tokens = tokensOf(formula);
  let position = 0;
  const peek = () => tokens[position]?.text;
  const take = (expected?: string): Token => {
    const token = tokens[position++];
    if (token === undefined) throw new Error(`${formula}: ends too early`);
    if (expected !== undefined && token.text !== expected) {
      throw new Error(`${formula}: expected ${expected}, found ${token.text}`);
    }
    return token;
  };

  function sum(): number {
    let value = product();
    while (peek() === "+" || peek() === "-") value += take().text === "+" ? product() : -product();
    return value;
  }

  function product(): number {
    let value = factor();
    while (peek() === "*" || peek() === "/") {
      if (take().text === "*") value *= factor();
      else value /= factor();
    }
    return value;
  }

  function factor(): number {
    const token = take();
    if (token.text === "-") return -factor();
    if (token.text === "(") {
      const value = sum();
      take(")");
      return value;
    }
    if (token.kind === "number") return Number(token.text);
    if (token.kind !== "name") throw new Error(`${formula}: unexpected ${token.text}`);
    if (peek() === "(") return call(token.text);
    return inputNamed(token.text);
  }

  function call(name: string): number {
    take("(");
    const values = argument();
    while (peek() === ",") {
      take();
      values.push(...argument());
    }
    take(")");
    const operation = OPERATIONS[name];
    if (operation === undefined) throw new Error(`${formula}: no function ${name}`);
    return operation(values);
  }

  function argument(): number[] {
    const token = tokens[position];
    if (token?.kind === "name" && token.text.endsWith("_*")) {
      position++;
      const prefix = token.text.slice(0, -1);
      return [...inputs].filter(([key]) => key.startsWith(prefix)).map(([, value]) => value);
    }
    return [sum()];
  }

  function inputNamed(name: string): number {
    const value = inputs.get(name);
    if (value === undefined) throw new Error(`${formula}: no input ${name}`);
    return value;
  }

  const value = sum();
  if (position < tokens.length) throw new Error(`${formula}: ${peek()} left over`);
  return value;
}

const OPERATIONS: Record<string, (values: number[]) => number> = {
  sum: (values) => values.reduce((total, value) => total + value, 0),
  product: (values) => values.reduce((total, value) => total * value, 1),
  max: (values) => Math.max(...values),
  min: (values) => Math.min(...values),
  ceil: ([value = Number.NaN]) => Math.ceil(value),
  floor: ([value = Number.NaN]) => Math.floor(value),
};

function tokensOf(formula: string): Token[] {
  const pattern = /\s*(?:(\d+(?:\.\d+)?)|([A-Za-z][A-Za-z0-9]*(?:_(?:\*|[A-Za-z0-9]+))*)|([-+*/(),]))/y;
  const tokens: Token[] = [];
  while (pattern.lastIndex < formula.length) {
    const start = pattern.lastIndex;
    const found = pattern.exec(formula);
    if (found === null) throw new Error(`${formula}: cannot read ${formula.slice(start)}`);
    const [, number, name, mark] = found;
    if (number !== undefined) tokens.push({ kind: "number", text: number });
    else if (name !== undefined) tokens.push({ kind: "name", text: name });
    else tokens.push({ kind: "mark", text: mark! });
  }
  return tokens;
}
