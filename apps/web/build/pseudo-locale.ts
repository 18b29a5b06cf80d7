import { type MessageFormatElement, TYPE } from '@formatjs/icu-messageformat-parser';

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = 'áƀćđéƒǵĥíĵķĺḿńóṕɋŕśţúṽẃẋýźÁƁĆĐÉƑǴĤÍĴĶĹḾŃÓṔɊŔŚŢÚṼẂẊÝŹ';
const ACCENTS = new Map([...PLAIN].map((letter, index) => [letter, [...ACCENTED][index] ?? letter]));
/** The longest European and Indonesian translations take about this much more room than English. */
const LONGER_BY = 0.4;

/** `message` as a translator from nowhere would write it: every letter accented, in brackets, 40 % longer. */
export function pseudoTranslated(message: readonly MessageFormatElement[]): MessageFormatElement[] {
  const padding = 'ẽ'.repeat(Math.ceil(lengthOf(message) * LONGER_BY));
  const nodes = [text('['), ...message.map(accented), text(`${padding && ` ${padding}`}]`)];
  return nodes.reduce<MessageFormatElement[]>(joined, []);
}

const text = (value: string): MessageFormatElement => ({ type: TYPE.literal, value });

function accented(node: MessageFormatElement): MessageFormatElement {
  if (node.type === TYPE.literal) {
    return text([...node.value].map((letter) => ACCENTS.get(letter) ?? letter).join(''));
  }
  if (node.type === TYPE.tag) return { ...node, children: node.children.map(accented) };
  if (node.type === TYPE.plural || node.type === TYPE.select) {
    const options = Object.entries(node.options).map(([key, option]) => [
      key,
      { ...option, value: option.value.map(accented) },
    ]);
    return { ...node, options: Object.fromEntries(options) as typeof node.options };
  }
  return node;
}

/** Neighbouring texts become one, so that a message without values stays a plain text. */
function joined(nodes: MessageFormatElement[], node: MessageFormatElement): MessageFormatElement[] {
  const last = nodes.at(-1);
  if (last?.type === TYPE.literal && node.type === TYPE.literal) {
    return [...nodes.slice(0, -1), text(last.value + node.value)];
  }
  return [...nodes, node];
}

/** Letters of the longest form of a message. */
function lengthOf(nodes: readonly MessageFormatElement[]): number {
  return nodes.reduce((sum, node) => {
    if (node.type === TYPE.literal) return sum + node.value.length;
    if (node.type === TYPE.tag) return sum + lengthOf(node.children);
    if (node.type === TYPE.plural || node.type === TYPE.select) {
      return sum + Math.max(...Object.values(node.options).map(({ value }) => lengthOf(value)));
    }
    return sum;
  }, 0);
}
