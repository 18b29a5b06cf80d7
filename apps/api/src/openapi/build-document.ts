import { DiscoveryService, MetadataScanner, ModulesContainer, NestFactory, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { RouteTable } from '#libs/platform/auth';
import { loadConfig } from '#libs/platform/config';
import { createLogger, TelemetryModule } from '#libs/platform/telemetry';
import { ApiModule } from '../api.module.js';
import { describeContract } from './describe-contract.js';

/** Modules are only looked at, nothing connects anywhere: settings that pass the check will do. */
const SETTINGS = {
  DATABASE_URL: 'postgres://nobody@127.0.0.1/none',
  TTN_SECRET: 'not-a-secret-nothing-is-signed-with-it',
  LOG_LEVEL: 'silent',
};

class DocumentRoot {}

/** The OpenAPI 3.1 document of every route, the same bytes for the same code. */
export async function buildDocument(): Promise<OpenAPIObject> {
  const config = loadConfig(SETTINGS);
  const app = await NestFactory.create<NestFastifyApplication>(
    {
      module: DocumentRoot,
      imports: [TelemetryModule.with(createLogger(config, 'openapi')), ApiModule.with(config)],
    },
    new FastifyAdapter(),
    { preview: true, logger: false, abortOnError: false },
  );
  const description = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('TPO Tourism Network')
    .setDescription('Tourism cities, companies and consultants find each other and work together.')
    .setVersion('1')
    .addBearerAuth({ type: 'http', scheme: 'bearer', bearerFormat: 'JWT' }, 'bearer')
    .build();
  const document = SwaggerModule.createDocument(app, description);
  const discovery = new DiscoveryService(app.get(ModulesContainer));
  const routes = new RouteTable(discovery, new MetadataScanner(), new Reflector()).routes();
  return sorted(describeContract(document, routes));
}

/** Paths, schemas and tags in one order, whatever the order of modules. */
function sorted(document: OpenAPIObject): OpenAPIObject {
  const { components, ...rest } = document;
  return {
    ...rest,
    paths: byName(document.paths),
    components: { ...components, schemas: byName(components?.schemas ?? {}) },
  };
}

function byName<Value>(values: Readonly<Record<string, Value>>): Record<string, Value> {
  return Object.fromEntries(Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1)));
}
