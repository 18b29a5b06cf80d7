import { Module } from '@nestjs/common';
import { PdfRenderer } from './pdf-renderer.js';

/** Documents to print and keep. */
@Module({ providers: [PdfRenderer], exports: [PdfRenderer] })
export class PdfModule {}
