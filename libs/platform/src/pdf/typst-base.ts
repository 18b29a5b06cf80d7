/**
 * What every template begins with. The data is JSON and is never part of the source: `data` holds it, `para(text)`
 * sets a plain text with its line ends, `rich(text)` a RichText of contracts. Nothing of the data is run.
 */
export const TYPST_BASE = `
#let data = json(bytes(sys.inputs.data))
#let setting = data.setting
#set document(title: data.title)
#set text(
  font: setting.fonts, size: 10.5pt, lang: setting.lang,
  region: if setting.region == none { auto } else { setting.region },
)
#set par(leading: 0.75em, spacing: 1.1em, justify: false)
#set page(
  paper: "a4", margin: (x: 22mm, top: 22mm, bottom: 24mm),
  footer: context {
    set text(size: 8pt, fill: rgb("#4b5c69"))
    grid(columns: (1fr, auto), column-gutter: 6mm, data.footer,
      counter(page).display("1 / 1", both: true))
  },
)
#show heading: set text(fill: rgb("#0f5c7a"), weight: "bold")
#show heading.where(level: 1): set text(size: 17pt)
#show heading.where(level: 2): set block(above: 1.6em, below: 0.8em)
#show link: set text(fill: rgb("#0f5c7a"))
#set table(stroke: 0.5pt + rgb("#d5dde3"), inset: 6pt)

#let para(text) = text.split("\\n").map(line => line).join(linebreak())

#let marked(body, mark) = {
  if mark.type == "bold" { strong(body) }
  else if mark.type == "italic" { emph(body) }
  else if mark.type == "underline" { underline(body) }
  else if mark.type == "strike" { strike(body) }
  else if mark.type == "link" { link(mark.attrs.href, body) }
  else { body }
}

#let inline(node) = {
  if node.type == "hardBreak" { linebreak() }
  else { node.at("marks", default: ()).fold([#node.at("text", default: "")], marked) }
}

#let inlines(node) = node.at("content", default: ()).map(inline).join()

#let rich-node(node, self) = {
  let inside = node.at("content", default: ())
  if node.type == "paragraph" { par(inlines(node)) }
  else if node.type == "heading" { heading(level: int(node.attrs.level), outlined: false, inlines(node)) }
  else if node.type == "bulletList" { list(..inside.map(item => self(item, self))) }
  else if node.type == "orderedList" {
    enum(start: int(node.at("attrs", default: (start: 1)).start), ..inside.map(item => self(item, self)))
  }
  else if node.type == "blockquote" {
    block(inset: (left: 4mm), stroke: (left: 1.5pt + rgb("#d5dde3")), inside.map(child => self(child, self)).join())
  }
  else { inside.map(child => self(child, self)).join() }
}

#let rich(text) = text.content.map(node => rich-node(node, rich-node)).join()
`;
