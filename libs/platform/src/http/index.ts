export { Cursors } from './cursors.js';
export { createHttpApplication } from './http-application.js';
export { HttpModule } from './http.module.js';
export { IdParam } from './id-param.js';
export { assertVersion, IfMatch } from './if-match.js';
export { PageQuery } from './page-query.dto.js';
export { type Problem, refusalOf } from './problem.js';
export { type ProblemResponse, ProblemResponses } from './problem-responses.js';
