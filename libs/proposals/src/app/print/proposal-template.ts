import { TYPST_BASE } from '#libs/platform/pdf';

/** A proposal on paper: title, receipt, and every part that says something. */
export const PROPOSAL_TEMPLATE = `${TYPST_BASE}
#let facts(rows) = grid(
  columns: (42mm, 1fr), column-gutter: 4mm, row-gutter: 3mm,
  ..rows.map(row => (text(fill: rgb("#4b5c69"), row.at(0)), para(row.at(1)))).flatten()
)

#let columns-of(block) = table(
  columns: block.head.enumerate().map(entry => if entry.at(0) == block.amounts { auto } else { 1fr }),
  align: (x, y) => if x == block.amounts { right } else { left },
  table.header(..block.head.map(word => strong(word))),
  ..block.rows.flatten().map(para)
)

#let set-block(block) = {
  if block.kind == "text" { par(para(block.text)) }
  else if block.kind == "rich" { rich(block.text) }
  else if block.kind == "facts" { facts(block.rows) }
  else { columns-of(block) }
}

= #data.title
#facts(data.head)

#for part in data.parts {
  heading(level: 2, part.heading)
  for block in part.blocks { set-block(block) }
}
`;
