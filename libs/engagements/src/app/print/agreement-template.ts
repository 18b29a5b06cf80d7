import { TYPST_BASE } from '#libs/platform/pdf';

/** An agreement on paper: what was agreed on, who pays what, who has signed. */
export const AGREEMENT_TEMPLATE = `${TYPST_BASE}
#let facts(rows) = grid(
  columns: (46mm, 1fr), column-gutter: 4mm, row-gutter: 3mm,
  ..rows.map(row => (text(fill: rgb("#4b5c69"), row.at(0)), para(row.at(1)))).flatten()
)

= #data.title
#facts(data.head)

#for part in data.parts {
  heading(level: 2, part.heading)
  if part.kind == "text" { par(para(part.text)) }
  else if part.kind == "facts" { facts(part.rows) }
  else {
    table(
      columns: part.head.map(_ => 1fr),
      table.header(..part.head.map(word => strong(word))),
      ..part.rows.flatten().map(para)
    )
  }
}
`;
