export { MissingGlyph } from './pdf.errors.js';
export { PdfModule } from './pdf.module.js';
export { type PdfContent, PdfRenderer } from './pdf-renderer.js';
export { TYPST_BASE } from './typst-base.js';
