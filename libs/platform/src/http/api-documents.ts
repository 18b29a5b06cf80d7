import type { INestApplication } from '@nestjs/common';
import { type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import type { OpenApiDocument } from './open-api-document.js';

/** `/api/openapi.json` and Swagger UI at `/api/docs`. */
export function serveApiDocuments(app: INestApplication, document: OpenApiDocument): void {
  SwaggerModule.setup('api/docs', app, document as unknown as OpenAPIObject, {
    jsonDocumentUrl: 'api/openapi.json',
    raw: ['json'],
    customSiteTitle: 'TTN API',
    swaggerOptions: { persistAuthorization: false, docExpansion: 'none', tagsSorter: 'alpha' },
  });
}
